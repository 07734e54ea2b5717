/** Texts of the area "sheets" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const sheetsTexts = {
  'sheets.title': '图件',
} as const;
