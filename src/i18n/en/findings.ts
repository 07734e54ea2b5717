/** Texts of the area "findings" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const findingsTexts = {} as const;
