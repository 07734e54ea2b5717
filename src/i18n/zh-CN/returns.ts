/** Texts of the area "returns" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const returnsTexts = {
  'returns.title': '交办单',
} as const;
