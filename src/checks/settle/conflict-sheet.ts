/** All that is known of a conflict between zones, on one sheet. */
import { ok, type Result } from '../../core/result.ts';
import { appendGeoJson, createGeometryBuilder } from '../../geo/geometry-column.ts';
import type { MetricPolygons } from '../../geo/geos-wkb.ts';
import { measurePieces } from '../../geo/overlay.ts';
import { type PackedLayer, packLayer } from '../../geo/packed-layer.ts';
import { polygonsOf, polygonsToGeoJson } from '../../geo/packed-polygons.ts';
import type { OpenCheck } from '../check-document.ts';
import { nameOf } from '../check-input.ts';
import type { FastWorkspace } from '../fast-workspace.ts';
import { bordersOf } from './border-lengths.ts';
import { describeParties } from './describe-parties.ts';
import { type Conflict, findConflict } from './find-conflict.ts';
import { middleLine } from './middle-line.ts';
import { farthestCorners } from './outline-length.ts';
import type { ConflictParty, ConflictSheet, OwnerSuggestion } from './settle-types.ts';
import { suggestOwner } from './suggest-owner.ts';
import { whatLiesInside } from './what-lies-inside.ts';

/** Fails with a problem for a finding that is gone, or that is no conflict between zones. */
export async function describeConflict(open: OpenCheck, findingId: string): Promise<Result<ConflictSheet>> {
  const found = await findConflict(open, findingId);
  if (!found.ok) return found;
  const conflict = found.value;
  const { finding, rule, kind, zones, ground } = conflict;
  const { workspace } = open;
  const { frame } = workspace;
  const edges = bordersOf(zones, ground, conflict.parties);
  const at: [number, number] = [0, 0];
  frame.project(finding.at[0], finding.at[1], at, 0);
  const described = describeParties(workspace, { rule, kind, parties: conflict.parties, ground, edges, at });
  const parties = rule === 'zone-gap' ? described.sort((a, b) => b.borderMeters - a.borderMeters) : described;
  const geometry = polygonsToGeoJson(ground, frame)!;
  const suggestion = rule === 'zone-escape' ? suggestForEscape(conflict, parties) : suggestOwner(parties);
  return ok({
    finding: finding.id,
    rule,
    kind,
    geometry,
    parts: ground.length,
    areaSquareMeters: finding.measures.areaSquareMeters ?? measurePieces(ground).areaSquareMeters,
    widthMeters: finding.measures.widthMeters ?? 0,
    lengthMeters: farthestCorners(ground).meters,
    parties,
    inside: whatLiesInside(workspace, await packGround(workspace, geometry)),
    ...(suggestion ? { suggestion } : {}),
    ...(rule === 'zone-overlap'
      ? { middleLine: middleLine(ground, edges).map(([x, y]) => frame.unproject(x, y)) }
      : {}),
  });
}

async function packGround({ frame }: FastWorkspace, geometry: GeoJSON.Geometry): Promise<PackedLayer> {
  const builder = createGeometryBuilder();
  appendGeoJson(builder, geometry);
  return (await packLayer(builder.finish(), frame)).layer;
}

/** Another zone of the parent's level that has more than half of the ground keeps it; else the parent may grow. */
function suggestForEscape(conflict: Conflict, [, parent]: readonly ConflictParty[]): OwnerSuggestion | undefined {
  if (!parent) return undefined;
  const { zones, parties, ground } = conflict;
  const [own, above] = parties as [number, number];
  const whole = measurePieces(ground).areaSquareMeters;
  let holder: { zone: number; fraction: number } | undefined;
  for (const zone of zones.around(own)) {
    const [traits, wanted] = [zones.traits[zone]!, zones.traits[above]!];
    if (zone === above || traits.rank !== wanted.rank || traits.duty !== wanted.duty) continue;
    const fraction = heldFraction(conflict, zone, ground, whole);
    if (fraction > (holder?.fraction ?? 0.5)) holder = { zone, fraction };
  }
  if (!holder) return { zone: parent.zone, reason: 'free', params: { name: parent.name } };
  const params = { name: nameOf(zones.refs[holder.zone]!), heldFraction: holder.fraction };
  return { zone: zones.subjects[holder.zone]!, reason: 'held', params };
}

function heldFraction({ geos, zones }: Conflict, zone: number, ground: MetricPolygons, whole: number): number {
  const shared = geos.intersection(ground, polygonsOf(zones.layer, zone));
  return shared.ok ? measurePieces(shared.value).areaSquareMeters / whole : 0;
}
