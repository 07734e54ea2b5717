/** Texts of the area "findings" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const findingsTexts = {
  'explain.hotspot-source.calm':
    '热点“{{name}}”{{reachMeters}} 内有可能来源，列出 {{count}} 个，居首的是{{sourceKind}}“{{sourceName}}”（责任单位：{{sourceOwner}}），位于{{bearingDegrees}}方向、相距 {{distanceMeters}}。{{windTime}} “{{stationName}}”风力 {{windForce}} 级，按静风处理，不限方位（按距离和源强排序；筛查，非扩散模拟）。',
  'explain.hotspot-source.on':
    '热点“{{name}}”就在{{sourceKind}}“{{sourceName}}”（责任单位：{{sourceOwner}}）处，连同 {{reachMeters}} 内其他可能来源共列出 {{count}} 个。其他来源按来风方向筛选：{{windBearingDegrees}}（{{windTime}} “{{stationName}}”；静风或没有数据时不限方位），按距离、风向和源强排序（筛查，非扩散模拟）。',
  'explain.hotspot-source.upwind':
    '热点“{{name}}”上风向 {{reachMeters}} 内有可能来源，列出 {{count}} 个，居首的是{{sourceKind}}“{{sourceName}}”（责任单位：{{sourceOwner}}），位于{{bearingDegrees}}方向、相距 {{distanceMeters}}。{{windTime}} “{{stationName}}”来风方向为{{windBearingDegrees}}，风力（级）：{{windForce}}（规则：方位与来风方向相差 ≤ {{sectorDegrees}}°，按距离、风向和源强排序；筛查，非扩散模拟）。',
  'explain.hotspot-source.windless':
    '热点“{{name}}”{{reachMeters}} 内有可能来源，列出 {{count}} 个，居首的是{{sourceKind}}“{{sourceName}}”（责任单位：{{sourceOwner}}），位于{{bearingDegrees}}方向、相距 {{distanceMeters}}。没有该时刻前 3 小时内的风向数据，不限方位（按距离和源强排序；筛查，非扩散模拟）。',

  'explain.hotspot-unattended.alone':
    '热点“{{name}}”不在任何责任网格或巡查区内（规则：热点应落在责任网格或巡查区内，落在边界上视为区内）；{{reachMeters}} 范围内没有网格。',
  'explain.hotspot-unattended.near':
    '热点“{{name}}”不在任何责任网格或巡查区内（规则：热点应落在责任网格或巡查区内，落在边界上视为区内）；最近的是“{{zoneName}}”（责任单位：{{zoneOwner}}），相距 {{distanceMeters}}。',

  'explain.road-unswept.length':
    '道路“{{name}}”（保洁等级：{{grade}}，管养单位：{{owner}}）有一段共 {{lengthMeters}} 沿线没有清扫路线，全路 {{roadMeters}}（规则：{{matchMeters}} 内应有合格清扫路线，漏扫长度 ≥ {{minLengthMeters}} 的列出；不判断路线走向，横穿处不计入）。',
  'explain.road-unswept.silty':
    '道路“{{name}}”（保洁等级：{{grade}}，管养单位：{{owner}}）有一段共 {{lengthMeters}} 沿线没有清扫路线，全路 {{roadMeters}}，实测积尘负荷 {{siltLoadingGramsPerSquareMeter}} g/m²（规则：{{matchMeters}} 内应有合格清扫路线，漏扫长度 ≥ {{minLengthMeters}} 的列出；不判断路线走向，横穿处不计入）。',

  'explain.route-overlap.operators':
    '清扫路线“{{nameA}}”（{{operatorA}}；作业方式：{{firstModes}}）与“{{nameB}}”（{{operatorB}}；作业方式：{{secondModes}}）有 {{lengthMeters}} 走同一路段，作业单位不同（规则：相距 ≤ {{matchMeters}}、夹角 ≤ {{parallelDegrees}}°，重复长度 ≥ {{minLengthMeters}}；不分行驶方向）。',

  'explain.source-unassigned.area-alone':
    '{{kind}}“{{name}}”{{areaSquareMeters}}，全部不在责任网格内（规则：覆盖率应 ≥ {{requiredFraction}}）；{{reachMeters}} 范围内没有责任网格。',
  'explain.source-unassigned.area-outside':
    '{{kind}}“{{name}}”{{areaSquareMeters}}，全部不在责任网格内（规则：覆盖率应 ≥ {{requiredFraction}}）；最近的网格为“{{zoneName}}”（责任单位：{{zoneOwner}}），相距 {{distanceMeters}}。',
  'explain.source-unassigned.area-partly':
    '{{kind}}“{{name}}”{{areaSquareMeters}}，其中 {{uncoveredFraction}}（{{uncoveredAreaSquareMeters}}）不在任何责任网格内（规则：覆盖率应 ≥ {{requiredFraction}}）；其余大部分在“{{zoneName}}”（责任单位：{{zoneOwner}}）。',
  'explain.source-unassigned.line-alone':
    '{{kind}}“{{name}}”长 {{lengthMeters}}，全部不在责任网格内（规则：覆盖率应 ≥ {{requiredFraction}}）；{{reachMeters}} 范围内没有责任网格。',
  'explain.source-unassigned.line-outside':
    '{{kind}}“{{name}}”长 {{lengthMeters}}，全部不在责任网格内（规则：覆盖率应 ≥ {{requiredFraction}}）；最近的网格为“{{zoneName}}”（责任单位：{{zoneOwner}}），相距 {{distanceMeters}}。',
  'explain.source-unassigned.line-partly':
    '{{kind}}“{{name}}”长 {{lengthMeters}}，其中 {{uncoveredFraction}} 不在任何责任网格内（规则：覆盖率应 ≥ {{requiredFraction}}）；其余大部分在“{{zoneName}}”（责任单位：{{zoneOwner}}）。',
  'explain.source-unassigned.point-alone':
    '{{kind}}“{{name}}”不在任何责任网格内（规则：覆盖率应 ≥ {{requiredFraction}}，只有点位的按点判断）；{{reachMeters}} 范围内没有责任网格。',
  'explain.source-unassigned.point-outside':
    '{{kind}}“{{name}}”不在任何责任网格内（规则：覆盖率应 ≥ {{requiredFraction}}，只有点位的按点判断）；最近的网格为“{{zoneName}}”（责任单位：{{zoneOwner}}），相距 {{distanceMeters}}。',
  'explain.source-unassigned.point-partly':
    '{{kind}}“{{name}}”有 {{uncoveredFraction}} 的点位不在任何责任网格内（规则：覆盖率应 ≥ {{requiredFraction}}，只有点位的按点判断）；其余在“{{zoneName}}”（责任单位：{{zoneOwner}}）。',

  'explain.source-uncontrolled.park-area':
    '{{kind}}“{{name}}”{{areaSquareMeters}}，未落实{{field}}（规则：园区应集中供热、集中处理废气；依据：{{basis}}）。',
  'explain.source-uncontrolled.park-plain':
    '{{kind}}“{{name}}”未落实{{field}}（规则：园区应集中供热、集中处理废气；依据：{{basis}}）。',
  'explain.source-uncontrolled.site-area':
    '{{kind}}“{{name}}”{{areaSquareMeters}}在施，未落实{{field}}（规则：在施工地应落实六个百分百；依据：{{basis}}）。',
  'explain.source-uncontrolled.site-area-unestimated':
    '{{kind}}“{{name}}”{{areaSquareMeters}}按在施判断，未落实{{field}}（规则：在施工地应落实六个百分百；依据：{{basis}}）；缺少开工日期、面积或检查时点，不估算排放量。',
  'explain.source-uncontrolled.site-plain':
    '{{kind}}“{{name}}”在施，未落实{{field}}（规则：在施工地应落实六个百分百；依据：{{basis}}）。',
  'explain.source-uncontrolled.site-plain-unestimated':
    '{{kind}}“{{name}}”按在施判断，未落实{{field}}（规则：在施工地应落实六个百分百；依据：{{basis}}）；缺少开工日期、面积或检查时点，不估算排放量。',
  'explain.source-uncontrolled.soil-cover-area':
    '{{kind}}“{{name}}”{{areaSquareMeters}}，自 {{since}} 起裸露 {{bareDays}} 天，仍未覆盖，超期 {{overdueDays}} 天（规则：裸露应在 {{limitHours}} 小时内覆盖；依据：{{basis}}）。',
  'explain.source-uncontrolled.soil-cover-plain':
    '{{kind}}“{{name}}”自 {{since}} 起裸露 {{bareDays}} 天，仍未覆盖，超期 {{overdueDays}} 天（规则：裸露应在 {{limitHours}} 小时内覆盖；依据：{{basis}}）。',
  'explain.source-uncontrolled.soil-treat-area':
    '{{kind}}“{{name}}”{{areaSquareMeters}}，自 {{since}} 起裸露 {{bareDays}} 天，既未覆盖也未绿化、铺装，超期 {{overdueDays}} 天（规则：裸露超过 {{limitMonths}} 个月应绿化、铺装或者遮盖；依据：{{basis}}）。',
  'explain.source-uncontrolled.soil-treat-plain':
    '{{kind}}“{{name}}”自 {{since}} 起裸露 {{bareDays}} 天，既未覆盖也未绿化、铺装，超期 {{overdueDays}} 天（规则：裸露超过 {{limitMonths}} 个月应绿化、铺装或者遮盖；依据：{{basis}}）。',

  'explain.source-unpatrolled.area-alone':
    '{{kind}}“{{name}}”{{areaSquareMeters}}，全部不在巡查区内（规则：覆盖率应 ≥ {{requiredFraction}}）；{{reachMeters}} 范围内没有巡查区。',
  'explain.source-unpatrolled.area-outside':
    '{{kind}}“{{name}}”{{areaSquareMeters}}，全部不在巡查区内（规则：覆盖率应 ≥ {{requiredFraction}}）；最近的巡查区为“{{zoneName}}”（责任单位：{{zoneOwner}}），相距 {{distanceMeters}}。',
  'explain.source-unpatrolled.area-partly':
    '{{kind}}“{{name}}”{{areaSquareMeters}}，其中 {{uncoveredFraction}}（{{uncoveredAreaSquareMeters}}）不在任何巡查区内（规则：覆盖率应 ≥ {{requiredFraction}}）；其余大部分在“{{zoneName}}”（责任单位：{{zoneOwner}}）。',
  'explain.source-unpatrolled.line-alone':
    '{{kind}}“{{name}}”长 {{lengthMeters}}，全部不在巡查区内（规则：覆盖率应 ≥ {{requiredFraction}}）；{{reachMeters}} 范围内没有巡查区。',
  'explain.source-unpatrolled.line-outside':
    '{{kind}}“{{name}}”长 {{lengthMeters}}，全部不在巡查区内（规则：覆盖率应 ≥ {{requiredFraction}}）；最近的巡查区为“{{zoneName}}”（责任单位：{{zoneOwner}}），相距 {{distanceMeters}}。',
  'explain.source-unpatrolled.line-partly':
    '{{kind}}“{{name}}”长 {{lengthMeters}}，其中 {{uncoveredFraction}} 不在任何巡查区内（规则：覆盖率应 ≥ {{requiredFraction}}）；其余大部分在“{{zoneName}}”（责任单位：{{zoneOwner}}）。',
  'explain.source-unpatrolled.point-alone':
    '{{kind}}“{{name}}”不在任何巡查区内（规则：覆盖率应 ≥ {{requiredFraction}}，只有点位的按点判断）；{{reachMeters}} 范围内没有巡查区。',
  'explain.source-unpatrolled.point-outside':
    '{{kind}}“{{name}}”不在任何巡查区内（规则：覆盖率应 ≥ {{requiredFraction}}，只有点位的按点判断）；最近的巡查区为“{{zoneName}}”（责任单位：{{zoneOwner}}），相距 {{distanceMeters}}。',
  'explain.source-unpatrolled.point-partly':
    '{{kind}}“{{name}}”有 {{uncoveredFraction}} 的点位不在任何巡查区内（规则：覆盖率应 ≥ {{requiredFraction}}，只有点位的按点判断）；其余在“{{zoneName}}”（责任单位：{{zoneOwner}}）。',

  'explain.source-unswept.area-far':
    '{{kind}}“{{name}}”{{areaSquareMeters}}，距最近的清扫路线“{{routeName}}”（作业单位：{{operator}}）{{distanceMeters}}（规则：应 ≤ {{maxDistanceMeters}}）。',
  'explain.source-unswept.area-none':
    '{{kind}}“{{name}}”{{areaSquareMeters}}，没有合格的清扫路线（规则：{{maxDistanceMeters}} 内应有合格路线）。',
  'explain.source-unswept.line-far':
    '{{kind}}“{{name}}”长 {{lengthMeters}}，距最近的清扫路线“{{routeName}}”（作业单位：{{operator}}）{{distanceMeters}}（规则：应 ≤ {{maxDistanceMeters}}）。',
  'explain.source-unswept.line-none':
    '{{kind}}“{{name}}”长 {{lengthMeters}}，没有合格的清扫路线（规则：{{maxDistanceMeters}} 内应有合格路线）。',
  'explain.source-unswept.point-far':
    '{{kind}}“{{name}}”距最近的清扫路线“{{routeName}}”（作业单位：{{operator}}）{{distanceMeters}}（规则：应 ≤ {{maxDistanceMeters}}）。',
  'explain.source-unswept.point-none':
    '{{kind}}“{{name}}”附近没有合格的清扫路线（规则：{{maxDistanceMeters}} 内应有合格路线）。',

  'explain.zone-escape.held':
    '{{kind}}“{{name}}”（{{level}}，责任单位：{{owner}}）有 {{areaSquareMeters}}（占其 {{outsideFraction}}）在“{{parentName}}”（{{parentLevel}}，责任单位：{{parentOwner}}）之外，最宽处 {{widthMeters}}；台账未注明上级，按大半在其内、职责同为{{duty}}的上一级判断（规则：面积 ≥ {{minAreaSquareMeters}} 且宽度 ≥ {{minWidthMeters}}）。',
  'explain.zone-escape.named':
    '{{kind}}“{{name}}”（{{level}}，责任单位：{{owner}}）有 {{areaSquareMeters}}（占其 {{outsideFraction}}）在其上级“{{parentName}}”（{{parentLevel}}，责任单位：{{parentOwner}}）之外，最宽处 {{widthMeters}}；职责为{{duty}}（规则：面积 ≥ {{minAreaSquareMeters}} 且宽度 ≥ {{minWidthMeters}}）。',

  'explain.zone-gap.enclosed':
    '有 {{areaSquareMeters}}被网格围住却不属于任何{{kind}}，最宽处 {{widthMeters}}（规则：面积 ≥ {{minAreaSquareMeters}} 且宽度 ≥ {{minWidthMeters}}；未提供行政边界，只查被围住的空白）；相邻 {{neighbourCount}} 个：{{neighbours}}。',
  'explain.zone-gap.enclosed-alone':
    '有 {{areaSquareMeters}}被围住却不属于任何{{kind}}，最宽处 {{widthMeters}}（规则：面积 ≥ {{minAreaSquareMeters}} 且宽度 ≥ {{minWidthMeters}}；未提供行政边界，只查被围住的空白）。',
  'explain.zone-gap.inside':
    '行政边界内有 {{areaSquareMeters}}不属于任何{{kind}}，最宽处 {{widthMeters}}（规则：面积 ≥ {{minAreaSquareMeters}} 且宽度 ≥ {{minWidthMeters}}）；相邻 {{neighbourCount}} 个：{{neighbours}}。',
  'explain.zone-gap.inside-alone':
    '行政边界内有 {{areaSquareMeters}}不属于任何{{kind}}，最宽处 {{widthMeters}}（规则：面积 ≥ {{minAreaSquareMeters}} 且宽度 ≥ {{minWidthMeters}}）；周边也没有。',

  'explain.zone-overlap.owners':
    '{{kind}}“{{nameA}}”（{{ownerA}}）与“{{nameB}}”（{{ownerB}}）重叠 {{areaSquareMeters}}，最宽处 {{widthMeters}}；两者同为{{level}}、职责同为{{duty}}而责任单位不同（规则：面积 ≥ {{minAreaSquareMeters}} 且宽度 ≥ {{minWidthMeters}}）。',
  'explain.zone-overlap.unowned':
    '{{kind}}“{{nameA}}”（责任单位：{{ownerA}}）与“{{nameB}}”（责任单位：{{ownerB}}）重叠 {{areaSquareMeters}}，最宽处 {{widthMeters}}；两者同为{{level}}、职责同为{{duty}}，未登记责任单位的按不同单位计（规则：面积 ≥ {{minAreaSquareMeters}} 且宽度 ≥ {{minWidthMeters}}）。',

  'explain.zone-ownerless.missing':
    '{{kind}}“{{name}}”（{{level}}，{{areaSquareMeters}}）未登记{{fields}}（规则：每个网格应有责任单位和责任人）。',

  'suggestion.hotspot-source.visit':
    '建议先核查{{sourceKind}}“{{sourceName}}”（{{sourceOwner}}），再依次核查其余来源。',
  'suggestion.hotspot-unattended.nearest': '建议由“{{zoneName}}”（{{zoneOwner}}）先行核查，并将该处划入网格。',
  'suggestion.road-unswept.assign': '请落实“{{name}}”该路段的清扫作业单位，或补绘漏登的清扫路线。',
  'suggestion.route-overlap.settle':
    '请明确该路段由“{{operatorA}}”（{{nameA}}）还是“{{operatorB}}”（{{nameB}}）作业，或登记为例外（如分工不同）。',
  'suggestion.source-unassigned.nearest': '建议划入“{{zoneName}}”，由{{zoneOwner}}负责；或调整网格边界。',
  'suggestion.source-uncontrolled.cover': '请立即覆盖，并登记治理日期（责任单位：{{owner}}）。',
  'suggestion.source-uncontrolled.measure': '请补上“{{field}}”，复查后更新台账（责任单位：{{owner}}）。',
  'suggestion.source-uncontrolled.treat': '请尽快绿化、铺装或者覆盖，并登记治理日期（责任单位：{{owner}}）。',
  'suggestion.source-unpatrolled.nearest': '建议扩展巡查区“{{zoneName}}”（{{zoneOwner}}），或新划一个巡查区。',
  'suggestion.source-unswept.extend': '建议延伸清扫路线“{{routeName}}”（{{operator}}，相距 {{distanceMeters}}）。',
  'suggestion.zone-escape.settle': '请核对边界：将“{{name}}”裁至“{{parentName}}”之内，调整上级边界，或更正所属上级。',
  'suggestion.zone-gap.fill': '建议并入相邻网格（{{neighbours}}），或确认无需划入。',
  'suggestion.zone-ownerless.complete': '请在台账中补登{{fields}}。',
  'suggestion.zone-overlap.settle': '请明确归属：从“{{nameA}}”或“{{nameB}}”中裁去重叠部分，或登记为共管、例外。',
} as const;
