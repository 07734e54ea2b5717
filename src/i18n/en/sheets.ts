/** Texts of the area "sheets" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const sheetsTexts = {
  'sheets.title': 'Map sheets',
} as const;
