/** Texts of the area "losses" (zh-CN): what other formats cannot hold. Same keys and params in every language: src/i18n/texts.test.ts. */
export const lossesTexts = {
  'export.layer': '导出为',
  'export.personal': '含责任人、电话、备注和其他列',
  'export.format.xlsx': 'Excel（.xlsx）',
  'export.format.csv': 'CSV 表格',
  'export.format.shapefile': 'Shapefile（GB18030，.zip）',
  'export.format.geojson': 'GeoJSON',
  'export.format.flatgeobuf': 'FlatGeobuf（.fgb）',
  'export.format.kml': 'KML（手机地图）',
  'export.format.gpx': 'GPX（轨迹）',
  'problem.export-columns-left-out': '导出时未含以下列：{{columns}}。如需要，请勾选“含责任人、电话、备注和其他列”。',
  'problem.gpx-areas-as-outlines': 'GPX 不能存放面，有 {{count}} 个面写成了边界轨迹；重新导入后是线。',
  'problem.gpx-columns-in-description': 'GPX 没有自定义字段，这些列写进了描述文字：{{columns}}。',
  'problem.gpx-features-left-out':
    '有 {{count}} 条没有图形或不足两点，GPX 无法存放，未写出。请另存一份 CSV 保留这些记录。',
  'problem.gpx-points-split': '有 {{count}} 条含多个点，GPX 中每个点各成一个航点。',
  'problem.kml-values-as-text': 'KML 不分类型，这些列的数值按文字写出：{{columns}}。重新导入后需按数值理解。',
  'problem.shapes-left-out':
    '有 {{count}} 条的图形写成文字后超过单元格上限 {{limit}} 个字符，图形未写出，属性都在。请另存一份 GeoJSON 或 FlatGeobuf。',
  'problem.xlsx-texts-cut':
    '此列有 {{count}} 处文字超过单元格上限 {{limit}} 个字符，已截断。如需完整文字，请改用 CSV。',
  'problem.xml-characters-left-out': '有 {{count}} 个控制字符无法写入此格式，已略去，其余文字不变。',
} as const;
