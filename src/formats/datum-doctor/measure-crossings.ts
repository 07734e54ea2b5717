/**
 * How many things a road runs through: what is built and what is pinned on a map keeps off roads, in the right datum.
 * Works both ways round: things of the layer against roads of the workspace, and roads of the layer against things
 * of the workspace.
 */
import { toWgs84 } from '../../geo/datum.ts';
import { type GeometryColumn, GeometryType, selectGeometries } from '../../geo/geometry-column.ts';
import type { Frame } from '../../geo/laea.ts';
import { pointToSegmentSquared, segmentsMeet } from '../../geo/segment-distance.ts';
import { HitList } from '../../geo/spatial-index.ts';
import type { FeatureBatch } from '../../model/feature-batch.ts';
import { DATUMS, type DatumReference } from './datum-types.ts';
import { CONTROLS } from './measure-fit.ts';
import { collectEdges, type ReferenceEdges } from './reference-edges.ts';
import { isZoneOrBoundary, meetsRegion, positionsOf, type Region } from './region.ts';
import { layOut } from './sample-layer.ts';

/** A polygon says more than a point, which meets a road by chance one time in ten. */
const MOST = { polygon: 300, point: 3000 } as const;
const MAX_POSITIONS_OF_POLYGON = 200;
const MAX_POSITIONS_OF_LINES = 20_000;
/** Larger ones have streets of their own. */
const MAX_SIDE_METERS = 300;
/** A thing with no line so near cannot show anything. */
const NEAR_METERS = 100;
/** Where more segments than this are near, no street plan is: chance decides. */
const MAX_LINES_NEAR = 400;
/** From the middle of a road: where no address is pinned. */
const ON_ROAD_METERS = 10;

export type ThingType = keyof typeof MOST;

export interface Crossings {
  readonly things: ThingType;
  /** Per candidate of DATUMS: things with a line near, those that a line runs through, and the same with them laid beside. */
  readonly near: readonly number[];
  readonly crossed: readonly number[];
  readonly controlNear: readonly number[];
  readonly controlCrossed: readonly number[];
}

/** Things of the layer, in each datum, against reference lines. O(things × their positions × lines near). */
export function measureThings(
  layer: GeometryColumn,
  lines: ReferenceEdges | undefined,
  frame: Frame,
  region: Region,
): Crossings[] {
  if (!lines) return [];
  return (['polygon', 'point'] as const).flatMap((things) => {
    const outlines = outlinesOf(layer, things, region);
    const laidOut = outlines.map((degrees) => layOut(degrees, frame));
    if (laidOut.length === 0) return [];
    return [
      compare(
        things,
        DATUMS.map((_, at) => [lines, laidOut.map((own) => own[at]!)] as const),
      ),
    ];
  });
}

/** Lines of the layer, in each datum, against things of the workspace; zones and boundaries are no things. */
export function measureLines(
  layer: FeatureBatch,
  references: readonly DatumReference[],
  frame: Frame,
  region: Region,
): Crossings[] {
  const edges = edgesInEachDatum(layer, frame, region);
  if (!edges) return [];
  const built = references.filter(({ kind }) => !isZoneOrBoundary(kind));
  return (['polygon', 'point'] as const).flatMap((things) => {
    const outlines = built.flatMap(({ batch }) => outlinesOf(batch.geometry, things, region));
    const laidOut = outlines.map((degrees) => layOut(degrees, frame)[0]!);
    return laidOut.length === 0
      ? []
      : [
          compare(
            things,
            edges.map((own) => [own, laidOut] as const),
          ),
        ];
  });
}

function edgesInEachDatum(layer: FeatureBatch, frame: Frame, region: Region): ReferenceEdges[] | undefined {
  const { geometry } = layer;
  const lines: number[] = [];
  let positions = 0;
  for (let i = 0; i < geometry.count; i++) {
    if (geometry.type[i] !== GeometryType.line || !meetsRegion(geometry, i, region)) continue;
    lines.push(i);
    positions += positionsOf(geometry, i);
  }
  const step = Math.max(1, Math.ceil(positions / MAX_POSITIONS_OF_LINES));
  const chosen = selectGeometries(geometry, Uint32Array.from(lines.filter((_, at) => at % step === 0)));
  const edges = DATUMS.map((datum) => {
    const coordinates = chosen.coordinates.slice();
    for (let i = 0; i < coordinates.length; i += 2)
      coordinates.set(toWgs84(datum, coordinates[i]!, coordinates[i + 1]!), i);
    const batch = { ...layer, geometry: { ...chosen, coordinates } };
    return collectEdges([{ kind: 'road', batch }], GeometryType.line, frame, region);
  });
  return edges.every((own) => own !== undefined) ? edges : undefined;
}

function compare(
  things: ThingType,
  candidates: readonly (readonly [ReferenceEdges, readonly Float64Array[]])[],
): Crossings {
  const own = candidates.map(([lines, outlines]) => tally(lines, outlines, [[0, 0]]));
  const beside = candidates.map(([lines, outlines]) => tally(lines, outlines, CONTROLS));
  return {
    things,
    near: own.map(({ near }) => near),
    crossed: own.map(({ crossed }) => crossed),
    controlNear: beside.map(({ near }) => near),
    controlCrossed: beside.map(({ crossed }) => crossed),
  };
}

function tally(
  lines: ReferenceEdges,
  outlines: readonly Float64Array[],
  places: readonly (readonly [number, number])[],
): { near: number; crossed: number } {
  let [near, crossed] = [0, 0];
  for (const [dx, dy] of places) {
    for (const outline of outlines) {
      const found = meetLines(lines, outline, dx, dy);
      if (found !== undefined) near++;
      if (found) crossed++;
    }
  }
  return { near, crossed };
}

/** Degrees of first rings of moderate length, or of points, at even steps through the features of the type. */
function outlinesOf(geometry: GeometryColumn, things: ThingType, region: Region): Float64Array[] {
  const { type, partStart, ringStart, positionStart, coordinates } = geometry;
  const features: number[] = [];
  for (let i = 0; i < geometry.count; i++)
    if (type[i] === GeometryType[things] && meetsRegion(geometry, i, region)) features.push(i);
  const step = Math.max(1, features.length / MOST[things]);
  const outlines: Float64Array[] = [];
  for (let at = 0; at < features.length; at += step) {
    const ring = ringStart[partStart[features[Math.floor(at)]!]!]!;
    const [first, end] = [positionStart[ring]!, positionStart[ring + 1]!];
    if (end - first <= MAX_POSITIONS_OF_POLYGON) outlines.push(coordinates.slice(2 * first, 2 * end));
  }
  return outlines;
}

const hits = new HitList();

/** Undefined where no line is near or the outline is too large to say anything. */
function meetLines({ segments, index }: ReferenceEdges, xy: Float64Array, dx: number, dy: number): boolean | undefined {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    minX = Math.min(minX, xy[i]! + dx);
    maxX = Math.max(maxX, xy[i]! + dx);
    minY = Math.min(minY, xy[i + 1]! + dy);
    maxY = Math.max(maxY, xy[i + 1]! + dy);
  }
  if (!(maxX - minX <= MAX_SIDE_METERS && maxY - minY <= MAX_SIDE_METERS)) return undefined;
  index.search(minX - NEAR_METERS, minY - NEAR_METERS, maxX + NEAR_METERS, maxY + NEAR_METERS, hits);
  if (hits.count === 0 || hits.count > MAX_LINES_NEAR) return undefined;
  for (let k = 0; k < hits.count; k++) {
    const at = 4 * hits.items[k]!;
    const [ax, ay, bx, by] = [
      segments[at]! - dx,
      segments[at + 1]! - dy,
      segments[at + 2]! - dx,
      segments[at + 3]! - dy,
    ];
    if (xy.length === 2) {
      if (pointToSegmentSquared(xy[0]!, xy[1]!, ax, ay, bx, by) <= ON_ROAD_METERS ** 2) return true;
      continue;
    }
    for (let i = 0; i + 3 < xy.length; i += 2) {
      const [cx, cy, ex, ey] = [xy[i]!, xy[i + 1]!, xy[i + 2]!, xy[i + 3]!];
      const isApart =
        Math.max(ax, bx) < Math.min(cx, ex) ||
        Math.min(ax, bx) > Math.max(cx, ex) ||
        Math.max(ay, by) < Math.min(cy, ey) ||
        Math.min(ay, by) > Math.max(cy, ey);
      if (!isApart && segmentsMeet(ax, ay, bx, by, cx, cy, ex, ey)) return true;
    }
  }
  return false;
}
