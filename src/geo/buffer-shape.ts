/**
 * Ground within so many metres of a point or a line, measured in the metric frame, where distances are
 * true to 5 ppm over a district. Pure; knows no layers.
 */
import { ok, type Result } from '../core/result.ts';
import type { Areal } from './cut-polygon.ts';
import type { Geos } from './geos.ts';
import type { MetricPolygons } from './geos-wkb.ts';
import type { Frame } from './laea.ts';

type Position = GeoJSON.Position;

/** Chords of a half circle: the border is at most 0.13% of the distance too near, and nowhere too far. */
const CHORDS = 30;

/**
 * Around every part of a shape; a polygon's own ground is not part of it unless its border is within reach.
 * Undefined for a shape without positions or a distance that is not positive. Fails as GEOS does.
 */
export function bufferShape(
  geos: Geos,
  frame: Frame,
  shape: GeoJSON.Geometry,
  distanceMeters: number,
): Result<Areal | undefined> {
  if (!(distanceMeters > 0)) return ok(undefined);
  const capsules = pathsOf(shape).flatMap((path) => capsulesOf(path.map(toPlace(frame)), distanceMeters));
  if (capsules.length === 0) return ok(undefined);
  const found = geos.unionAll(capsules.map((ring) => [ring]));
  return found.ok ? ok(toShape(found.value, frame)) : found;
}

function pathsOf(shape: GeoJSON.Geometry): readonly (readonly Position[])[] {
  switch (shape.type) {
    case 'Point':
      return [[shape.coordinates]];
    case 'MultiPoint':
      return shape.coordinates.map((position) => [position]);
    case 'LineString':
      return [shape.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return shape.coordinates;
    case 'MultiPolygon':
      return shape.coordinates.flat();
    case 'GeometryCollection':
      return shape.geometries.flatMap(pathsOf);
  }
}

type Place = readonly [x: number, y: number];
const toPlace =
  (frame: Frame) =>
  ([longitude = 0, latitude = 0]: Position): Place => {
    const place: [number, number] = [0, 0];
    frame.project(longitude, latitude, place, 0);
    return place;
  };

/** One around each stretch, with round ends; around a lone place a circle. */
function capsulesOf(path: readonly Place[], radius: number): Float64Array[] {
  const first = path[0];
  if (!first) return [];
  const stretches = path.slice(1).map((to, index): [Place, Place] => [path[index]!, to]);
  const moved = stretches.filter(([from, to]) => from[0] !== to[0] || from[1] !== to[1]);
  return (moved.length > 0 ? moved : [[first, first] as [Place, Place]]).map(([from, to]) => {
    const ahead = Math.atan2(to[1] - from[1], to[0] - from[0]);
    const ring: number[] = [];
    for (const [[x, y], start] of [
      [to, ahead - Math.PI / 2],
      [from, ahead + Math.PI / 2],
    ] as const) {
      for (let chord = 0; chord <= CHORDS; chord++) {
        const angle = start + (Math.PI * chord) / CHORDS;
        ring.push(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      }
    }
    // A circle's halves meet in the same places: those of the first half count.
    if (from === to) ring.splice(2 * (CHORDS + 1), 2);
    ring.push(ring[0]!, ring[1]!);
    return Float64Array.from(ring);
  });
}

function toShape(polygons: MetricPolygons, frame: Frame): Areal | undefined {
  const parts = polygons.map((rings) =>
    rings.map((ring) => {
      const positions: Position[] = [];
      for (let i = 0; i + 1 < ring.length; i += 2) positions.push(frame.unproject(ring[i]!, ring[i + 1]!));
      positions[positions.length - 1] = positions[0]!;
      return positions;
    }),
  );
  if (parts.length === 0) return undefined;
  return parts.length === 1
    ? { type: 'Polygon', coordinates: parts[0]! }
    : { type: 'MultiPolygon', coordinates: parts };
}
