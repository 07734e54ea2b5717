/** Texts of the area "reports" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const reportsTexts = {} as const;
