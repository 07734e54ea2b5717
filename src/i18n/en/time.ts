/** Texts of the area "time" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const timeTexts = {};
