/** Texts of the area "boards" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const boardsTexts = {
  'boards.title': '一键生成汇报',
  'boards.number.sources': '扬尘源',
  'boards.number.zones': '责任网格和巡查区',
  'boards.number.boundaryAreaSquareMeters': '行政边界内面积',
  'boards.number.uncoveredAreaSquareMeters': '责任网格未覆盖面积',
  'boards.number.layer': '{{name}}',
  'boards.number.things': '{{count}} 个',
  'boards.number.unknown': '—',
} as const;
