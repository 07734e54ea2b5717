/**
 * Which responsibility zones hold a place: the chain from the coarsest to the finest, by the ground. Good to
 * the metre, to say where something lies; nothing is measured with it.
 */
import { bbox, booleanPointInPolygon } from '@turf/turf';
import type { Subject } from '../core/subject.ts';
import { geometryToGeoJson } from '../geo/geometry-column.ts';
import { dutyOf, ofCommonDuty } from '../model/common-duty.ts';
import { effectiveBatch } from '../model/effective-batch.ts';
import { textAt } from '../model/feature-batch.ts';
import { ZONE_LEVELS } from '../model/kinds.ts';
import type { LonLat } from '../model/lon-lat.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';

export interface PathZone {
  readonly subject: Subject;
  readonly name: string;
  readonly level: string;
}

/** At most one zone of each level, coarse to fine; empty outside of all. */
export type FindZonePath = (at: LonLat) => readonly PathZone[];

/**
 * Of several zones of one level that of the duty is taken which most zones have, then the first in the workspace: the
 * ground of a department of its own is nobody's street. A place on an edge is inside. A level of the ledger's own counts as the finest. O(zones) a place, and O(positions) of those near it.
 */
export function createZonePath(document: WorkspaceDocument): FindZonePath {
  const zones = commonDutyFirst(listZones(document));
  return (at) => {
    const path = new Map<number, PathZone>();
    for (const { zone, rank, box, geometry } of zones) {
      if (path.has(rank) || at[0] < box[0]! || at[1] < box[1]! || at[0] > box[2]! || at[1] > box[3]!) continue;
      if (booleanPointInPolygon([...at], geometry)) path.set(rank, zone);
    }
    return [...path].sort(([a], [b]) => a - b).map(([, zone]) => zone);
  };
}

/** Level by level, since a department may divide the streets and leave the grids alone. */
function commonDutyFirst(zones: ReturnType<typeof listZones>) {
  const common = new Set(
    [...new Set(zones.map(({ rank }) => rank))].flatMap((rank) => [
      ...ofCommonDuty(
        zones.filter((zone) => zone.rank === rank),
        ({ duty }) => duty,
      ),
    ]),
  );
  return [...common, ...zones.filter((zone) => !common.has(zone))];
}

/** Streets in the workspace's order. */
export function listStreets(document: WorkspaceDocument): PathZone[] {
  return listZones(document).flatMap(({ zone }) => (zone.level === 'street' ? [zone] : []));
}

/** The names of the streets of the duty that most of them have, each once: those that a place is said to lie in. */
export function listCommonStreetNames(document: WorkspaceDocument): string[] {
  const streets = listZones(document).filter(({ zone }) => zone.level === 'street');
  return [...new Set(ofCommonDuty(streets, ({ duty }) => duty).map(({ zone }) => zone.name))];
}

function listZones(document: WorkspaceDocument) {
  return document.layers
    .filter(({ kind }) => kind === 'responsibilityZone')
    .flatMap((layer) => {
      const batch = effectiveBatch(layer);
      return batch.ids.flatMap((feature, index) => {
        const geometry = geometryToGeoJson(batch.geometry, index);
        if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return [];
        const level = textAt(batch, 'level', index)?.trim() || 'grid';
        const rank = (ZONE_LEVELS as readonly string[]).indexOf(level);
        const duty = dutyOf(textAt(batch, 'duty', index));
        const name = textAt(batch, 'name', index) ?? textAt(batch, 'code', index) ?? feature;
        const zone: PathZone = { subject: { layer: layer.id, feature }, name, level };
        return [{ zone, rank: rank < 0 ? ZONE_LEVELS.length - 1 : rank, box: bbox(geometry), geometry, duty }];
      });
    });
}
