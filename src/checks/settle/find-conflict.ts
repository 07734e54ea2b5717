/** The ground and the zones of a finding about zones, in the metric frame. */
import { fail, ok, type Result } from '../../core/result.ts';
import { appendGeoJson, createGeometryBuilder } from '../../geo/geometry-column.ts';
import type { Geos } from '../../geo/geos.ts';
import type { MetricPolygons } from '../../geo/geos-wkb.ts';
import { packLayer } from '../../geo/packed-layer.ts';
import { polygonsOf } from '../../geo/packed-polygons.ts';
import type { Finding } from '../../model/findings.ts';
import { isZoneKind, type ZoneKind } from '../../model/kinds.ts';
import type { OpenCheck } from '../check-document.ts';
import type { FastWorkspace } from '../fast-workspace.ts';
import { findFeature } from '../finding-shapes.ts';
import type { ZoneSet } from '../zone-set.ts';
import { CONFLICT_RULES, type ConflictRule } from './settle-types.ts';

export interface Conflict {
  readonly finding: Finding;
  readonly rule: ConflictRule;
  readonly kind: ZoneKind;
  readonly zones: ZoneSet;
  /** The finding's zones by their numbers, in its order. */
  readonly parties: readonly number[];
  /** The ground in conflict, on the grid. */
  readonly ground: MetricPolygons;
  readonly geos: Geos;
}

const isConflictRule = (rule: string): rule is ConflictRule => (CONFLICT_RULES as readonly string[]).includes(rule);

/** Fails for a finding that is not there any more, or that is no conflict between zones. */
export async function findConflict({ workspace, book }: OpenCheck, id: string): Promise<Result<Conflict>> {
  const finding = book.find(id);
  if (!finding) return fail('engine.finding-gone', { finding: id });
  const { rule, subjects } = finding;
  const found = isConflictRule(rule) ? subjects.map((subject) => findFeature(workspace, subject)) : [];
  const kind = kindOf(finding, found[0]?.prepared.source.kind);
  if (!isConflictRule(rule) || !kind || found.some((feature) => !feature)) return fail('settle.no-conflict', { rule });
  const geos = await workspace.geos();
  if (!geos.ok) return geos;
  const zones = workspace.zones[kind];
  const parties = found.map((feature) => zones.numbers.numberOf(feature!.prepared, feature!.index));
  const ground = await groundOf(workspace, geos.value, finding, zones, parties);
  if (!ground.ok) return ground;
  if (ground.value.length === 0) return fail('settle.no-conflict', { rule });
  return ok({ finding, rule, kind, zones, parties, ground: ground.value, geos: geos.value });
}

/** A gap without zones along it still says of which kind it is. */
function kindOf({ explain }: Finding, ofFirst: string | undefined): ZoneKind | undefined {
  const kind = ofFirst ?? explain.params.kind;
  return ([kind] as string[]).find((candidate): candidate is ZoneKind => isZoneKind(candidate as ZoneKind));
}

async function groundOf(
  { frame }: FastWorkspace,
  geos: Geos,
  { rule, geometry }: Finding,
  { layer }: ZoneSet,
  parties: readonly number[],
): Promise<Result<MetricPolygons>> {
  const [a, b] = parties;
  if (rule === 'zone-overlap') return geos.onGrid.intersection(polygonsOf(layer, a!), polygonsOf(layer, b!));
  if (rule === 'zone-escape') return geos.onGrid.difference(polygonsOf(layer, a!), polygonsOf(layer, b!));
  const builder = createGeometryBuilder();
  appendGeoJson(builder, geometry ?? null);
  const packed = await packLayer(builder.finish(), frame);
  return ok(polygonsOf(packed.layer, 0));
}
