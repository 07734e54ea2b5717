/** Texts of the area "draw" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const drawTexts = {} as const;
