/** Texts of the area "reports" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const reportsTexts = {} as const;
