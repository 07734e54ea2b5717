/** Texts of the area "draw" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const drawTexts = {} as const;
