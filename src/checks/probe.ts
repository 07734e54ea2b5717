/**
 * What a zone that is still being drawn takes in, whom it collides with and what it would settle,
 * without touching the document. Reads only the neighbourhood of the draft.
 */

import { MIXED } from '../geo/cell-raster.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { HoldsBox } from '../geo/line-inside.ts';
import { isTouching, measurePieces } from '../geo/overlay.ts';
import { polygonsOf } from '../geo/packed-polygons.ts';
import { Relation } from '../geo/relate.ts';
import { HitList } from '../geo/spatial-index.ts';
import { type Cover, measureCoveredArea } from '../geo/union-area.ts';
import { NO_ZONES } from '../geo/zone-sets.ts';
import { isZoneKind, type SourceKind, ZONE_LEVELS, type ZoneKind } from '../model/kinds.ts';
import type { OpenCheck } from './check-document.ts';
import { ownerOf, subjectOf } from './check-input.ts';
import { type DraftGround, packDraft, shareInside } from './draft-ground.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { measureRoadsInside, workloadsBeside } from './probe-workload.ts';
import type { ProbeDraft, ProbeResult } from './session-types.ts';
import { factsOf, type SourceFacts } from './source-facts.ts';
import type { SourceTable } from './source-table.ts';
import { NO_AREA_SQUARE_METERS, type ZoneSet } from './zone-set.ts';

/** The draft as a layer of one feature, in the company it would join. */
interface Probing extends DraftGround {
  readonly draft: ProbeDraft;
  readonly kind: ZoneKind;
  readonly zones: ZoneSet;
  /** The zone that is being changed; -1 for a new one. */
  readonly replaced: number;
  readonly rank: number;
  readonly level: string;
  readonly duty: string;
}

/** An empty draft, or one of a layer that holds no zones, takes in nothing. Never rejects. */
export async function probeDraft(open: OpenCheck, draft: ProbeDraft): Promise<ProbeResult> {
  const { workspace } = open;
  const probing = await openProbe(workspace, draft);
  const result: ProbeResult = {
    areaSquareMeters: probing?.layer.areas[0] ?? 0,
    perimeterMeters: probing?.layer.lengths[0] ?? 0,
    roadMeters: 0,
    sourcesInside: {},
    pm10Tonnes: {},
    untreatedSoil: 0,
    newlyCovered: [],
    stillUncovered: [],
    stillUncoveredCount: 0,
    collisions: [],
    beside: [],
  };
  if (!probing || probing.layer.type[0] !== GeometryType.polygon) return result;
  result.collisions = await findCollisions(workspace, probing);
  takeIn(open, probing, result);
  const holds: HoldsBox = (...box) => {
    const set = probing.cells.setOfBox(...box);
    return set === MIXED ? undefined : set !== NO_ZONES;
  };
  result.roadMeters = measureRoadsInside(workspace, probing, 0, holds);
  const { zones, level, duty, replaced } = probing;
  result.beside = workloadsBeside(workspace, zones, zonesAround(probing), (zone) => {
    const traits = zones.traits[zone]!;
    return zone !== replaced && traits.level === level && traits.duty === duty;
  });
  return result;
}

async function openProbe(workspace: FastWorkspace, draft: ProbeDraft): Promise<Probing | undefined> {
  const prepared = workspace.layers.find(({ source }) => source.id === draft.layer);
  const kind = prepared?.source.kind ?? draft.kind;
  if (!kind || !isZoneKind(kind)) return undefined;
  const ground = await packDraft(draft.geometry, workspace.frame);
  const zones = workspace.zones[kind];
  const own = draft.feature === undefined ? undefined : prepared?.find(draft.feature);
  const replaced = own === undefined || !prepared ? -1 : zones.numbers.numberOf(prepared, own);
  const level = draft.level || 'grid';
  const rank = (ZONE_LEVELS as readonly string[]).indexOf(level);
  return {
    ...ground,
    draft,
    kind,
    zones,
    replaced,
    level,
    rank: rank < 0 ? ZONE_LEVELS.length - 1 : rank,
    duty: draft.duty || 'general',
  };
}

/** Zones whose box meets the draft's, without the one it replaces, ascending. */
function zonesAround({ layer, zones, replaced }: Probing): number[] {
  const hits = new HitList();
  zones.index.search(layer.boxes[0]!, layer.boxes[1]!, layer.boxes[2]!, layer.boxes[3]!, hits);
  return Array.from(hits.items.subarray(0, hits.count))
    .filter((zone) => zone !== replaced)
    .sort((a, b) => a - b);
}

async function findCollisions(workspace: FastWorkspace, probing: Probing): Promise<ProbeResult['collisions']> {
  const { layer, zones, draft, level, duty, area } = probing;
  const collisions: ProbeResult['collisions'] = [];
  for (const zone of zonesAround(probing)) {
    const traits = zones.traits[zone]!;
    const owner = ownerOf(zones.refs[zone]!);
    const isSameOwner = owner !== undefined && owner === draft.owner?.trim();
    if (traits.level !== level || traits.duty !== duty || isSameOwner) continue;
    const areaSquareMeters = area.measure(layer, 0, zones.layer, zone);
    if (areaSquareMeters <= NO_AREA_SQUARE_METERS) continue;
    if (await isMereTouch(workspace, probing, zone, areaSquareMeters)) continue;
    const subject = zones.subjects[zone]!;
    collisions.push(
      owner === undefined ? { zone: subject, areaSquareMeters } : { zone: subject, owner, areaSquareMeters },
    );
  }
  return collisions.sort((a, b) => b.areaSquareMeters - a.areaSquareMeters);
}

/**
 * The shape is built only where it may decide: what two polygons share has at most both their
 * borders around it, so that much ground is no touch whatever its shape.
 */
async function isMereTouch(
  workspace: FastWorkspace,
  { layer, zones }: Probing,
  zone: number,
  areaSquareMeters: number,
): Promise<boolean> {
  const perimeterMeters = layer.lengths[0]! + zones.layer.lengths[zone]!;
  if (!isTouching({ areaSquareMeters, perimeterMeters })) return false;
  const geos = await workspace.geos();
  const pieces = geos.ok ? geos.value.intersection(polygonsOf(layer, 0), polygonsOf(zones.layer, zone)) : geos;
  return pieces.ok && isTouching(measurePieces(pieces.value));
}

/** How far around a draft sources that stay uncovered are named: a little further and it could take them in. */
const NEAR_METERS = 150;
/** More are not named: the list is for the eye. */
const MOST_NAMED = 200;

/** Counts the sources with a part inside, and lists those whose open finding the draft would settle, and would not. */
function takeIn(open: OpenCheck, probing: Probing, result: ProbeResult): void {
  const { layer, kind } = probing;
  const { workspace } = open;
  const required = 1 - workspace.input.thresholds.coverageTolerance;
  const others = leavesBeside(probing);
  const hits = new HitList();
  const [minX, minY, maxX, maxY] = [layer.boxes[0]!, layer.boxes[1]!, layer.boxes[2]!, layer.boxes[3]!];
  for (const table of workspace.sources) {
    const { packed, index, ref, source: of } = table.prepared;
    const facts = factsOf(open, table, kind);
    index.search(minX - NEAR_METERS, minY - NEAR_METERS, maxX + NEAR_METERS, maxY + NEAR_METERS, hits);
    const takenIn: TakenIn = { sources: 0, untreatedSoil: 0, lowTonnes: 0, highTonnes: 0 };
    // In the order of their numbers, so that sums come out the same to the last bit.
    for (const source of hits.items.slice(0, hits.count).sort()) {
      const inside = shareInside(packed, source, probing);
      facts.learn(source);
      if (inside > 0) count(takenIn, facts, source);
      if (!facts.isWaiting(source)) continue;
      const added = inside > 0 && others ? fractionOf(table, source, inside, probing, others) : 0;
      if (added >= required) result.newlyCovered.push(subjectOf(ref(source)));
      else if (++result.stillUncoveredCount <= MOST_NAMED) result.stillUncovered.push(subjectOf(ref(source)));
    }
    addTo(result, of.kind as SourceKind, takenIn);
  }
}

/** Of one layer. */
interface TakenIn {
  sources: number;
  untreatedSoil: number;
  lowTonnes: number;
  highTonnes: number;
}

function count(takenIn: TakenIn, facts: SourceFacts, source: number): void {
  takenIn.sources++;
  if (facts.isUntreatedSoil(source)) takenIn.untreatedSoil++;
  takenIn.lowTonnes += facts.lowTonnes[source]!;
  takenIn.highTonnes += facts.highTonnes[source]!;
}

function addTo(result: ProbeResult, kind: SourceKind, taken: TakenIn): void {
  if (taken.sources > 0) result.sourcesInside[kind] = (result.sourcesInside[kind] ?? 0) + taken.sources;
  result.untreatedSoil += taken.untreatedSoil;
  if (taken.highTonnes === 0) return;
  const [low, high] = result.pm10Tonnes[kind] ?? [0, 0];
  result.pm10Tonnes[kind] = [low + taken.lowTonnes, high + taken.highTonnes];
}

function fractionOf(
  table: SourceTable,
  feature: number,
  inside: number,
  probing: Probing,
  leaves: ReadonlySet<number>,
): number {
  return inside >= 1 ? 1 : fractionWith(table, feature, inside, probing, leaves);
}

/**
 * The leaf zones that would stand beside the draft: a coarser one that holds most of it is no leaf
 * any more. Undefined where the draft itself would be none, since a finer zone lies in it.
 */
function leavesBeside(probing: Probing): ReadonlySet<number> | undefined {
  const { layer, bands, zones, rank, duty, area, relater } = probing;
  const leaves = new Set<number>();
  for (const zone of zonesAround(probing)) {
    const traits = zones.traits[zone]!;
    const shared = () => area.measure(layer, 0, zones.layer, zone);
    if (traits.duty === duty && traits.rank > rank) {
      const relation = relater.relate(zones.layer, zone, { layer, bands }, 0);
      if (relation === Relation.inside || shared() > zones.layer.areas[zone]! / 2) return undefined;
    }
    const losesLeaf = traits.duty === duty && traits.rank < rank && shared() > layer.areas[0]! / 2;
    if (zones.isLeaf[zone] === 1 && !losesLeaf) leaves.add(zone);
  }
  return leaves;
}

/** Covered by the draft and the leaves beside it together; lines and points count what the draft alone adds at most. */
function fractionWith(
  { prepared, coverage }: SourceTable,
  feature: number,
  inside: number,
  { layer, zones, kind }: Probing,
  leaves: ReadonlySet<number>,
): number {
  const { packed } = prepared;
  const { fraction, set } = coverage[kind];
  if (packed.type[feature] !== GeometryType.polygon) return Math.min(1, inside + fraction[feature]!);
  const covers: Cover[] = zones.sets
    .zonesOf(set[feature]!)
    .filter((zone) => leaves.has(zone))
    .map((zone) => ({ layer: zones.layer, feature: zone }));
  covers.push({ layer, feature: 0 });
  return measureCoveredArea(packed, feature, covers) / packed.areas[feature]!;
}
