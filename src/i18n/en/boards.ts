/** Texts of the area "boards" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const boardsTexts = {
  'boards.title': 'Ready briefing',
} as const;
