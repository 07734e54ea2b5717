/**
 * Which part of a path lies within a distance of edges, found by search: along a straight edge the distance
 * to another one first falls, then rises, so that its least place and the places on either side of it where
 * the limit is passed can be halved down to. Slower than solving, and independent of it.
 */
import { joinStretches } from '../../geo/intervals.ts';
import type { Frame } from '../../geo/laea.ts';
import { linesToGeoJson, type MeasuredStretch } from '../draft-stretch.ts';
import { distanceMeters } from './ellipsoid-measures.ts';
import { type Edge, pointToEdge } from './nearest.ts';
import type { PlainShape } from './plain-shape.ts';

/** An edge of a path, and how far along the path it begins and ends. */
export interface PathEdge {
  readonly edge: Edge;
  readonly fromMeters: number;
  readonly toMeters: number;
}

export function measureEdges(path: readonly GeoJSON.Position[]): PathEdge[] {
  let fromMeters = 0;
  return path.slice(1).map((to, i) => {
    const edge: Edge = [path[i]!, to];
    const toMeters = fromMeters + distanceMeters(...edge);
    const measured = { edge, fromMeters, toMeters };
    fromMeters = toMeters;
    return measured;
  });
}

/** The place of a path so far from its start. */
export function placeAlong(path: readonly PathEdge[], meters: number): GeoJSON.Position {
  return slice(path, meters, meters)[0]!;
}

/** The paths of a line. */
export function pathsOf({ geometry }: PlainShape): GeoJSON.Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
}

function placeOn({ edge: [a, b] }: PathEdge, fraction: number): GeoJSON.Position {
  return [a[0]! + (b[0]! - a[0]!) * fraction, a[1]! + (b[1]! - a[1]!) * fraction];
}

/** Halvings: the last one of 50 m is below a nanometre. */
const STEPS = 40;

/** Where the part of a path's edge within `meters` of another one begins and ends, in metres along the path. */
export function findNearPart(of: PathEdge, other: Edge, meters: number): [number, number] | undefined {
  const isNear = (fraction: number) => pointToEdge(placeOn(of, fraction), other) <= meters;
  const least = isNear(0) ? 0 : isNear(1) ? 1 : leastPlace((fraction) => pointToEdge(placeOn(of, fraction), other));
  if (!isNear(least)) return undefined;
  const inMeters = (fraction: number) => of.fromMeters + fraction * (of.toMeters - of.fromMeters);
  return [inMeters(lastNear(least, 0, isNear)), inMeters(lastNear(least, 1, isNear))];
}

/** From a near place towards an end: the last one that is near. */
function lastNear(near: number, end: number, isNear: (fraction: number) => boolean): number {
  if (isNear(end)) return end;
  let [inside, outside] = [near, end];
  for (let step = 0; step < STEPS; step++) {
    const middle = (inside + outside) / 2;
    if (isNear(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** Of a function on 0 … 1 that first falls, then rises. */
function leastPlace(valueAt: (fraction: number) => number): number {
  let [from, to] = [0, 1];
  for (let step = 0; step < STEPS; step++) {
    const third = (to - from) / 3;
    if (valueAt(from + third) < valueAt(to - third)) to -= third;
    else from += third;
  }
  return (from + to) / 2;
}

/** Pieces of a path joined to stretches, with place, length and lines. */
export function measureStretches(
  path: readonly PathEdge[],
  pieces: readonly number[],
  joinMeters: number,
  frame: Frame,
): MeasuredStretch[] {
  return joinStretches(pieces, joinMeters).map(({ pieces: own, lengthMeters, middleMeters }) => {
    const [longitude, latitude] = placeAlong(path, middleMeters) as [number, number];
    const point = new Float64Array(2);
    frame.project(longitude, latitude, point, 0);
    const lines = own.flatMap((from, i) => (i % 2 === 0 ? [slice(path, from, own[i + 1]!)] : []));
    return {
      at: [longitude, latitude],
      pointMeters: [point[0]!, point[1]!],
      lengthMeters,
      geometry: linesToGeoJson(lines),
    };
  });
}

function slice(path: readonly PathEdge[], from: number, to: number): GeoJSON.Position[] {
  const touched = path.filter((edge) => edge.toMeters >= from && edge.fromMeters <= to);
  const place = (edge: PathEdge, meters: number) => {
    const fraction = (meters - edge.fromMeters) / (edge.toMeters - edge.fromMeters);
    return placeOn(edge, Math.min(1, Math.max(0, fraction)));
  };
  return [place(touched[0]!, from), ...touched.map((edge) => place(edge, to))];
}
