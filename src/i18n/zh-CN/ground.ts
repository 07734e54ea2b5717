/** Texts of the area "ground" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const groundTexts = {
  'ground.title': '标注',
} as const;
