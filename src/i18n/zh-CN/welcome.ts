/** Texts of the area "welcome" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const welcomeTexts = {};
