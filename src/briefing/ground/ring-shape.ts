/** A circle on the ground as a polygon. Pure. */
import { createFrame } from '../../geo/laea.ts';
import type { LonLat } from '../../model/lon-lat.ts';

/** The sagitta of 96 chords is 0.05% of the radius: less than the line is wide at any scale. */
const STEPS = 96;

/**
 * WGS84, counter-clockwise, closed, its first position due east of the centre. Radius right to 5 ppm over a
 * district. A radius of 0 or less gives a ring without extent. O(1).
 */
export function ringPolygon(center: LonLat, radiusMeters: number): GeoJSON.Polygon {
  const frame = createFrame(center);
  const radius = Math.max(0, radiusMeters);
  const ring = Array.from({ length: STEPS }, (_, step) => {
    const angle = (2 * Math.PI * step) / STEPS;
    return frame.unproject(radius * Math.cos(angle), radius * Math.sin(angle));
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as [number, number]]] };
}

/** The place on the rim due east: where the radius is taken hold of. */
export function rimPlace(center: LonLat, radiusMeters: number): LonLat {
  return createFrame(center).unproject(Math.max(0, radiusMeters), 0);
}
