/** How much of a dust source lies in the union of zones: by area, by length, or as a point. On the edge is inside. */
import { booleanPointInPolygon } from '@turf/turf';
import { ok, type Result } from '../../core/result.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import { type Clipper, isMereTouch } from './clip.ts';
import { type Areal, areaSquareMeters, distanceMeters, lengthMeters } from './ellipsoid-measures.ts';
import { boxesMeet, type Edge, edgeBox, edgesOf, pointToEdge, widenBox } from './nearest.ts';
import type { PlainShape } from './plain-shape.ts';
import type { PlainZone } from './plain-workspace.ts';

export interface Extent {
  readonly areaSquareMeters?: number;
  readonly lengthMeters?: number;
}

/** The whole source: exactly one of area and length, neither for points. */
export function extentOf({ geometry }: PlainShape): Extent {
  switch (geometry.type) {
    case 'Polygon':
    case 'MultiPolygon':
      return { areaSquareMeters: areaSquareMeters(geometry) };
    case 'LineString':
      return { lengthMeters: lengthMeters([geometry.coordinates]) };
    case 'MultiLineString':
      return { lengthMeters: lengthMeters(geometry.coordinates) };
    default:
      return {};
  }
}

/** Less than this is the rounding of clipped coordinates, not ground. */
const NO_FRACTION = 1e-6;

/** The fraction of the source in the union of the zones, 0 to 1; of several points, the fraction of them. */
export function coveredFraction(source: PlainShape, zones: readonly PlainZone[], clipper: Clipper): Result<number> {
  const { geometry } = source;
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
    const rest = clipper.difference(
      geometry,
      zones.map((zone) => zone.geometry),
    );
    if (!rest.ok) return rest;
    const fraction = 1 - areaSquareMeters(rest.value) / areaSquareMeters(geometry);
    return ok(fraction < NO_FRACTION ? 0 : fraction);
  }
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') return ok(coveredOfLine(source, zones));
  const positions = edgesOf(geometry).map(([position]) => position);
  const inside = positions.filter((position) => zones.some((zone) => holdsPoint(zone.geometry, position)));
  return ok(inside.length / positions.length);
}

/** Whether a part of the source, and not merely its edge, lies in the zone; `at` is a point inside the source. */
export function hasPartIn(source: PlainShape, at: LonLat, zone: PlainZone, clipper: Clipper): boolean {
  if (holdsPoint(zone.geometry, [...at])) return true;
  const { geometry } = source;
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') {
    const fraction = coveredFraction(source, [zone], clipper);
    return fraction.ok && fraction.value > 0;
  }
  const shared = clipper.intersection(geometry, zone.geometry);
  return shared.ok && !isMereTouch(shared.value);
}

/** A point this near to an edge lies on it: the millimetre grid has none nearer that does not, nearly always, and edges sag by less. */
const ON_EDGE_METERS = 0.0002;

/** On the edge is inside. */
export function holdsPoint(geometry: Areal, position: GeoJSON.Position): boolean {
  return booleanPointInPolygon(position, geometry) || isOnEdge(geometry, position);
}

function isOnEdge(geometry: Areal, position: GeoJSON.Position): boolean {
  const [x, y] = position as [number, number];
  const reach = widenBox([x, y, x, y], ON_EDGE_METERS);
  return edgesOf(geometry).some(
    (edge) => boxesMeet(reach, edgeBox(edge)) && pointToEdge(position, edge) <= ON_EDGE_METERS,
  );
}

/** Each edge is cut where it crosses a zone's edge or a zone's corner lies on it; a piece is covered if its middle is. */
function coveredOfLine(source: PlainShape, zones: readonly PlainZone[]): number {
  const zoneEdges = zones.flatMap((zone) => edgesOf(zone.geometry));
  let covered = 0;
  let whole = 0;
  for (const [a, b] of edgesOf(source.geometry)) {
    const cuts = [0, 1, ...zoneEdges.flatMap((edge) => crossingOf(a, b, edge))].sort((s, t) => s - t);
    const length = distanceMeters(a, b);
    whole += length;
    for (let i = 1; i < cuts.length; i++) {
      const middle = (cuts[i]! + cuts[i - 1]!) / 2;
      const position = [a[0]! + (b[0]! - a[0]!) * middle, a[1]! + (b[1]! - a[1]!) * middle];
      if (zones.some((zone) => holdsPoint(zone.geometry, position))) covered += length * (cuts[i]! - cuts[i - 1]!);
    }
  }
  return Math.min(1, covered / whole);
}

/** Where along a → b (0 to 1) the edge c → d is crossed, and where c lies on it. */
function crossingOf(a: GeoJSON.Position, b: GeoJSON.Position, [c, d]: Edge): number[] {
  const [ux, uy, vx, vy] = [b[0]! - a[0]!, b[1]! - a[1]!, d[0]! - c[0]!, d[1]! - c[1]!];
  const [wx, wy] = [c[0]! - a[0]!, c[1]! - a[1]!];
  const cuts: number[] = [];
  const cross = ux * vy - uy * vx;
  const across = (wx * uy - wy * ux) / cross;
  if (across >= 0 && across <= 1) cuts.push((wx * vy - wy * vx) / cross);
  if (boxesMeet(widenBox(edgeBox([a, b]), 1), edgeBox([c, c])) && pointToEdge(c, [a, b]) <= ON_EDGE_METERS) {
    cuts.push((wx * ux + wy * uy) / (ux * ux + uy * uy));
  }
  return cuts.filter((cut) => cut > 0 && cut < 1);
}
