/** Texts of the area "basemaps" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const basemapsTexts = {};
