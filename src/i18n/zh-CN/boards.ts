/** Texts of the area "boards" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const boardsTexts = {
  'boards.title': '一键生成汇报',
} as const;
