/** Texts of the area "osm" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const osmTexts = {
  'problem.osm-area-cut':
    '边界的 {{total}} 个点中有 {{missing}} 个不在文件里，缺口处按直线相连，面积可能不准。请下载范围更大的数据，或对照影像修正边界。',
  'problem.osm-area-open': '边界没有闭合，不能成为面，未读入。请在 OSM 编辑器中闭合后重新下载，或直接在地图上补绘。',
  'problem.osm-block-broken': '文件中有一块数据已损坏，其中的要素未读入，其余部分照常读入。请重新下载文件。',
  'problem.osm-boundary-not-whole':
    '行政区界由 {{total}} 段组成，有 {{missing}} 段不在文件里，界线不完整，未读入。如需要此区界，请下载范围更大的数据。',
  'problem.osm-change-file':
    '这是 OSM 的变更文件，只有改动，没有完整的地图数据。请下载该区域的完整数据（.osm 或 .osm.pbf）。',
  'problem.osm-cut-off':
    '文件不完整：读到第 {{done}} 字节中断（共 {{total}} 字节），此后的内容未读入。请重新下载文件。',
  'problem.osm-deleted-left-out':
    '有 {{count}} 个要素标为已删除或不可见，没有读入。如是误删，请在 JOSM 中恢复后重新保存。',
  'problem.osm-elements-broken': '有 {{count}} 个要素缺少编号或坐标，或写法有误，没有读入。请重新下载或导出文件。',
  'problem.osm-elements-repeated':
    '有 {{count}} 个要素在文件中重复出现，每个只保留了标签和节点最全的一份。请核对下载条件。',
  'problem.osm-feature-unsupported':
    '文件要求读取程序支持 {{feature}}，目前不支持（历史数据等）。请改为下载当前版本的普通数据。',
  'problem.osm-holes-left-out': '有 {{count}} 个空洞找不到所在的外边界，已略去。请下载范围更大的数据。',
  'problem.osm-left-out':
    '文件共有节点 {{allNodes}} 个、路径 {{allWays}} 条、关系 {{allRelations}} 个；其中节点 {{nodes}} 个、路径 {{ways}} 条、关系 {{relations}} 个与扬尘管控无关（建筑、水系、绿地、人行道等），未读入。如需要这些内容，请在 QGIS 中另行导出。',
  'problem.osm-line-cut':
    '线路的 {{total}} 个点中有 {{missing}} 个不在文件里，线路在缺口处断开，其余部分照常读入。请下载范围更大的数据。',
  'problem.osm-no-elements':
    '文件里没有可读的节点、路径或关系（标为已删除或不可见的有 {{deleted}} 个）。请核对下载范围和条件后重新下载。',
  'problem.osm-nodes-missing':
    '{{total}} 个点中有 {{missing}} 个不在文件里，剩下的不足以成形，未读入。请下载带节点的完整数据。',
  'problem.osm-not-osm': '内容不是 OSM 数据（这里是 {{found}}）。请核对文件，或重新下载 .osm 或 .osm.pbf。',
  'problem.osm-nothing-of-use':
    '文件里有节点 {{nodes}} 个、路径 {{ways}} 条、关系 {{relations}} 个，但没有道路、工地、裸地、工业用地、采石填埋场、学校医院或完整的行政区界，没有可导入的图层。请核对下载范围。',
  'problem.osm-outline-open':
    '组成边界的 {{total}} 段都在文件里，但首尾不相接，不能成为面，未读入。请在 OSM 编辑器中接好后重新下载。',
  'problem.osm-packing-unsupported':
    '数据用 {{packing}} 压缩，目前只能读 zlib 压缩或未压缩的 PBF。请用 osmium 等工具转换后再导入。',
  'problem.osm-pbf-broken': '文件中的数据块都已损坏，无法读取。请重新下载文件。',
  'problem.osm-relation-not-whole':
    '此面由 {{total}} 段组成，有 {{missing}} 段不在文件里，只读入了完整的部分。请下载范围更大的数据，或对照影像修正边界。',
  'problem.osm-relation-too-large': '此关系有 {{count}} 个成员，超过 OSM 的上限，疑似损坏，未读入。请重新下载文件。',
  'problem.osm-relation-without-ring':
    '此面由 {{total}} 段组成，有 {{missing}} 段不在文件里，没有一圈完整的边界，未读入。请下载范围更大的数据。',
  'problem.osm-remark': '生成文件的服务器留言：“{{found}}”。数据可能不完整，请缩小范围后重新下载。',
  'problem.osm-road-areas-left-out':
    '有 {{count}} 处道路画成了面（场坪、广场等），道路图层只收线，没有读入。如需清扫，请另行划入保洁范围。',
  'problem.osm-roles-corrected':
    '有 {{count}} 圈边界的内外标注与实际位置不符，已按实际位置区分外边界和空洞。请对照地图核对。',
  'problem.osm-too-few-nodes': '只有 {{count}} 个点，不足以成形，未读入。请在 OSM 编辑器中改正，或直接在地图上补绘。',
  'problem.osm-too-large':
    '文件（{{megabytes}} MB）里的要素太多，内存放不下。请先裁出所需的区县（如 osmium extract），再导入。',
  'problem.osm-unpacks-too-large': '文件解压后超过 {{megabytes}} MB，远超正常比例，疑似损坏，未读入。请重新下载文件。',
  'problem.osm-ways-unused':
    '有 {{count}} 段没有与其他段接成完整的一圈，已略去，其余部分照常读入。请对照地图核对边界。',
  'problem.osm-ways-within-relations':
    '有 {{count}} 条外边界与所属关系标注了同样的用途，为免重复只保留关系那一份。请核对有无遗漏的名称。',
  'problem.osm-xml-damaged':
    'XML 在第 {{line}} 行第 {{column}} 列写错了（{{found}}），能读的部分已读入，此处以后可能有缺漏。请重新下载文件。',
};
