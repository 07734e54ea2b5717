/**
 * What a zone that is still being drawn takes in, whom it collides with and what it would settle,
 * without touching the document. Reads only the neighbourhood of the draft.
 */
import type { Subject } from '../core/subject.ts';
import { subjectKey } from '../core/subject.ts';
import { buildEdgeBands } from '../geo/edge-bands.ts';
import { appendGeoJson, createGeometryBuilder, GeometryType } from '../geo/geometry-column.ts';
import { createIntersectionArea, type IntersectionArea } from '../geo/intersection-area.ts';
import { measureLineCoverage } from '../geo/line-coverage.ts';
import { isTouching, measurePieces } from '../geo/overlay.ts';
import { type PackedLayer, packLayer } from '../geo/packed-layer.ts';
import { polygonsOf } from '../geo/packed-polygons.ts';
import { holdsPlace } from '../geo/point-in-polygon.ts';
import { type BandedLayer, createRelater, type Relater, Relation } from '../geo/relate.ts';
import { buildSpatialIndex, HitList } from '../geo/spatial-index.ts';
import { type Cover, measureCoveredArea } from '../geo/union-area.ts';
import type { CheckResult } from '../model/findings.ts';
import { isZoneKind, type SourceKind, ZONE_LEVELS, type ZoneKind } from '../model/kinds.ts';
import { ownerOf, subjectOf } from './check-input.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { PreparedLayer } from './prepare.ts';
import type { ProbeDraft, ProbeResult } from './session-types.ts';
import type { SourceCoverage } from './source-coverage.ts';
import { NO_AREA_SQUARE_METERS, type ZoneSet } from './zone-set.ts';

/** The draft as a layer of one feature, in the company it would join. */
interface Probing extends BandedLayer {
  readonly draft: ProbeDraft;
  readonly kind: ZoneKind;
  readonly zones: ZoneSet;
  /** The zone that is being changed; -1 for a new one. */
  readonly replaced: number;
  readonly rank: number;
  readonly level: string;
  readonly duty: string;
  readonly area: IntersectionArea;
  readonly relater: Relater;
}

/** An empty draft, or one of a layer that holds no zones, takes in nothing. Never rejects. */
export async function probeDraft(
  workspace: FastWorkspace,
  check: CheckResult,
  draft: ProbeDraft,
): Promise<ProbeResult> {
  const probing = await openProbe(workspace, draft);
  const result: ProbeResult = {
    areaSquareMeters: probing?.layer.areas[0] ?? 0,
    perimeterMeters: probing?.layer.lengths[0] ?? 0,
    sourcesInside: {},
    newlyCovered: [],
    collisions: [],
  };
  if (!probing || probing.layer.type[0] !== GeometryType.polygon) return result;
  result.collisions = await findCollisions(workspace, probing);
  await takeIn(workspace, probing, check, result);
  return result;
}

async function openProbe(workspace: FastWorkspace, draft: ProbeDraft): Promise<Probing | undefined> {
  const kind = workspace.layers.find((prepared) => prepared.source.id === draft.layer)?.source.kind;
  if (!kind || !isZoneKind(kind)) return undefined;
  const builder = createGeometryBuilder();
  appendGeoJson(builder, draft.geometry);
  const { layer } = await packLayer(builder.finish(), workspace.frame);
  const zones = workspace.zones[kind];
  const replaced = zones.subjects.findIndex((zone) => zone.layer === draft.layer && zone.feature === draft.feature);
  const level = draft.level || 'grid';
  const rank = (ZONE_LEVELS as readonly string[]).indexOf(level);
  return {
    layer,
    bands: buildEdgeBands(layer),
    draft,
    kind,
    zones,
    replaced,
    level,
    rank: rank < 0 ? ZONE_LEVELS.length - 1 : rank,
    duty: draft.duty || 'general',
    area: createIntersectionArea(),
    relater: createRelater(),
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
    const geos = await workspace.geos();
    const pieces = geos.ok ? geos.value.intersection(polygonsOf(layer, 0), polygonsOf(zones.layer, zone)) : geos;
    if (pieces.ok && isTouching(measurePieces(pieces.value))) continue;
    const subject = zones.subjects[zone]!;
    collisions.push(
      owner === undefined ? { zone: subject, areaSquareMeters } : { zone: subject, owner, areaSquareMeters },
    );
  }
  return collisions.sort((a, b) => b.areaSquareMeters - a.areaSquareMeters);
}

/** Counts the sources with a part inside, and lists those whose open finding the draft would settle. */
async function takeIn(workspace: FastWorkspace, probing: Probing, check: CheckResult, result: ProbeResult) {
  const { layer, zones, kind } = probing;
  const rule = kind === 'patrolZone' ? 'source-unpatrolled' : 'source-unassigned';
  const isOpen = openFindings(workspace, check, rule, kind);
  const required = 1 - workspace.input.thresholds.coverageTolerance;
  const others = leavesBeside(probing);
  const hits = new HitList();
  for (const source of workspace.sources) {
    const { packed } = source;
    const index = workspace.memo.of(`index ${source.source.id}`, [packed], () => buildSpatialIndex(packed.boxes));
    index.search(layer.boxes[0]!, layer.boxes[1]!, layer.boxes[2]!, layer.boxes[3]!, hits);
    const near = Array.from(hits.items.subarray(0, hits.count)).sort((a, b) => a - b);
    const coverage = zones.layer.count > 0 ? await workspace.coverage(source, kind, {}) : undefined;
    for (const feature of near) {
      const inside = partInside(packed, feature, probing);
      if (inside <= 0) continue;
      const sourceKind = source.source.kind as SourceKind;
      result.sourcesInside[sourceKind] = (result.sourcesInside[sourceKind] ?? 0) + 1;
      const subject = subjectOf({ layer: source.source, index: feature });
      if (!others || !isOpen(subject)) continue;
      const fraction = inside >= 1 ? 1 : fractionWith(source, feature, inside, probing, coverage, others);
      if (fraction >= required) result.newlyCovered.push(subject);
    }
  }
}

/** Before the first patrol zone there are no findings of its rule, and every source is one in waiting. */
function openFindings(
  { zones, memo }: FastWorkspace,
  check: CheckResult,
  rule: string,
  kind: ZoneKind,
): (subject: Subject) => boolean {
  if (zones[kind].layer.count === 0) return () => true;
  const open = memo.of(
    `open ${rule}`,
    [check.findings],
    () =>
      new Set(
        check.findings
          .filter((finding) => finding.rule === rule && finding.status === 'open')
          .map((finding) => subjectKey(finding.subjects[0]!)),
      ),
  );
  return (subject) => open.has(subjectKey(subject));
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

/** The share of a source inside the draft: by area, by length, by points. */
function partInside(packed: PackedLayer, feature: number, probing: Probing): number {
  const { layer, bands, area, relater } = probing;
  if (packed.type[feature] === GeometryType.polygon) {
    const relation = relater.relate(packed, feature, { layer, bands }, 0);
    if (relation === Relation.inside) return 1;
    if (relation === Relation.disjoint) return 0;
    const shared = area.measure(packed, feature, layer, 0);
    return shared <= NO_AREA_SQUARE_METERS ? 0 : Math.min(1, shared / packed.areas[feature]!);
  }
  if (packed.type[feature] === GeometryType.line) {
    return measureLineCoverage(packed, feature, { layer, bands }, [0]).coveredMeters / packed.lengths[feature]!;
  }
  const { partStart, partEnd, ringStart, positionStart, xy } = packed;
  const first = positionStart[ringStart[partStart[feature]!]!]!;
  const end = positionStart[ringStart[partEnd[feature]!]!]!;
  let inside = 0;
  for (let p = first; p < end; p++) {
    if (holdsPlace(layer, bands, 0, xy[2 * p]!, xy[2 * p + 1]!)) inside++;
  }
  return inside / (end - first);
}

/** Covered by the draft and the leaves beside it together; lines and points count what the draft alone adds at most. */
function fractionWith(
  { packed }: PreparedLayer,
  feature: number,
  inside: number,
  { layer, zones }: Probing,
  coverage: SourceCoverage | undefined,
  leaves: ReadonlySet<number>,
): number {
  if (!coverage) return inside;
  if (packed.type[feature] !== GeometryType.polygon) return Math.min(1, inside + coverage.coveredFraction[feature]!);
  const { zoneStart, zonesOfSource } = coverage;
  const covers: Cover[] = Array.from(zonesOfSource.subarray(zoneStart[feature]!, zoneStart[feature + 1]!))
    .filter((zone) => leaves.has(zone))
    .map((zone) => ({ layer: zones.layer, feature: zone }));
  covers.push({ layer, feature: 0 });
  return measureCoveredArea(packed, feature, covers) / packed.areas[feature]!;
}
