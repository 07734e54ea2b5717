/** Texts of the area "slides" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const slidesTexts = {
  'slides.title': '演示文稿',
} as const;
