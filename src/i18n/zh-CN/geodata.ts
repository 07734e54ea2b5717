/** Texts of the area "geodata" (zh-CN): what readers of GeoJSON, TopoJSON and GeoPackage tell. */
export const geodataTexts = {
  'problem.curves-straightened':
    '有 {{count}} 个图形含圆弧，已按每 4° 一段的折线读入，与原图略有出入。需要精确边界时，请在原软件中转成折线后导出。',
  'problem.geojson-broken-off':
    'JSON 在第 {{line}} 行第 {{column}} 个字符处出错（遇到“{{found}}”）：之前的 {{done}} 条已读入，之后的未能读入。请改正该处，或从原软件重新导出。',
  'problem.geojson-cut-off':
    '文件不完整，在第 {{line}} 行第 {{column}} 个字符处突然结束：之前的 {{done}} 条已读入，之后的缺失。请重新复制或导出文件。',
  'problem.geojson-features-twice': '文件里有两个 features 列表，两个都已读入。请核对有无重复的要素。',
  'problem.geojson-goes-on':
    'JSON 到第 {{line}} 行第 {{column}} 个字符已经结束，后面还有其他内容（“{{found}}”…），未读入。请核对文件是否拼接错误。',
  'problem.geojson-record-broken':
    '这一条的 JSON 在第 {{line}} 行第 {{column}} 个字符处出错（遇到“{{found}}”），未读入；其他各条照常读入。请改正该处后重新导入。',
  'problem.geojson-record-too-large':
    '这一条有 {{megabytes}} MB，超出单条可读的大小，未读入。请在原软件中把图形拆开后重新导出。',
  'problem.geojson-text-skipped':
    '从第 {{line}} 行第 {{column}} 个字符（“{{found}}”）起，有一段内容不属于任何要素，已跳过，之后的要素照常读入。请核对该处有无缺漏。',
  'problem.gpkg-broken': 'GeoPackage 已损坏或不完整，无法读取（{{reason}}）。请重新复制或导出文件。',
  'problem.gpkg-geometry-broken': '这一条的图形数据已损坏，未读入；属性已保留。请从原软件重新导出。',
  'problem.gpkg-log-beside':
    '旁边的 .gpkg-wal 文件里还有未并入的修改，这里没有读到。请在 QGIS 等软件中关闭此文件后再导入。',
  'problem.gpkg-no-layers': 'GeoPackage 里没有矢量图层或属性表（现有：{{tables}}）。请核对导出时选择的图层。',
  'problem.gpkg-not-a-geopackage':
    '文件是 SQLite 数据库，但不是 GeoPackage（缺少 gpkg_contents 表）。请用 QGIS 等软件另存为 GeoPackage。',
  'problem.gpkg-sqlite-unavailable':
    '读取 GeoPackage 的组件无法加载（{{reason}}）。请换用较新的浏览器，或检查是否禁用了 WebAssembly。',
  'problem.gpkg-table-cut-off':
    '表已损坏：读出 {{done}} 条后中断（{{reason}}），之后的未能读入。请重新复制或导出文件。',
  'problem.gpkg-table-without-geometry': '这张表只有属性、没有图形，只读入属性，不参与位置检查。',
  'problem.gpkg-tables-left-out':
    '以下各表是影像、视图、样式或未登记的表，未读入：{{tables}}。如其中有需要的数据，请在 QGIS 中另存为矢量图层。',
  'problem.json-mended':
    'JSON 在第 {{line}} 行第 {{column}} 个字符（“{{found}}”）处多了或少了逗号，内容已照常读入。请改正。',
  'problem.property-too-deep': '这一格的内容嵌套过深，未读入；其余属性已保留。请改正。',
  'problem.topojson-geometry-broken':
    '这一条的图形引用了不存在的弧段，或写法不合 TopoJSON 规定，未读入；属性已保留。请从原软件重新导出。',
  'problem.topojson-no-objects':
    '文件是 TopoJSON，但没有图层（objects 为空；现有：{{found}}）。请核对导出时选择的图层。',
  'problem.topojson-no-topology':
    '文件是 JSON，但不是 TopoJSON（type 不是 Topology）。请核对文件，或把扩展名改为 .geojson。',
  'problem.topojson-too-large':
    '这一条展开后坐标过多，图形未读入；属性已保留。请转成 GeoPackage 或 FlatGeobuf 后导入。',
  'problem.topojson-transform-broken': 'TopoJSON 的 transform 写法有误，坐标无法还原，未读入。请从原软件重新导出。',
} as const;
