/** Texts of the area "stage" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const stageTexts = {
  'stage.title': 'Presentation',
} as const;
