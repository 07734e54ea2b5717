/**
 * Where a point lies in a polygon: inside, on its edge, outside. Exact for the coordinates as they
 * are: signs come from robust predicates, so that a point on a border is on it for both neighbours.
 * Several parts and holes at once, by parity over all rings.
 */
import { orient2d } from 'robust-predicates';
import { bandAt, type EdgeBands } from './edge-bands.ts';
import type { PackedLayer } from './packed-layer.ts';
import { pointToSegmentSquared } from './segment-distance.ts';

export const Location = { outside: 0, edge: 1, inside: 2 } as const;
export type LocationCode = (typeof Location)[keyof typeof Location];

/** What one edge says of a point: nothing, that it is on the edge, or that a ray to the right crosses it. */
const MISSED = 0;
const ON_EDGE = 1;
const CROSSED = 2;

function crossEdge(xy: Float64Array, edge: number, x: number, y: number): number {
  const at = 2 * edge;
  const ay = xy[at + 1]!;
  const by = xy[at + 3]!;
  if (ay > y !== by > y) {
    const ax = xy[at]!;
    const bx = xy[at + 2]!;
    if (x < ax && x < bx) return CROSSED;
    if (x > ax && x > bx) return MISSED;
    const turn = orient2d(ax, ay, bx, by, x, y);
    if (turn === 0) return ON_EDGE;
    // robust-predicates' sign is positive for a clockwise turn; left of an upward edge means crossed.
    return turn < 0 === by > ay ? CROSSED : MISSED;
  }
  if (ay === y) {
    const ax = xy[at]!;
    if (ax === x) return ON_EDGE;
    if (by === y && ax > x !== xy[at + 2]! > x) return ON_EDGE;
  }
  return MISSED;
}

/** With edge bands: O(√n) for usual outlines. A feature that is no polygon holds nothing. */
export function locatePoint(layer: PackedLayer, bands: EdgeBands, feature: number, x: number, y: number): LocationCode {
  const box = 4 * feature;
  const { boxes, xy } = layer;
  if (bands.bandCount[feature] === 0) return Location.outside;
  if (x < boxes[box]! || y < boxes[box + 1]! || x > boxes[box + 2]! || y > boxes[box + 3]!) return Location.outside;
  const band = bands.firstBand[feature]! + bandAt(bands, layer, feature, y);
  let inside = false;
  for (let entry = bands.edgeStart[band]!; entry < bands.edgeStart[band + 1]!; entry++) {
    const answer = crossEdge(xy, bands.edges[entry]!, x, y);
    if (answer === ON_EDGE) return Location.edge;
    if (answer === CROSSED) inside = !inside;
  }
  return inside ? Location.inside : Location.outside;
}

/** Without preparation, for features too small or too rarely asked to be worth it: O(n). */
export function locatePointPlainly(layer: PackedLayer, feature: number, x: number, y: number): LocationCode {
  const { partStart, partEnd, ringStart, positionStart, xy } = layer;
  let inside = false;
  const rings = ringStart[partEnd[feature]!]!;
  for (let ring = ringStart[partStart[feature]!]!; ring < rings; ring++) {
    const end = positionStart[ring + 1]! - 1;
    for (let edge = positionStart[ring]!; edge < end; edge++) {
      const answer = crossEdge(xy, edge, x, y);
      if (answer === ON_EDGE) return Location.edge;
      if (answer === CROSSED) inside = !inside;
    }
  }
  return inside ? Location.inside : Location.outside;
}

/** In one closed ring of plain coordinates: positions `start` up to `end`, which is not one of them. O(positions). */
export function locateInRing(xy: Float64Array, start: number, end: number, x: number, y: number): LocationCode {
  let inside = false;
  for (let edge = start; edge < end - 1; edge++) {
    const answer = crossEdge(xy, edge, x, y);
    if (answer === ON_EDGE) return Location.edge;
    if (answer === CROSSED) inside = !inside;
  }
  return inside ? Location.inside : Location.outside;
}

/** Whether a point lies within a tolerance of the border, on either side. The tolerance is small beside the polygon. */
export function isNearBorder(
  layer: PackedLayer,
  bands: EdgeBands,
  feature: number,
  x: number,
  y: number,
  toleranceMeters: number,
): boolean {
  if (bands.bandCount[feature] === 0) return false;
  const { xy } = layer;
  const first = bands.firstBand[feature]!;
  const from = first + bandAt(bands, layer, feature, y - toleranceMeters);
  const to = first + bandAt(bands, layer, feature, y + toleranceMeters);
  for (let entry = bands.edgeStart[from]!; entry < bands.edgeStart[to + 1]!; entry++) {
    const at = 2 * bands.edges[entry]!;
    const squared = pointToSegmentSquared(x, y, xy[at]!, xy[at + 1]!, xy[at + 2]!, xy[at + 3]!);
    if (squared <= toleranceMeters * toleranceMeters) return true;
  }
  return false;
}

/**
 * How near to a border a place is on it. Snapping moves a point and both ends of an edge by up to
 * 0.71 mm each, so that what was on the edge in the file may lie up to 1.4 mm beside it.
 */
export const ON_EDGE_METERS = 0.002;

/** Whether a place counts as inside: in the polygon or on its edge, as far as snapping lets tell. */
export function holdsPlace(layer: PackedLayer, bands: EdgeBands, feature: number, x: number, y: number): boolean {
  if (locatePoint(layer, bands, feature, x, y) !== Location.outside) return true;
  return isNearBorder(layer, bands, feature, x, y, ON_EDGE_METERS);
}
