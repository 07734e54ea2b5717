/** Texts of the area "surveys" (zh-CN): land-bureau coordinate texts, satellite fire points, and how the datum of a layer was examined. Same keys and params in every language: src/i18n/texts.test.ts. */
export const surveysTexts = {
  'problem.datum-evidence-against': '另有 {{count}} 项依据指向其他坐标基准，见下。请在地图上核对后再定。',
  'problem.datum-evidence-clear-of-roads':
    '按 {{datum}} 读，路旁的 {{count}} 个对象（{{geometry}}）中压在道路上的占比明显偏少（WGS84 {{wgs84Fraction}}、GCJ-02 {{gcj02Fraction}}、BD-09 {{bd09Fraction}}；随意错开位置时为 {{besideFraction}}）：房屋、场地和点位一般不压在路中间。',
  'problem.datum-evidence-inside':
    '按 {{datum}} 读，{{count}} 个要素几乎都在辖区边界内（WGS84 {{wgs84Fraction}}、GCJ-02 {{gcj02Fraction}}、BD-09 {{bd09Fraction}}）。',
  'problem.datum-evidence-lines':
    '按 {{datum}} 读，线与工作区中的道路重合：{{count}} 个取样点到最近道路的距离中位数为 WGS84 {{wgs84Meters}}、GCJ-02 {{gcj02Meters}}、BD-09 {{bd09Meters}}（随意错开位置时为 {{besideMeters}}）。',
  'problem.datum-evidence-named-zones':
    '“{{column}}”一列写有所在区域。按 {{datum}} 读，{{count}} 个要素与所写区域最相符（WGS84 {{wgs84Fraction}}、GCJ-02 {{gcj02Fraction}}、BD-09 {{bd09Fraction}}）。',
  'problem.datum-evidence-outlines':
    '按 {{datum}} 读，边界与工作区中的边界重合：{{count}} 个取样点到最近边界的距离中位数为 WGS84 {{wgs84Meters}}、GCJ-02 {{gcj02Meters}}、BD-09 {{bd09Meters}}（随意错开位置时为 {{besideMeters}}）。',
  'problem.datum-evidence-shapes':
    '在 {{count}} 个能找到同样大小图形的要素中，按 {{datum}} 读有 {{found}} 个与之重合。文件坐标相对参照图层偏移：东 {{eastMeters}}、北 {{northMeters}}（负数为西、南），与该基准在此地的偏移量相差 {{residualMeters}}。',
  'problem.datum-no-references':
    '工作区中没有可供比对的图层在此范围附近（{{reachMeters}} 以内没有道路、边界、责任区或其他图形），无法判断坐标基准。请先导入道路或区划，或与底图对照。',
  'problem.datum-not-degrees': '坐标不是经纬度，无法比对坐标基准。请先写明坐标系（EPSG 编号）。',
  'problem.datum-nothing-to-compare': '此图层没有图形，无从比对坐标基准。',
  'problem.datum-outside-china': '范围不在中国境内，GCJ-02 和 BD-09 的偏移不适用，应为 WGS84。',
  'problem.datum-shift-strange':
    '有 {{count}} 个要素相对参照图层有相同的偏移：东 {{eastMeters}}、北 {{northMeters}}（负数为西、南），与三种基准都不符（最接近的也相差 {{nearestMeters}}）。可能是 1980 西安、1954 北京或地方坐标系，或被整体移动过。请向数据提供单位核实。',
  'problem.datum-verdict-divided': '各项依据互相矛盾，无法判断坐标基准，详见下列各项。请在地图上核对。',
  'problem.datum-verdict-high': '坐标基准应为 {{datum}}，依据充分。',
  'problem.datum-verdict-low': '坐标基准可能是 {{datum}}，但依据较弱。请在地图上核对后再定。',
  'problem.datum-verdict-medium': '坐标基准很可能是 {{datum}}。请在地图上核对。',
  'problem.datum-verdict-open':
    '与工作区中的图层比对，三种坐标基准符合程度相近，无法判断。请与底图对照；点状要素单凭离路远近不能判断。',
  'problem.datum-zones-change':
    '如果实际是 {{datum}} 而按 WGS84 使用，取样的 {{total}} 个要素中有 {{count}} 个会落入别的责任区或巡查区。',
  'problem.fire-confidence-unreadable':
    '置信度“{{value}}”无法识别，此火点按未注明处理。应为 0–100，或 low/nominal/high（l/n/h）。',
  'problem.fire-time-unreadable':
    '过境时间“{{value}}”无法识别，此火点没有时间。请核对 acq_date 和 acq_time（世界时，时分）。',
  'problem.land-area-differs':
    '所列面积 {{statedSquareMeters}} 与按界址点计算的面积 {{measuredSquareMeters}} 相差超过 1%。请核对面积单位、界址点是否齐全、内圈是否正确。',
  'problem.land-area-unit': '地块面积与按界址点计算的结果对照，单位是{{unit}}而不是公顷，列名已按此注明。请核对。',
  'problem.land-east-first':
    '有 {{count}} 个地块的界址点先写横坐标（东）、后写纵坐标（北），与格式规定相反；已按数值识别并调整。请在地图上核对位置。',
  'problem.land-line-unreadable': '第 {{line}} 行（{{found}}）不是界址点，未读入；所属地块可能缺角。请核对原文件。',
  'problem.land-local-coordinates':
    '界址点坐标不在国家坐标系（高斯-克吕格投影或经纬度）的数值范围内（坐标系写的是：{{system}}），可能是地方坐标或已脱敏。请向数据提供单位索取 2000 国家大地坐标系成果，或写明坐标系（EPSG 编号或 proj4 字符串）。',
  'problem.land-no-parcels': '文件中没有地块：缺少[地块坐标]部分，或其下没有内容。请重新导出。',
  'problem.land-old-datum':
    '坐标系是“{{system}}”。1980 西安坐标系、1954 北京坐标系与 2000 国家大地坐标系相差可达百米以上，换算参数各地不同且不公开，直接使用可能落入相邻街道，故未读入。请向自然资源部门索取 2000 国家大地坐标系成果；已有本地七参数的，可用 proj4 字符串（含 +towgs84）写明坐标系；接受误差的，可直接指定 EPSG 编号。',
  'problem.land-parameters-not-applied': '文件中的转换参数（{{parameters}}）未参与换算，坐标按原值读入。请核对位置。',
  'problem.land-parcel-line-missing':
    '第 {{line}} 行起的界址点前没有地块信息行（以 @ 结尾），按一个无属性的地块读入。请补全。',
  'problem.land-point-astray':
    '界址点（{{first}}, {{second}}）与本地块其余各点不在同一带或不在合理范围，未读入；该地块可能缺角。请核对。',
  'problem.land-point-count': '地块信息行写有 {{stated}} 个界址点，实际 {{found}} 个。请核对是否缺行或多行。',
  'problem.land-point-names-left-out': '有 {{count}} 个界址点的点号（如 J1）未保留，只读入坐标。需要时请查原文件。',
  'problem.land-ring-too-short': '一圈只有 {{count}} 个点，至少要 {{expected}} 个，这一圈未读入。请核对原文件。',
  'problem.land-rings-by-place':
    '有 {{count}} 个地块由多圈组成：按相互位置判定，共 {{parts}} 块、{{holes}} 个内部扣除圈（不看圈号，圈号的写法各地不一）。请核对。',
  'problem.land-rings-too-many': '此地块有 {{count}} 圈，过多，未区分内外圈，各圈按独立的块读入。请拆分后再导入。',
  'problem.land-system-assumed':
    '文件没有写明是哪个国家坐标系（{{system}}），已按 2000 国家大地坐标系读入。如是 1980 西安或 1954 北京坐标系，位置会偏差百米以上，请向数据提供单位核实。',
  'problem.land-system-overridden': '文件写明坐标系为“{{system}}”，已按您指定的 {{crs}} 读入。请在地图上核对位置。',
  'problem.land-system-unknown':
    '坐标系“{{system}}”是地方坐标系或不认识，无法换算。请索取 2000 国家大地坐标系成果，或写明坐标系（EPSG 编号或 proj4 字符串）。',
  'problem.land-zone-differs':
    '文件头写的分带（{{stated}}）与坐标不符，坐标对应第 {{found}} 带，已按坐标读入。请核对文件头。',
  'problem.land-zone-missing':
    '横坐标前没有带号，文件头也没有带号或中央子午线（坐标系：{{system}}），无法定位。请补上带号，或指定坐标系（如 EPSG:4547）。',
} as const;
