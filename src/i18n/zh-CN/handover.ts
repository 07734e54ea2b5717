/** Texts of the area "handover" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const handoverTexts = {
  'handover.title': '离线简报',
} as const;
