/** Texts of the area "ground" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const groundTexts = {
  'ground.title': 'Annotations',
} as const;
