/**
 * What lies in an area drawn on the map. A feature counts where any part of it lies inside; areas, lengths and
 * emissions are those of the part inside, exactly. A finding lies where its place is.
 */
import { GeometryType } from '../geo/geometry-column.ts';
import { holdsPlace } from '../geo/point-in-polygon.ts';
import { HitList } from '../geo/spatial-index.ts';
import { RULE_IDS } from '../model/findings.ts';
import { type LayerKind, SOURCE_KINDS } from '../model/kinds.ts';
import type { RuleCounts } from './chart-fact-types.ts';
import type { OpenCheck } from './check-document.ts';
import { field } from './check-input.ts';
import { type DraftGround, packDraft, shareInside } from './draft-ground.ts';
import type { PreparedLayer } from './prepare.ts';
import { estimatePm10 } from './weigh-source.ts';

export interface AreaRequest {
  readonly geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon;
  /** Only these layers are counted. */
  readonly layers: readonly string[];
}

/** One class of one layer: a status of soil, a source of hotspots, a level of zones. */
export interface AreaRow {
  readonly layer: string;
  readonly kind: LayerKind;
  /** The field that tells the classes apart; undefined where the kind has none. */
  readonly field: string | undefined;
  /** Its value; empty where the ledger is silent. */
  readonly value: string;
  count: number;
  /** Of these, how many lie wholly inside. */
  whole: number;
  areaSquareMeters: number;
  lengthMeters: number;
  /** t/a, low and high; undefined where none can be estimated. */
  pm10TonnesPerYear: [low: number, high: number] | undefined;
}

export interface AreaCount {
  readonly areaSquareMeters: number;
  readonly rows: readonly AreaRow[];
  /** Open ones. */
  readonly findings: RuleCounts;
  /** Of all counted features, most first; without those that name none. */
  readonly owners: readonly { readonly owner: string; readonly count: number }[];
  /** Ids by layer, to show them alone. */
  readonly inside: Readonly<Record<string, readonly string[]>>;
}

/** What tells the classes of a kind apart. */
const CLASS_FIELDS: { readonly [kind in LayerKind]?: string } = {
  bareSoil: 'status',
  constructionSite: 'stage',
  sweepingRoute: 'grade',
  responsibilityZone: 'level',
  hotspot: 'source',
  road: 'grade',
  receptor: 'kind',
};

/** What is asked for first stands first; layers of one kind in the document's order. */
const KINDS_IN_ORDER: readonly LayerKind[] = [
  ...SOURCE_KINDS,
  'hotspot',
  'receptor',
  'road',
  'sweepingRoute',
  'haulRoute',
  'responsibilityZone',
  'patrolZone',
  'boundary',
];
const orderOf = ({ source }: PreparedLayer) => KINDS_IN_ORDER.indexOf(source.kind);

/** An area without ground holds nothing. O(features whose box meets the area's + findings). Never rejects. */
export async function countInside({ workspace, book }: OpenCheck, request: AreaRequest): Promise<AreaCount> {
  const ground = await packDraft(request.geometry, workspace.frame);
  if (ground.layer.type[0] !== GeometryType.polygon)
    return { areaSquareMeters: 0, rows: [], findings: {}, owners: [], inside: {} };
  const owners = new Map<string, number>();
  const inside: Record<string, string[]> = {};
  const rows: AreaRow[] = [];
  const layers = [...workspace.layers].sort((a, b) => orderOf(a) - orderOf(b));
  for (const prepared of layers) {
    const { id, kind } = prepared.source;
    if (kind === 'boundary' || !request.layers.includes(id)) continue;
    const byValue = new Map<string, AreaRow>();
    const ids: string[] = [];
    for (const { feature, share } of featuresIn(prepared, ground)) {
      const ref = prepared.ref(feature);
      ids.push(prepared.idOf(feature));
      const owner = field(ref, 'owner') ?? field(ref, 'operator');
      if (owner !== undefined) owners.set(owner, (owners.get(owner) ?? 0) + 1);
      const name = CLASS_FIELDS[kind];
      const value = (name && field(ref, name)) ?? '';
      let row = byValue.get(value);
      if (!row) {
        row = emptyRow(id, kind, name, value);
        byValue.set(value, row);
      }
      const { packed } = prepared;
      const isPolygon = packed.type[feature] === GeometryType.polygon;
      row.count++;
      if (share >= 1) row.whole++;
      if (isPolygon) row.areaSquareMeters += share * packed.areas[feature]!;
      if (packed.type[feature] === GeometryType.line) row.lengthMeters += share * packed.lengths[feature]!;
      const pm10 = estimatePm10(ref, isPolygon ? packed.areas[feature] : undefined, workspace.input);
      if (pm10) {
        const [low, high] = row.pm10TonnesPerYear ?? [0, 0];
        row.pm10TonnesPerYear = [low + share * pm10[0], high + share * pm10[1]];
      }
    }
    if (ids.length > 0) inside[id] = ids;
    rows.push(...[...byValue.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)));
  }
  return {
    areaSquareMeters: ground.layer.areas[0]!,
    rows,
    findings: countFindings({ workspace, book }, ground),
    owners: [...owners]
      .map(([owner, count]) => ({ owner, count }))
      .sort((a, b) => b.count - a.count || (a.owner < b.owner ? -1 : 1)),
    inside,
  };
}

/** By their numbers, so that sums come out the same to the last bit. */
function* featuresIn({ packed, index }: PreparedLayer, ground: DraftGround) {
  const [minX, minY, maxX, maxY] = ground.layer.boxes;
  const hits = new HitList();
  index.search(minX!, minY!, maxX!, maxY!, hits);
  for (const feature of hits.items.slice(0, hits.count).sort()) {
    if (packed.type[feature] === GeometryType.none) continue;
    const share = shareInside(packed, feature, ground);
    if (share > 0) yield { feature, share };
  }
}

function emptyRow(layer: string, kind: LayerKind, name: string | undefined, value: string): AreaRow {
  return {
    layer,
    kind,
    field: name,
    value,
    count: 0,
    whole: 0,
    areaSquareMeters: 0,
    lengthMeters: 0,
    pm10TonnesPerYear: undefined,
  };
}

function countFindings({ workspace, book }: OpenCheck, { layer, bands }: DraftGround): RuleCounts {
  const counts: RuleCounts = {};
  const place = new Float64Array(2);
  for (const rule of RULE_IDS) {
    let count = 0;
    for (const { status, at } of book.findingsOf(rule)) {
      if (status !== 'open') continue;
      workspace.frame.project(at[0], at[1], place, 0);
      if (holdsPlace(layer, bands, 0, place[0]!, place[1]!)) count++;
    }
    if (count > 0) counts[rule] = count;
  }
  return counts;
}
