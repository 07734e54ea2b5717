/** Texts of the area "basemaps" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const basemapsTexts = {};
