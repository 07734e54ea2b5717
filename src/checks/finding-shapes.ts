/**
 * The geometry of findings, in degrees: what to draw and export. Zone rules have theirs always,
 * the others on demand; of a partly covered source the part that no zone covers.
 */
import type { Subject } from '../core/subject.ts';
import { checkpoint, type Task } from '../core/task.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { subtractFeatures } from '../geo/overlay.ts';
import { polygonsToGeoJson } from '../geo/packed-polygons.ts';
import { NO_ZONES } from '../geo/zone-sets.ts';
import type { CheckResult, Finding } from '../model/findings.ts';
import type { ZoneKind } from '../model/kinds.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { PreparedLayer } from './prepare.ts';

const ZONES_OF_RULE: { readonly [rule: string]: ZoneKind | undefined } = {
  'source-unassigned': 'responsibilityZone',
  'source-unpatrolled': 'patrolZone',
};
const FINDINGS_PER_TURN = 512;

/** Writes geometries into the findings of a result: of zone rules, or of all. */
export async function addShapes(
  workspace: FastWorkspace,
  result: CheckResult,
  all: boolean,
  task: Task,
): Promise<void> {
  let done = 0;
  for (const finding of result.findings) {
    if (finding.geometry || !(all || finding.rule.startsWith('zone-'))) continue;
    if (done++ % FINDINGS_PER_TURN === 0) await checkpoint(task);
    const geometry = await findShape(workspace, finding);
    if (geometry) finding.geometry = geometry;
  }
}

/** The finding's own geometry, else the uncovered part of its source, else its first subject; null where that has none. */
export async function findShape(workspace: FastWorkspace, finding: Finding): Promise<GeoJSON.Geometry | null> {
  if (finding.geometry) return finding.geometry;
  const feature = finding.subjects[0] && findFeature(workspace, finding.subjects[0]);
  if (!feature) return null;
  const { prepared, index } = feature;
  const kind = ZONES_OF_RULE[finding.rule];
  const uncovered = kind && (await uncoveredPart(workspace, prepared, index, kind));
  return uncovered ?? prepared.geometryOf(index);
}

/** Undefined where the source is no polygon, no zone has a part of it, or the overlay fails. */
async function uncoveredPart(
  workspace: FastWorkspace,
  prepared: PreparedLayer,
  index: number,
  kind: ZoneKind,
): Promise<GeoJSON.Geometry | undefined> {
  const { packed } = prepared;
  if (packed.type[index] !== GeometryType.polygon) return undefined;
  const zones = workspace.zones[kind];
  const set = workspace.sources.find((table) => table.prepared === prepared)?.coverage[kind].set[index] ?? NO_ZONES;
  const covers = zones.sets.zonesOf(set).filter((zone) => zones.isLeaf[zone] === 1);
  if (covers.length === 0) return undefined;
  const geos = await workspace.geos();
  const pieces = geos.ok ? subtractFeatures(geos.value, packed, index, zones.layer, covers) : geos;
  return (pieces.ok && polygonsToGeoJson(pieces.value, workspace.frame)) || undefined;
}

export interface FoundFeature {
  readonly prepared: PreparedLayer;
  readonly index: number;
}

/** O(1) after the first call for a layer. */
export function findFeature(workspace: FastWorkspace, subject: Subject): FoundFeature | undefined {
  const prepared = workspace.layers.find((layer) => layer.source.id === subject.layer);
  const index = prepared?.find(subject.feature);
  return prepared && index !== undefined ? { prepared, index } : undefined;
}
