/** Texts of the area "monthly" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const monthlyTexts = {
  'monthly.title': '月度对比',
} as const;
