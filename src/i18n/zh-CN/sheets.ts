/** Texts of the area "sheets" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const sheetsTexts = {
  'sheets.districtMap': '{{workspace}}问题分布图',
  'sheets.findingMap': '{{rule}}问题位置图',
  'sheets.mapsLeftOut': '单据超过 {{count}} 份，只为前 {{count}} 份绘制位置图，其余注明无图；可用 --rule 分批生成。',
  'sheets.title': '图件',
} as const;
