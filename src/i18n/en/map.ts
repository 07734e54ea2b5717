/** Texts of the area "map" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const mapTexts = {} as const;
