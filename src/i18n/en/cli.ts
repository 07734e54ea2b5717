/** Texts of the area "cli" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const cliTexts = {} as const;
