/**
 * Intersection, difference and union of polygons by Turf; where its clipping throws, GEOS answers in
 * the metric frame; where GEOS fails too, the caller gets the problem and reports the pair as
 * unchecked. Operands must be valid.
 */
import { bbox, bboxClip, difference, feature, featureCollection, intersect, union } from '@turf/turf';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Geos } from '../../geo/geos.ts';
import type { MetricPolygons } from '../../geo/geos-wkb.ts';
import type { Frame } from '../../geo/laea.ts';
import { polygonsToGeoJson } from '../../geo/packed-polygons.ts';
import { type Areal, areaSquareMeters, lengthMeters, polygonsIn, ringsIn } from './ellipsoid-measures.ts';
import { widenBox } from './nearest.ts';
import type { Box } from './plain-shape.ts';

/** null: they share no ground. */
type Clipped = Result<Areal | null>;

export interface Clipper {
  intersection(a: Areal, b: Areal): Clipped;
  /** What of `ground` none of the others covers. */
  difference(ground: Areal, others: readonly Areal[]): Clipped;
  union(geometries: readonly Areal[]): Clipped;
}

/** Without GEOS, what Turf refuses fails with `turf-failed`. */
export function createClipper(geos: Result<Geos>, frame: Frame): Clipper {
  function attempt(byTurf: () => Areal | null, byGeos: (geos: Geos) => Result<MetricPolygons>): Clipped {
    try {
      return ok(byTurf());
    } catch (error) {
      if (!geos.ok) return fail('turf-failed', { reason: String(error) });
      const answer = byGeos(geos.value);
      return answer.ok ? ok(polygonsToGeoJson(answer.value, frame)) : answer;
    }
  }
  const collect = (geometries: readonly Areal[]) => featureCollection(geometries.map((geometry) => feature(geometry)));
  const metric = (geometry: Areal) => projectPolygons(geometry, frame);
  return {
    intersection: (a, b) =>
      attempt(
        () => intersect(collect([cropTo(b, a), cropTo(a, b)]))?.geometry ?? null,
        (library) => library.intersection(metric(a), metric(b)),
      ),
    difference: (ground, others) =>
      others.length === 0
        ? ok(ground)
        : attempt(
            () => difference(collect([ground, ...others.map((other) => cropTo(ground, other))]))?.geometry ?? null,
            (library) => {
              const covered = library.unionAll(others.flatMap(metric));
              return covered.ok ? library.difference(metric(ground), covered.value) : covered;
            },
          ),
    union: (geometries) =>
      geometries.length <= 1
        ? ok(geometries[0] ?? null)
        : attempt(
            () => union(collect(geometries))?.geometry ?? null,
            (library) => library.unionAll(geometries.flatMap(metric)),
          ),
  };
}

/** Fewer positions are not worth cropping. */
const WORTH_CROPPING = 64;

/**
 * The part of a large geometry that can matter to `near`: what lies in its box and a metre around it.
 * Clipping costs grow with all vertices, and a street has many that lie far from a heap of sand.
 */
function cropTo(near: Areal, geometry: Areal): Areal {
  if (ringsIn(geometry).reduce((sum, ring) => sum + ring.length, 0) < WORTH_CROPPING) return geometry;
  const cropped = polygonsIn(bboxClip(geometry, widenBox(bbox(near) as Box, 1)).geometry as Areal);
  return {
    type: 'MultiPolygon',
    coordinates: cropped.map((one) => one.coordinates).filter((rings) => rings.length > 0),
  };
}

/** Twice the area over the perimeter; an intersection below it is touching. */
const TOUCHING_MEAN_WIDTH_METERS = 0.002;

/** Whether shared ground is none, or so thin that the two merely touch. */
export function isMereTouch(shared: Areal | null): boolean {
  if (shared === null) return true;
  return 2 * areaSquareMeters(shared) < TOUCHING_MEAN_WIDTH_METERS * lengthMeters(ringsIn(shared));
}

/** Degrees to closed rings in metres of the frame. */
export function projectPolygons(geometry: Areal, frame: Frame): Float64Array[][] {
  return polygonsIn(geometry).map((polygon) =>
    polygon.coordinates.map((ring) => {
      const flat = new Float64Array(2 * ring.length);
      ring.forEach(([longitude, latitude], i) => {
        frame.project(longitude!, latitude!, flat, 2 * i);
      });
      return flat;
    }),
  );
}
