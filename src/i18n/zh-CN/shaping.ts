/** Texts of the area "shaping" (zh-CN): tools that draw and change shapes. Same keys and params in every language: src/i18n/texts.test.ts. */
export const shapingTexts = {
  'problem.split.line-misses': '这条线没有把图形分开：请让线的两端都越过边界。',
} as const;
