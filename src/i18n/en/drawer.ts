/** Texts of the area "drawer" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const drawerTexts = {
  'drawer.title': 'Tables, charts and time',
  'drawer.height': 'Height',
  'drawer.tab.table': 'Table',
  'drawer.tab.charts': 'Charts',
  'drawer.tab.time': 'Time',
  'panel.whatIf': 'Wind and alerts',
  'panel.rules': 'Rules',
  'panel.baseMaps': 'Base maps and pictures',
  'panel.measure': 'Measure and coordinates',
};
