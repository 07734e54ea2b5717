/** Texts of the area "returns" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const returnsTexts = {
  'returns.title': 'Slips',
} as const;
