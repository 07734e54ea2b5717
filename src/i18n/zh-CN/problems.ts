/** Texts of the area "problems" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const problemsTexts = {
  'problem.carried-files-too-large':
    '附带的文件（附件、快照、监测序列）超过 {{megabytes}} MB，从此文件起不随工作区一起保存。请自行备份这些文件。',
  'problem.column-binary': '此列是二进制内容，未读入。',
  'problem.coordinates-are-degrees':
    '坐标系写的是投影坐标 {{crs}}，但数值像经纬度（首点 {{x}}, {{y}}）。请改选坐标系 EPSG:4326 或 EPSG:4490（workspace.json 中的 crs）。',
  'problem.coordinates-are-text': '有 {{count}} 个坐标写成了文字，已按数字读入。',
  'problem.coordinates-not-convertible':
    '坐标 {{x}}, {{y}} 不能从 {{crs}} 换算为经纬度，此要素按无图形处理。请核对坐标和坐标系。',
  'problem.coordinates-not-degrees':
    '坐标按 {{crs}} 应为经纬度，但数值不是（首点 {{x}}, {{y}}）。请选择坐标系（workspace.json 中的 crs）；看数值可能是：{{guess}}。',
  'problem.coordinates-out-of-range':
    '坐标超出经纬度范围（经度 {{longitude}}，纬度 {{latitude}}），此要素未参与检查。请核对坐标、坐标系和经纬度的先后顺序。',
  'problem.coordinates-swapped': '经度和纬度的顺序反了（首点 {{x}}, {{y}}，按 {{crs}}）。请重新导出，先经度后纬度。',
  'problem.crs-malformed': '坐标系“{{crs}}”无法解读（{{reason}}）。请改用 EPSG 编号，或核对 proj4 字符串。',
  'problem.crs-unknown':
    '不认识坐标系“{{crs}}”。请改用 EPSG 编号（WGS84、CGCS2000 各 3° 与 6° 带、Web 墨卡托、UTM），或写出 proj4 字符串。',
  'problem.datum-guess-china-projected': '坐标是测绘投影坐标（{{crs}}），国家坐标系不加密，应为 WGS84/CGCS2000。',
  'problem.datum-guess-datav':
    '字段（adcode、childrenNum）与阿里 DataV 区划数据相同，该数据采用 GCJ-02（火星坐标）。请设 datum 为 gcj02。',
  'problem.datum-guess-named': '名称“{{name}}”提到了坐标基准，据此推测为 {{datum}}。请核对。',
  'problem.datum-guess-open':
    '范围在中国境内，仅凭文件无法区分 WGS84 与 GCJ-02/BD-09（相差约 50–700 米）。请与底图或已知图层对照。',
  'problem.datum-guess-outside': '范围不在中国境内，GCJ-02/BD-09 偏移不适用。',
  'problem.draw.hole-outside': '边界切到了区内的空洞。请让边界完整包住空洞。',
  'problem.draw.no-ring': '此区没有可编辑的边界。请删除后重画。',
  'problem.draw.self-crossing': '边界不能与自身相交或相碰。请换个位置放点，或按 Backspace 退一点。',
  'problem.draw.several-parts': '此区由 {{parts}} 块组成，暂不能逐点修改边界；仍可修改文字或整区删除。',
  'problem.draw.three-vertices': '巡查区至少要有三个点。',
  'problem.draw.zoom-in-to-snap': '画面范围内边界太多，暂不吸附。放大地图后自动恢复。',
  'problem.duplicate-id': '编号“{{id}}”与前面的要素重复，此要素改名为“{{renamed}}”。请在原文件中改正。',
  'problem.encoding-damaged':
    '文字编码既不是 UTF-8 也不是 GBK，已按 {{encoding}} 读入，部分文字可能乱码。请改选编码（workspace.json 中的 encoding）。',
  'problem.encoding-guessed':
    '文件不是 UTF-8，已按 {{encoding}}（GBK）读入。如文字不对，请改选编码（workspace.json 中的 encoding）。',
  'problem.encoding-unknown': '不认识编码“{{encoding}}”。请改用 utf-8、gbk 或 gb18030。',
  'problem.feature-not-an-object': '这一条不是要素（{{found}}），未读入。请删除或改正。',
  'problem.feature-type-wrong': '要素的 type 应为 Feature，这里是 {{found}}；有图形或属性的仍已读入。请改正。',
  'problem.field-column-missing':
    'fields 中“{{key}}”对应的列“{{column}}”不在文件里。文件中的列有：{{columns}}。请改正 workspace.json。',
  'problem.field-unknown': 'fields 中的“{{name}}”不是{{kind}}图层的字段，已略过。可用字段：{{known}}。',
  'problem.file-empty': '文件是空的。请重新导出或复制。',
  'problem.file-too-large':
    '文件有 {{megabytes}} MB，作为文字一次读不完。请先转成 FlatGeobuf（.fgb），例如用 QGIS 或 ogr2ogr。',
  'problem.finding-without-subject': '复核时找不到这条结果所指的要素。请重新检查后再试。',
  'problem.flatgeobuf-attributes-broken':
    '这一条的属性已损坏，只读出了损坏处之前的部分；图形不受影响。请从原软件重新导出。',
  'problem.flatgeobuf-cut-off': '文件不完整：读出 {{done}} 条，到此处中断（应有 {{total}} 条）。请重新复制或导出文件。',
  'problem.flatgeobuf-feature-broken': '这一条已损坏，未读入。请从原软件重新导出。',
  'problem.flatgeobuf-header-broken':
    'FlatGeobuf 的文件头已损坏或不完整（共 {{bytes}} 字节），无法读取。请重新复制或导出文件。',
  'problem.flatgeobuf-magic': '扩展名是 .fgb，但内容不是 FlatGeobuf。请核对文件，或从原软件重新导出。',
  'problem.format-not-readable': '格式 {{format}} 只能写出，不能读入。可读格式：{{formats}}。请先转换。',
  'problem.format-not-writable': '不能写出格式 {{format}}。可写格式：{{formats}}。',
  'problem.format-unknown': '认不出文件格式。可读格式：{{formats}}。请先转换。',
  'problem.geojson-crs-unreadable':
    '文件中的 crs 无法理解（{{found}}），已按经纬度（WGS84）读入。如不对，请改选坐标系（workspace.json 中的 crs）。',
  'problem.geojson-features-missing': 'FeatureCollection 缺少 features 列表（这里是 {{found}}）。请从原软件重新导出。',
  'problem.geojson-list-of-features': '文件是要素列表，缺少外层的 FeatureCollection；已照常读入。',
  'problem.geojson-no-features':
    '文件是 JSON，但不是 GeoJSON（type 为 {{found}}），没有要素可读。请确认导出格式为 GeoJSON。',
  'problem.geojson-type-missing': '外层的 type 应为 FeatureCollection，这里是 {{found}}；要素已照常读入。',
  'problem.geometry-collection-nested': '图形集合里又套了集合，已展开。',
  'problem.geometry-degenerate': '图形没有面积或长度（点太少或全部重合），此要素未参与检查。请重新绘制。',
  'problem.geometry-empty': '图形是空的，没有坐标。请补绘或删除这一条。',
  'problem.geometry-malformed': '图形的写法不合 GeoJSON 规定，或坐标不是数字，未能读入。请从原软件重新导出。',
  'problem.geometry-missing': '这一条没有图形，只保留属性，不参与位置检查。请补绘图形或删除这一条。',
  'problem.geometry-mixed': '图形混有点、线、面，只保留了最高一级的部分。请拆成不同图层。',
  'problem.geometry-not-an-object': 'geometry 不是图形（{{found}}），未读入；属性已保留。请从原软件重新导出。',
  'problem.geometry-not-for-kind':
    '{{kind}}图层只能有{{allowedGeometry}}，这一条是{{geometry}}，地图照常显示，检查不计入。请改正图形，或改正 workspace.json 中该图层的 kind。',
  'problem.geometry-of-wrong-type':
    '{{kind}}图层里的这一条是{{geometry}}，此类图层不收这种图形，未参与检查。请移到合适的图层。',
  'problem.geometry-repaired':
    '边界有误（自相交、重叠或空洞越界），已自动修复为 {{parts}} 块后参与检查。请在原图中改正。',
  'problem.geometry-type-unknown': '不支持的图形类型（{{found}}），未读入；属性已保留。请转换为点、线、面后重新导出。',
  'problem.geometry-unrepairable': '边界有误且无法自动修复（{{reason}}），此要素未参与检查。请重新绘制。',
  'problem.geos-failed': '图形运算未能完成（{{reason}}），此项未检查。请检查相关边界是否有误。',
  'problem.geos-unavailable': '图形修复组件无法加载（{{reason}}）。请换用较新的浏览器，或检查是否禁用了 WebAssembly。',
  'problem.heights-left-out': '有 {{count}} 个坐标带有高程或更多数值，只用了前两个（经度、纬度）。',
  'problem.json-broken':
    'JSON 在第 {{line}} 行第 {{column}} 个字符处出错（遇到“{{found}}”）。请用文本编辑器改正该处，或重新导出文件。',
  'problem.json-ends-early': 'JSON 在第 {{line}} 行第 {{column}} 个字符处突然结束，文件不完整。请重新复制或导出文件。',
  'problem.json-too-deep': 'JSON 嵌套过深或过大，无法解析。请从原软件重新导出。',
  'problem.layer-empty': '图层里一个要素也没有。请核对文件，或从 workspace.json 中删去该图层。',
  'problem.layer-file-missing':
    '找不到该图层的文件。工作区里有：{{files}}。请补上文件，或改正 workspace.json 中的 file。',
  'problem.layer-id-duplicate': '图层编号“{{id}}”用了两次，后一个（{{file}}）未打开。请在 workspace.json 中换一个 id。',
  'problem.layer-kind-unknown':
    '不认识图层类型“{{found}}”，该图层未打开。请在 workspace.json 中把 kind 改为：{{known}}。',
  'problem.layer-lacks-field': '整个图层都没有“{{field}}”，相关规则未逐条判断。请在字段对应中指定，或补登台账。',
  'problem.layer-unreadable': '图层无法读取（{{reason}}）。请从原软件重新导出文件。',
  'problem.line-not-json': '文件第 {{line}} 条不是 JSON（第 {{column}} 个字符处出错），未读入。请改正或删除这一行。',
  'problem.scene-part-left-aside':
    '场景“{{scene}}”的 {{key}} 无法使用（这里是 {{found}}），已略去该项；保存时原样保留。请在场景中重新设置。',
  'problem.picture-without-map': '没有可用的地图，无法出图。请等地图出现，或换用支持 WebGL 的浏览器。',
  'problem.manifest-key-left-aside': '“{{key}}”应写成 {{expected}}，这里是 {{found}}，未使用；保存时原样保留。请改正。',
  'problem.manifest-key-wrong': '“{{key}}”应写成 {{expected}}，这里是 {{found}}。请改正 workspace.json。',
  'problem.more-notes': '同样的问题还有 {{count}} 处，未逐条列出（{{of}}）。',
  'problem.path-escapes': '路径“{{path}}”超出了工作区文件夹，未读取。请改为文件夹内的相对路径。',
  'problem.properties-not-an-object': 'properties 不是属性表（{{found}}），属性未读入；图形已保留。请改正。',
  'problem.ring-closed': '有 {{count}} 圈边界首尾没有闭合，已自动闭合。',
  'problem.ring-dropped': '有 {{count}} 段边界或线不足以成形（点太少），已略去；其余部分照常检查。',
  'problem.roads-without-grade': '有 {{count}} 条道路未填保洁等级（共 {{total}} 条），未判断是否漏扫。请补登保洁等级。',
  'problem.routes-without-operator':
    '有 {{count}} 条清扫路线未填作业单位（共 {{total}} 条），未判断是否重复清扫。请补登作业单位。',
  'problem.rule-lacks-layer': '“{{rule}}”未检查：工作区没有{{kinds}}图层，或图层是空的。请导入后再查。',
  'problem.rule-pack-default-used': '规则包不能使用，改用国家默认规则包。',
  'problem.rule-pack-field': '规则包的“{{field}}”不对，应为 {{expected}}。请改正后重新打开。',
  'problem.rule-pack-missing':
    '找不到规则包“{{path}}”，改用国家默认规则包。请补上文件，或删去 workspace.json 中的 rulePack。',
  'problem.rule-pack-not-json': '规则包不是有效的 JSON（{{reason}}）。请核对文件内容。',
  'problem.rule-pack-source-missing': '规则包没有写明“{{field}}”，照用，界面上标为建议值。请补上依据。',
  'problem.rule-pack-unconfirmed':
    '规则包的“{{field}}”标为待核实，不作为规则，仍按下层规则包的值判断。核实后请改标签。',
  'problem.rule-pack-unconfirmed-off':
    '规则包的“{{field}}”标为待核实，不作为规则，又没有可代替的值，用到它的规则暂不判断。核实后请改标签。',
  'problem.rule-pack-unknown': '规则包里的“{{field}}”不认识，已略过。请核对拼写。',
  'problem.soil-undated': '有 {{count}} 处裸土仍裸露，但没有裸露日期，无法计时，未判断。请补登日期。',
  'problem.source-without-geometry':
    '这处{{kind}}措施不到位，但没有可用的图形，无法在地图上标出，未列入问题。请补绘图形。',
  'problem.storage.blocked':
    '无法自动保存：另一个标签页里还开着旧版本。请关闭它并刷新；在此之前请用“保存为文件”存成文件。',
  'problem.storage.cannot-save': '无法自动保存（{{reason}}）。请用“保存为文件”把修改存成文件。',
  'problem.storage.full': '无法自动保存：浏览器的存储空间已满。请用“保存为文件”把修改存成文件，并清理空间。',
  'problem.storage.history-cut': '上次的修改记录不完整：保留了前 {{kept}} 步（共 {{expected}} 步）。请核对最近的修改。',
  'problem.storage.missing': '此浏览器不提供本地存储，无法自动保存。关闭页面前请用“保存为文件”存成文件。',
  'problem.storage.newer': '本机保存的工作区出自更新的版本，这里读不了。请刷新到新版本，或打开工作区文件。',
  'problem.storage.nothing-open': '没有打开的工作区可保存。请先打开一个工作区。',
  'problem.storage.other-tab':
    '此工作区已在另一个标签页里继续编辑，这里不再自动保存。请到那一页去，或用“保存为文件”存成文件。',
  'problem.storage.refused': '浏览器拒绝本地存储（{{reason}}），无法自动保存。请用“保存为文件”把修改存成文件。',
  'problem.series-column-missing':
    '监测数据中没有列“{{column}}”。文件中的列有：{{columns}}。请改正 workspace.json 中的 series。',
  'problem.series-file-missing': '找不到监测数据文件，该站数据未使用。找到的文件有：{{files}}。请核对路径。',
  'problem.series-station-missing':
    '监测数据“{{series}}”所属站点“{{station}}”不在图层中或没有图形，该站风向未使用。请改正 series 中的 station。',
  'problem.series-time-unreadable': '时间“{{value}}”无法解读，该行未使用。请改为“2026-11-23 08:00”一类写法。',
  'problem.series-value-unreadable': '监测值“{{value}}”无法解读，按缺测处理。请改正。',
  'problem.storage.unreadable': '读不出上次保存的工作区（{{reason}}）。请重新打开工作区文件。',
  'problem.sublayer-missing':
    '文件里没有子图层“{{sublayer}}”。现有：{{sublayers}}。请改正 workspace.json 中的 sublayer。',
  'problem.sublayer-needed':
    '文件里有多个子图层：{{sublayers}}（现写“{{sublayer}}”）。请在 workspace.json 中用 sublayer 指明一个。',
  'problem.too-far-from-frame':
    '此要素距工作区中心 {{distanceKilometers}} 公里，超过 {{limitKilometers}} 公里，未参与检查。请核对坐标系和坐标数值。',
  'problem.turf-failed': 'Turf 未能完成图形运算（{{reason}}），此项未检查。请检查相关边界是否有误。',
  'problem.turf-rule-unknown': '规则“{{rule}}”没有 Turf 复核方法。',
  'problem.unit-unknown':
    '“{{key}}”的单位“{{unit}}”不认识，该列数值未采用（原列保留）。可用单位：{{known}}。请改正 workspace.json 中的 units。',
  'problem.value-not-in-list':
    '“{{field}}”的值“{{value}}”不在规定的取值中（共 {{count}} 处），原样保留，规则按未填处理。请改为规定取值。',
  'problem.value-unreadable': '“{{field}}”的值“{{value}}”无法解读（共 {{count}} 处），按未填处理，原列保留。请改正。',
  'problem.where-column-missing':
    '筛选条件 where 中的列“{{column}}”不在文件里。文件中的列有：{{columns}}。请改正 workspace.json。',
  'problem.where-keeps-nothing': '筛选条件 where 把 {{total}} 条全部滤掉了，图层为空。请核对条件中的取值。',
  'problem.workspace-format-wrong':
    '这不是尘图工作区：format 应为 "chentu-workspace"，这里是 {{found}}。请核对 workspace.json。',
  'problem.workspace-json-missing':
    '找不到 workspace.json。找到的文件有：{{files}}。请选择含有 workspace.json 的文件夹，或 .chentu / .zip 文件。',
  'problem.workspace-json-several': '有多个 workspace.json：{{files}}。请只选择其中一个工作区的文件夹。',
  'problem.workspace-version-later': '工作区由更新的版本（{{version}}）写成，此版本读不了。请升级尘图。',
  'problem.xlsx-too-many-rows': '有 {{count}} 条记录，超过 Excel 单个工作表的上限 {{total}} 条。请改用 CSV，或先筛选。',
  'problem.xml-broken': 'XML 在第 {{line}} 行第 {{column}} 列写错了（{{found}}），无法解析。请从原软件重新导出。',
  'problem.xml-mended': 'XML 在第 {{line}} 行第 {{column}} 列写得不规范（{{found}}），已尽量读取。请核对读入的内容。',
  'problem.xml-too-deep': 'XML 嵌套超过 {{depth}} 层，不像正常导出的文件，没有读取。请从原软件重新导出。',
  'problem.kml-no-placemarks': 'KML 里没有任何地标（Placemark）。请确认导出时选中了要交的图层。',
  'problem.kml-only-links':
    'KML 里没有地标，只有 {{count}} 个网络链接。本软件不联网读取链接，请在原软件中打开后另存为 KML 或 KMZ。',
  'problem.kml-links-left-out': 'KML 里有 {{count}} 个网络链接，没有联网读取，只读入了文件本身的地标。',
  'problem.kmz-without-kml': '这个压缩包里没有 KML 文件。请在原软件中重新导出 KMZ。',
  'problem.looks-left-out': '{{count}} 条带有颜色、图标等样式，样式没有读入，图形和属性都在。',
  'problem.gpx-no-features':
    'GPX 里没有可用的航点、路线或轨迹（有 {{count}} 条记录没有可用坐标）。请确认导出时选中了记录。',
  'problem.record-without-positions': '这一条的坐标缺失、无法识别或不足以成线，没有读入。请在原软件中核对后重新导出。',
  'problem.gpx-readings-left-out': '{{count}} 条轨迹带有逐点时间等读数，没有读入，线形和属性都在。',
  'problem.csv-quotes-wrong': '引号没有成对，这一条可能和后面的连在了一起。请在原表中补全引号后重新导出。',
  'problem.csv-column-renamed': '第 {{column}} 列没有名称或与前面的列重名，读作“{{name}}”。',
  'problem.csv-geometry-from': '位置取自列：{{columns}}。如不对，请指定坐标列。',
  'problem.csv-no-geometry-columns':
    '没有找到坐标列（现有：{{columns}}），只读入了属性。请指定经度、纬度列，或含 WKT 图形的列。',
  'problem.csv-cells-too-many':
    '这一条有 {{count}} 个单元格，表头只有 {{expected}} 列，多出的没有读入。请检查单元格里是否有未加引号的分隔符。',
  'problem.csv-place-unreadable':
    '坐标“{{found}}”无法识别，只读入了属性。请改为十进制度（113.612345）、度分秒（113°36′44″）或 WKT。',
  'problem.zip-broken': '压缩包已损坏，无法打开（{{reason}}）。请重新复制或压缩。',
  'problem.zip-too-large':
    '压缩包解开后过大或文件过多（{{megabytes}} MB，{{count}} 个文件），疑似损坏，未打开。请解压后直接选择文件夹。',
  'problem.zone-parent-unknown':
    '上级“{{parent}}”不是同类、同职责且不更细的网格的编号、代码或名称，或该网格没有可用的图形；改按大半在其内的上一级判断是否越界。请改正上级字段。',
  'problem.zone-without-geometry':
    '此网格未登记{{fields}}，又没有可用的图形，无法在图上标出，未列入检查结果。请补绘图形。',
  'problem.sheets-no-times': '热点没有时间，不能按时间制作动图。',
} as const;
