/** Texts of the area "shapefile" (zh-CN): reading and writing shapefiles. Same keys and params in every language: src/i18n/texts.test.ts. */
export const shapefileTexts = {
  'problem.dbf-broken': '.dbf 的文件头已损坏（共 {{bytes}} 字节），无法读取。请重新复制或导出。',
  'problem.dbf-codepage-unknown': '.cpg 中的编码“{{found}}”不认识，未采用。如文字不对，请指定 encoding。',
  'problem.dbf-count-wrong':
    '.dbf 写明 {{expected}} 条，实际有 {{found}} 条，已按实际读入。如缺记录，请重新复制或导出。',
  'problem.dbf-encoding-contradicted':
    '文件写明编码为 {{stated}}，但文字不是这种编码，已按 {{encoding}} 读入。如文字不对，请指定 encoding。',
  'problem.dbf-field-renamed': '第 {{column}} 个字段没有名称或与前面的重名，读作“{{name}}”。',
  'problem.dbf-field-unreadable': '此字段的类型“{{type}}”不是文字、数值或日期，未读入。请在原软件中转换后重新导出。',
  'problem.dbf-memo-missing':
    '此列有 {{count}} 处长文字存放在 .dbt 或 .fpt 文件中，未找到或无法读取，按未填读入。请把该文件放在一起。',
  'problem.dbf-number-overflow': '数值超出字段宽度，原软件写成了“{{found}}”，按未填读入。请从原软件取得原值。',
  'problem.dbf-texts-cut':
    '此列有 {{count}} 处文字在写出时已被截断（字段宽 {{width}} 字节），末尾的半个字已略去。请从原软件取得完整文字。',
  'problem.dbf-texts-damaged':
    '此列有 {{count}} 处文字不符合 {{encoding}} 编码，读入后含有无法显示的字符。请核对，或指定 encoding。',
  'problem.dbf-value-unreadable': '值“{{found}}”不符合字段类型，按未填读入。请在原表中改正。',
  'problem.shapefile-blanks-lost': '此列有 {{count}} 处文字首尾带空格，Shapefile 不保留这些空格。',
  'problem.shapefile-broken':
    '文件只有 {{bytes}} 字节或开头不对，不是可读的 Shapefile。请重新复制，或从原软件重新导出。',
  'problem.shapefile-characters-lost': '此列有 {{count}} 个字符无法用 GB18030 写出，已写成问号。请核对原文。',
  'problem.shapefile-columns-left-out':
    'Shapefile 放不下这么多列，有 {{count}} 列未写出：{{names}}。请先删减列，或改用 GeoJSON、FlatGeobuf。',
  'problem.shapefile-coordinates-wrong': '这一条的坐标里有的不是数字，未读入图形；属性已保留。请在原软件中修复图形。',
  'problem.shapefile-counts-differ':
    '图形有 {{shapes}} 条，属性有 {{records}} 条，已按先后顺序对应，多出的各自保留。请核对属性是否错位。',
  'problem.shapefile-cut-off':
    '图形文件（.shp）不完整：应有 {{expected}} 字节，只有 {{found}} 字节，后面的图形缺失。请重新复制或导出。',
  'problem.shapefile-datum-not-exact':
    '坐标系是“{{name}}”，属 1954 北京或 1980 西安坐标系，没有公开的统一转换参数，这里只换算了投影，位置可能偏差几十米至一百多米。请先用当地测绘部门的参数转为 CGCS2000 再导入。',
  'problem.shapefile-holes-outside': '有 {{count}} 个空洞不在任何外边界之内，各按独立的一块读入。请核对图形。',
  'problem.shapefile-index-missing': '缺少 .shx 索引，已按顺序读取 .shp。如图形与属性对不上，请补上 .shx。',
  'problem.shapefile-index-wrong': '.shx 与 .shp 不符，未采用，已按顺序读取 .shp。请从原软件重新导出整套文件。',
  'problem.shapefile-multipatch':
    '这一条是三维多面体（MultiPatch），未读入图形；属性已保留。请在原软件中转为投影面后重新导出。',
  'problem.shapefile-names-changed':
    'Shapefile 的字段名最多 10 字节且不能重复，有 {{count}} 个已改名：{{names}}。请告知接收人。',
  'problem.shapefile-numbers-lost': '此列有 {{count}} 个数值是无穷大，Shapefile 无法存放，写成了空值。',
  'problem.shapefile-only-index': '.shx 只是索引，没有图形。请选择同名的 .shp 文件，并把 .dbf、.prj 放在一起。',
  'problem.shapefile-prj-missing':
    '缺少 .prj，坐标系不明，按经纬度（WGS84）理解。请核对位置；如是投影坐标，请指定坐标系。',
  'problem.shapefile-prj-unreadable': '.prj 的内容无法理解（{{found}}），坐标系按经纬度（WGS84）理解。请指定坐标系。',
  'problem.shapefile-record-damaged': '这一条的图形已损坏，未读入；属性已保留。请从原软件重新导出。',
  'problem.shapefile-record-deleted': '这一条在属性表中已标记删除，未读入。如需恢复，请在原软件中取消删除标记。',
  'problem.shapefile-record-length-wrong':
    '这一条写明的长度（{{found}} 字节）不对，已按实际内容（{{expected}} 字节）读入。请核对图形。',
  'problem.shapefile-rings-reversed': '这一条边界的方向与格式规定相反，已按相反方向区分外边界和空洞。请核对空洞。',
  'problem.shapefile-split': 'Shapefile 一个文件只能放一种图形，已分写为：{{names}}。没有图形的记录写在第一个文件里。',
  'problem.shapefile-table-alone': '只有 .dbf 属性表，没有图形，读入 {{count}} 条属性。如有同名的 .shp，请改选它。',
  'problem.shapefile-table-broken':
    '.dbf 属性表的文件头已损坏（共 {{bytes}} 字节），只读入了图形。请从原软件重新导出。',
  'problem.shapefile-table-missing': '缺少 .dbf 属性表，只读入了图形。请把同名的 .dbf 放在一起后重新导入。',
  'problem.shapefile-texts-cut':
    '此列有 {{count}} 处文字超过 {{limit}} 字节，已截断。如需完整文字，请改用 GeoJSON 或 FlatGeobuf。',
  'problem.shapefile-too-large':
    '写出的文件将有 {{megabytes}} MB，超过 Shapefile 的 2 GB 上限。请改用 FlatGeobuf，或先筛选。',
} as const;
