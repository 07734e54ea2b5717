/** Texts of the area "drawer" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const drawerTexts = {
  'drawer.title': '表格、图表与时间',
  'drawer.height': '调整高度',
  'drawer.tab.table': '表格',
  'drawer.tab.charts': '图表',
  'drawer.tab.time': '时间',
  'panel.whatIf': '风与预警',
  'panel.rules': '规则',
  'panel.baseMaps': '底图与影像',
  'panel.measure': '量测与坐标',
};
