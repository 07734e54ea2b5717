/** Texts of the area "map" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const mapTexts = {} as const;
