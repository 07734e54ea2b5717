/** Texts of the area "app" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const appTexts = {} as const;
