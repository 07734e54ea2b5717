/** Where an examination looks: a box in metres of the frame and the degrees that hold it. */
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import type { Frame } from '../../geo/laea.ts';
import type { LayerKind } from '../../model/kinds.ts';
import type { DatumReference } from './datum-types.ts';

/** Nothing is looked for beyond: BD-09 stands off WGS84 by less. */
export const REACH_METERS = 2000;
/** Of roads and neighbouring layers: more would take longer and prove nothing more. */
const MAX_POSITIONS = 60_000;

export type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

export interface Region {
  readonly meters: Box;
  readonly degrees: Box;
  /** minX, minY, maxX, maxY per feature in degrees, worked out once for each geometry of an examination. */
  readonly boxesOf: (geometry: GeometryColumn) => Float64Array;
}

export const isZoneOrBoundary = (kind: LayerKind): boolean =>
  kind === 'responsibilityZone' || kind === 'patrolZone' || kind === 'boundary';

/** The region around all places given, x and y in turn, with the reach added. */
export function regionAround(places: readonly Float64Array[], frame: Frame): Region {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const xy of places) {
    for (let i = 0; i < xy.length; i += 2) {
      // A position on the other side of the globe is a mistake, and would take in everything.
      if (!(Math.abs(xy[i]!) < 1e6 && Math.abs(xy[i + 1]!) < 1e6)) continue;
      minX = Math.min(minX, xy[i]!);
      maxX = Math.max(maxX, xy[i]!);
      minY = Math.min(minY, xy[i + 1]!);
      maxY = Math.max(maxY, xy[i + 1]!);
    }
  }
  const box: Box = [minX - REACH_METERS, minY - REACH_METERS, maxX + REACH_METERS, maxY + REACH_METERS];
  return createRegion(box, frame, rememberBoxes());
}

function createRegion(meters: Box, frame: Frame, boxesOf: Region['boxesOf']): Region {
  const [minX, minY, maxX, maxY] = meters;
  const edge = [minX, (minX + maxX) / 2, maxX].flatMap((x) =>
    [minY, (minY + maxY) / 2, maxY].map((y) => frame.unproject(x, y)),
  );
  const [longitudes, latitudes] = [edge.map(([longitude]) => longitude), edge.map(([, latitude]) => latitude)];
  return {
    meters,
    boxesOf,
    degrees: [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)],
  };
}

/**
 * The part of the region around a place of the layer that holds no more than MAX_POSITIONS of roads and neighbours,
 * taking them to lie evenly; the region itself where they are fewer. O(reference positions).
 */
export function focusOf(
  region: Region,
  references: readonly DatumReference[],
  [x, y]: readonly [number, number],
  frame: Frame,
): Region {
  let positions = 0;
  for (const { kind, batch } of references) {
    if (isZoneOrBoundary(kind)) continue;
    for (let i = 0; i < batch.geometry.count; i++)
      if (meetsRegion(batch.geometry, i, region)) positions += positionsOf(batch.geometry, i);
  }
  if (positions <= MAX_POSITIONS) return region;
  const [minX, minY, maxX, maxY] = region.meters;
  const share = Math.sqrt(MAX_POSITIONS / positions);
  // Never so small that nothing but the reach is left of it.
  const halfWidth = Math.max((share * (maxX - minX)) / 2, 2 * REACH_METERS);
  const halfHeight = Math.max((share * (maxY - minY)) / 2, 2 * REACH_METERS);
  return createRegion([x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight], frame, region.boxesOf);
}

/** Whether the box of a feature's positions meets the region, degrees as they stand. */
export function meetsRegion(geometry: GeometryColumn, index: number, { degrees, boxesOf }: Region): boolean {
  const boxes = boxesOf(geometry);
  const at = 4 * index;
  return (
    boxes[at]! <= degrees[2] &&
    boxes[at + 2]! >= degrees[0] &&
    boxes[at + 1]! <= degrees[3] &&
    boxes[at + 3]! >= degrees[1]
  );
}

function rememberBoxes(): Region['boxesOf'] {
  const known = new Map<GeometryColumn, Float64Array>();
  return (geometry) => {
    const found = known.get(geometry) ?? boxesOfFeatures(geometry);
    known.set(geometry, found);
    return found;
  };
}

/** O(positions). */
function boxesOfFeatures(geometry: GeometryColumn): Float64Array {
  const { count, coordinates } = geometry;
  const boxes = new Float64Array(4 * count);
  for (let index = 0; index < count; index++) {
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    const end = 2 * firstPosition(geometry, index + 1);
    for (let p = 2 * firstPosition(geometry, index); p < end; p += 2) {
      const [x, y] = [coordinates[p]!, coordinates[p + 1]!];
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    boxes.set([minX, minY, maxX, maxY], 4 * index);
  }
  return boxes;
}

const firstPosition = ({ partStart, ringStart, positionStart }: GeometryColumn, index: number): number =>
  positionStart[ringStart[partStart[index]!]!]!;

export const positionsOf = (geometry: GeometryColumn, index: number): number =>
  firstPosition(geometry, index + 1) - firstPosition(geometry, index);
