/**
 * The one ring of a zone whose vertices can be moved, and the zone again after they were: holes and
 * the geometry's type stay. Zones of several parts are left alone.
 */
import { fail, ok, type Problem, problem, type Result } from '../core/result.ts';
import type { ZoneGeometry } from './draw-types.ts';
import { findCrossing, isInsideRing, ringsMeet } from './ring-crossing.ts';

export interface EditableRing {
  /** The outer ring as it was, closed. */
  readonly outer: readonly GeoJSON.Position[];
  /** The zone with another outer ring (closed). */
  rebuild(outer: readonly GeoJSON.Position[]): ZoneGeometry;
  /** Why a ring cannot be the outer one; undefined if it can. */
  findFault(outer: readonly GeoJSON.Position[]): Problem | undefined;
}

/** Fails with `draw.several-parts`, or `draw.no-ring` for an empty polygon. */
export function findEditableRing(geometry: ZoneGeometry): Result<EditableRing> {
  const multi = geometry.type === 'MultiPolygon';
  const parts = multi ? geometry.coordinates : [geometry.coordinates];
  const [rings] = parts;
  if (parts.length > 1) return fail('draw.several-parts', { parts: parts.length });
  const [outer, ...holes] = rings ?? [];
  if (!outer || outer.length < 4) return fail('draw.no-ring');
  return ok({
    outer,
    rebuild(ring) {
      const coordinates = [[...ring], ...holes];
      return multi ? { type: 'MultiPolygon', coordinates: [coordinates] } : { type: 'Polygon', coordinates };
    },
    findFault(ring) {
      if (findCrossing(ring, true)) return problem('draw.self-crossing');
      const lost = holes.some((hole) => ringsMeet(hole, ring) || !isInsideRing(hole[0] ?? [], ring));
      return lost ? problem('draw.hole-outside') : undefined;
    },
  });
}

/** What a newly drawn zone is: a polygon of one ring. */
export const NEW_RING: Pick<EditableRing, 'rebuild' | 'findFault'> = {
  rebuild: (outer) => ({ type: 'Polygon', coordinates: [[...outer]] }),
  findFault: (outer) => (findCrossing(outer, true) ? problem('draw.self-crossing') : undefined),
};
