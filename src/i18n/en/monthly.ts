/** Texts of the area "monthly" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const monthlyTexts = {
  'monthly.title': 'Month against month',
} as const;
