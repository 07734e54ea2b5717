/** Which kind of layer a file holds, by what it is called, what its columns are called, and its shapes. */
import { type Problem, problem } from '../../core/result.ts';
import { GeometryType } from '../../geo/geometry-column.ts';
import type { FeatureBatch } from '../../model/feature-batch.ts';
import { GEOMETRY_OF_KIND, LAYER_KINDS, type LayerKind } from '../../model/kinds.ts';

export interface KindGuess {
  readonly kind: LayerKind;
  /** False where only the shapes speak for it: worth a look. */
  readonly isSure: boolean;
  /** Sentences: `import-kind-…`. */
  readonly reasons: readonly Problem[];
}

/** Words in the name of a file, sheet or folder; of words that meet in one name the later row is the narrower one. */
const NAMES: readonly (readonly [LayerKind, RegExp])[] = [
  ['road', /道路|路网|公路|街路|走航|积尘|road|street|highway|centerline/iu],
  ['boundary', /边界|区界|县界|市界|范围线|boundar|outline/iu],
  [
    'responsibilityZone',
    /网格|责任区|责任田|街道|社区|辖区|区划|乡镇|镇街|district|zone|neighbou?rhood|sector|beat|ward/iu,
  ],
  ['industrialPark', /园区|工业|产业园|industr/iu],
  ['stockpile', /堆场|料堆|堆料|渣土堆|砂石|搅拌站|消纳场|stockpile|quarry|landfill|spoil/iu],
  ['constructionSite', /工地|施工|建设项目|在建|拆迁|construct|building ?site|permit|\bsites?\b/iu],
  ['bareSoil', /裸土|裸地|裸露|黄土|图斑|地块|bare|brownfield|vacant|greenfield/iu],
  ['receptor', /学校|中学|小学|大学|幼儿园|医院|敏感点|监测站|国控|省控|微站|school|hospital|receptor|station/iu],
  ['hotspot', /热点|火点|火情|报警|告警|投诉|无人机|hot ?spot|fire|modis|viirs|firms|alert|alarm/iu],
  ['haulRoute', /渣土车|运输路线|运输线路|haul|truck/iu],
  ['sweepingRoute', /清扫|洒水|保洁|机扫|环卫|以克论净|sweep|watering/iu],
  ['patrolZone', /巡查|巡逻|巡护|patrol/iu],
];

/** Names of columns that only such a ledger has. */
const COLUMNS: readonly (readonly [LayerKind, RegExp])[] = [
  ['bareSoil', /裸土面积|苫盖|覆盖情况|覆盖状态|重复苫盖|asoilaera|nakedArea|tbmj/iu],
  [
    'constructionSite',
    /施工单位|建设单位|施工阶段|围挡|车辆冲洗|湿法作业|开工日期|CaseStatus|constructionOrganization/iu,
  ],
  ['industrialPark', /集中供热|废气/iu],
  ['sweepingRoute', /清扫|作业频次|保洁等级|洗扫|passesPerDay|sweep/iu],
  ['haulRoute', /渣土|运输单位|核准/iu],
  ['responsibilityZone', /网格长|网格员|网格编码|网格名称|上级网格|adcode|childrenNum/iu],
  ['patrolZone', /巡查频次|巡查班次|巡查员/iu],
  ['hotspot', /acq_date|bright_t|brightness|frp|置信度|报警时间|火点|monitorvalue/iu],
  ['road', /highway|道路等级|积尘负荷|roadload|fclass|oneway/iu],
  ['receptor', /站点编号|站点名称|站点类型|amenity/iu],
];

const NAME_WEIGHT = 3;
const COLUMN_WEIGHT = 2;
const BY_SHAPE = { none: 'bareSoil', point: 'hotspot', line: 'road', polygon: 'bareSoil' } as const;
const SHAPES = ['none', 'point', 'line', 'polygon'] as const;

/** @param names of the file and of the layer, the narrower one last. O(features + columns). */
export function guessKind(names: readonly string[], batch: FeatureBatch): KindGuess {
  const shape = commonShape(batch);
  const columns = [...batch.columns.keys()];
  const candidates = LAYER_KINDS.filter((kind) => fits(kind, shape)).map((kind) => score(kind, names, columns));
  const best = candidates.reduce((leading, next) => (next.points > leading.points ? next : leading));
  if (best.points > 0) return { kind: best.kind, isSure: true, reasons: best.reasons };
  return { kind: BY_SHAPE[shape], isSure: false, reasons: [problem('import-kind-by-shape', { geometry: shape })] };
}

function score(kind: LayerKind, names: readonly string[], columns: readonly string[]) {
  const reasons: Problem[] = [];
  let points = 0;
  const order = NAMES.findIndex(([of]) => of === kind);
  const pattern = NAMES[order]?.[1];
  const name = pattern && names.findLast((candidate) => pattern.test(candidate));
  if (name !== undefined) {
    // Of several words in one name the narrower wins: 清扫路网 is a sweeping route, not a road.
    points += NAME_WEIGHT + order / NAMES.length + (name === names.at(-1) ? 1 : 0);
    reasons.push(problem('import-kind-by-name', { name, found: pattern?.exec(name)?.[0] ?? '' }));
  }
  const word = COLUMNS.find(([of]) => of === kind)?.[1];
  const found = word ? columns.filter((column) => word.test(column)) : [];
  if (found.length > 0) {
    points += COLUMN_WEIGHT + Math.min(found.length - 1, 3);
    reasons.push(problem('import-kind-by-columns', { columns: found.slice(0, 4).join(', ') }));
  }
  return { kind, points, reasons };
}

/** What most features are. */
function commonShape({ geometry }: FeatureBatch): (typeof SHAPES)[number] {
  const counts = [0, 0, 0, 0];
  for (const type of geometry.type) counts[type]!++;
  const shaped = [GeometryType.point, GeometryType.line, GeometryType.polygon];
  const most = shaped.reduce((best, type) => (counts[type]! > counts[best]! ? type : best), shaped[0]!);
  return counts[most]! > 0 ? SHAPES[most]! : 'none';
}

function fits(kind: LayerKind, shape: (typeof SHAPES)[number]): boolean {
  return shape === 'none' || (GEOMETRY_OF_KIND[kind] as readonly string[]).includes(shape);
}
