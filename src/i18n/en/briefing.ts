/** Texts of the area "briefing" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const briefingTexts = {} as const;
