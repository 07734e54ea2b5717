/** Gathers what charts and rankings count, from the sources, hotspots and findings of an open check. */
import type { Subject } from '../core/subject.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { findInteriorPoint } from '../geo/interior-point.ts';
import { numberAt } from '../model/feature-batch.ts';
import { RULE_IDS, type RuleId } from '../model/findings.ts';
import type {
  ChartFacts,
  ChartRequest,
  CountedGround,
  HotspotFact,
  OwnerFacts,
  SoilFact,
  ZoneFacts,
} from './chart-fact-types.ts';
import { type ChartZones, createChartZones } from './chart-zones.ts';
import type { OpenCheck } from './check-document.ts';
import { type FeatureRef, field } from './check-input.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { PreparedLayer } from './prepare.ts';

/**
 * Only open findings count. A zone scope takes what lies in it by the same rules as any zone; patches of
 * soil and hotspots lie where their interior point is. O(sources + hotspots + findings).
 */
export function findChartFacts({ workspace, book }: OpenCheck, { zones: asked, scope }: ChartRequest): ChartFacts {
  const scopeZone = scope?.type === 'zone' ? scope.zone : undefined;
  const zones = createChartZones(workspace, asked);
  const inScope = scopeZone && createChartZones(workspace, [scopeZone]);
  const ownerAsked = scope?.type === 'owner' ? scope.owner.trim() : undefined;
  const unitOf = createUnits(workspace);
  const owners = new Map<string, OwnerFacts>();
  const byZone = asked.map(
    (zone, index): ZoneFacts => ({ zone, areaSquareMeters: zones.areaOf(index), sources: 0, counts: {} }),
  );
  const [outside, total]: CountedGround[] = [nothing(), nothing()];
  const ownerOf = (owner: string): OwnerFacts => {
    let facts = owners.get(owner);
    if (!facts) {
      facts = { owner, ...nothing() };
      owners.set(owner, facts);
    }
    return facts;
  };
  const isOwned = (units: readonly string[]) => ownerAsked === undefined || units.includes(ownerAsked);
  const countedOwners = (units: readonly string[]) => (ownerAsked === undefined ? units : [ownerAsked]);
  const grounds = (indexes: readonly number[]): CountedGround[] =>
    indexes.length === 0 ? [outside!, total!] : [...indexes.map((index) => byZone[index]!), total!];

  for (const table of workspace.sources) {
    const { packed, ref } = table.prepared;
    for (let source = 0; source < packed.count; source++) {
      if (packed.type[source] === GeometryType.none) continue;
      const unit = unitOfRef(ref(source));
      const list = workspace.zonesOf(table, source);
      if (!isOwned([unit]) || (inScope && inScope.among(list).length === 0)) continue;
      for (const ground of grounds(zones.among(list))) ground.sources++;
      ownerOf(unit).sources++;
    }
  }
  for (const rule of RULE_IDS) {
    for (const placed of book.placedOf(rule)) {
      if (placed.finding.status !== 'open') continue;
      const units = unitsOf(placed.finding.subjects, unitOf);
      if (!isOwned(units) || (inScope && inScope.ofFinding(placed).length === 0)) continue;
      for (const ground of grounds(zones.ofFinding(placed))) add(ground, rule);
      // A hotspot is nobody's: whose it may be is a screening.
      if (!rule.startsWith('hotspot-')) for (const unit of countedOwners(units)) add(ownerOf(unit), rule);
    }
  }
  const placed = { workspace, zones, inScope, ownerAsked };
  return {
    asOf: workspace.input.asOf,
    asOfInstant: workspace.input.asOfInstant,
    zones: byZone,
    outside: outside!,
    total: total!,
    owners: [...owners.values()],
    soil: gather(placed, 'bareSoil', soilFact),
    hotspots: gather(placed, 'hotspot', hotspotFact),
  };
}

const nothing = (): CountedGround => ({ sources: 0, counts: {} });

function add({ counts }: CountedGround, rule: RuleId): void {
  counts[rule] = (counts[rule] ?? 0) + 1;
}

/** The unit that answers: the owner, of a route its operator; empty for none. */
const unitOfRef = (ref: FeatureRef) => field(ref, 'owner') ?? field(ref, 'operator') ?? '';

function createUnits({ layers }: FastWorkspace): (subject: Subject) => string {
  const byId = new Map(layers.map((prepared) => [prepared.source.id, prepared]));
  return ({ layer, feature }) => {
    const prepared = byId.get(layer);
    const number = prepared?.find(feature);
    return prepared && number !== undefined ? unitOfRef(prepared.ref(number)) : '';
  };
}

/** Each once; without any the finding is nobody's. */
function unitsOf(subjects: readonly Subject[], unitOf: (subject: Subject) => string): readonly string[] {
  if (subjects.length === 1) return [unitOf(subjects[0]!)];
  const units = [...new Set(subjects.map(unitOf))];
  const named = units.filter((unit) => unit !== '');
  return named.length > 0 ? named : [''];
}

interface Placing {
  readonly workspace: FastWorkspace;
  readonly zones: ChartZones;
  readonly inScope: ChartZones | undefined;
  readonly ownerAsked: string | undefined;
}

type MakeFact<T> = (prepared: PreparedLayer, feature: number, placed: { zone: number; owner: string }) => T;

function gather<T>(
  { workspace, zones, inScope, ownerAsked }: Placing,
  kind: 'bareSoil' | 'hotspot',
  make: MakeFact<T>,
) {
  const facts: T[] = [];
  for (const prepared of workspace.layersOfKind(kind)) {
    const { packed, ref } = prepared;
    for (let feature = 0; feature < packed.count; feature++) {
      if (packed.type[feature] === GeometryType.none) continue;
      const owner = unitOfRef(ref(feature));
      if (ownerAsked !== undefined && owner !== ownerAsked) continue;
      const [x, y] = placeOf(prepared, feature);
      if (inScope && inScope.at(x, y) < 0) continue;
      facts.push(make(prepared, feature, { zone: zones.at(x, y), owner }));
    }
  }
  return facts;
}

function placeOf({ packed }: PreparedLayer, feature: number): readonly [number, number] {
  const inside = packed.type[feature] === GeometryType.polygon ? findInteriorPoint(packed, feature) : undefined;
  if (inside) return inside;
  const first = packed.positionStart[packed.ringStart[packed.partStart[feature]!]!]!;
  return [packed.xy[2 * first]!, packed.xy[2 * first + 1]!];
}

const soilFact: MakeFact<SoilFact> = ({ packed, ref }, feature, placed) => {
  const own = ref(feature);
  const isMeasured = packed.type[feature] === GeometryType.polygon;
  return {
    ...placed,
    areaSquareMeters: isMeasured ? packed.areas[feature] : numberAt(own.layer.batch, 'areaSquareMeters', own.index),
    status: field(own, 'status'),
    openedAt: field(own, 'openedAt'),
    treatedAt: field(own, 'treatedAt'),
    reopenedAt: field(own, 'reopenedAt'),
  };
};

const hotspotFact: MakeFact<HotspotFact> = ({ ref }, feature, placed) => ({
  ...placed,
  time: field(ref(feature), 'time'),
});
