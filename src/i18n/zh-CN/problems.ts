/** Texts of the area "problems" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const problemsTexts = {} as const;
