/** Texts of the area "slides" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const slidesTexts = {
  'slides.title': 'Slides',
} as const;
