/** Texts of the area "stage" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const stageTexts = {
  'stage.title': '放映',
} as const;
