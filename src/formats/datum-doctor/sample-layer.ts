/** A few positions that stand for a layer, always the same ones, read in each datum and laid out in metres. */
import { toWgs84 } from '../../geo/datum.ts';
import { type GeometryColumn, GeometryType } from '../../geo/geometry-column.ts';
import type { Frame } from '../../geo/laea.ts';
import { DATUMS } from './datum-types.ts';
import { meetsRegion, type Region } from './region.ts';

/** Enough that a share is known to one or two per cent, few enough to take no time. */
const MAX_POSITIONS = 2000;

export interface LayerSample {
  /** Feature numbers in the layer, ascending. */
  readonly features: Uint32Array;
  /** Longitude and latitude as the file has them. */
  readonly degrees: Float64Array;
  /** Per position: its place in `features`. */
  readonly featureOf: Uint32Array;
  /** Per sampled feature: a position in its middle. */
  readonly middles: Float64Array;
}

/** Features at even steps through the layer, and of each as many positions at even steps as there is room for; with a region, of those that meet it. O(features + sample). */
export function sampleLayer(geometry: GeometryColumn, region?: Region): LayerSample {
  const { type, partStart, ringStart, positionStart, coordinates } = geometry;
  const there: number[] = [];
  for (let feature = 0; feature < geometry.count; feature++) {
    if (type[feature] !== GeometryType.none && (!region || meetsRegion(geometry, feature, region))) there.push(feature);
  }
  const count = Math.min(there.length, MAX_POSITIONS);
  const room = count === 0 ? 0 : Math.floor(MAX_POSITIONS / count);
  const features = Uint32Array.from({ length: count }, (_, at) => there[Math.floor((at * there.length) / count)]!);
  const degrees: number[] = [];
  const featureOf: number[] = [];
  const middles = new Float64Array(2 * count);
  for (const [at, feature] of features.entries()) {
    const first = positionStart[ringStart[partStart[feature]!]!]!;
    const end = positionStart[ringStart[partStart[feature + 1]!]!]!;
    const taken = Math.min(room, end - first);
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let k = 0; k < taken; k++) {
      const p = 2 * (first + Math.floor((k * (end - first)) / taken));
      degrees.push(coordinates[p]!, coordinates[p + 1]!);
      featureOf.push(at);
      minX = Math.min(minX, coordinates[p]!);
      maxX = Math.max(maxX, coordinates[p]!);
      minY = Math.min(minY, coordinates[p + 1]!);
      maxY = Math.max(maxY, coordinates[p + 1]!);
    }
    middles.set([(minX + maxX) / 2, (minY + maxY) / 2], 2 * at);
  }
  return { features, degrees: Float64Array.from(degrees), featureOf: Uint32Array.from(featureOf), middles };
}

/** Degrees read in each datum of DATUMS, in metres of the frame. */
export function layOut(degrees: Float64Array, frame: Frame): Float64Array[] {
  return DATUMS.map((datum) => {
    const xy = new Float64Array(degrees.length);
    for (let i = 0; i < degrees.length; i += 2) {
      const [longitude, latitude] = toWgs84(datum, degrees[i]!, degrees[i + 1]!);
      frame.project(longitude, latitude, xy, i);
    }
    return xy;
  });
}

/** The middle by median, which a few positions in nowhere do not move. NaN where there are none. */
export function middleOf(degrees: Float64Array): [longitude: number, latitude: number] {
  const side = (from: 0 | 1) => {
    const values = new Float64Array(degrees.length / 2);
    for (let i = 0; i < values.length; i++) values[i] = degrees[2 * i + from]!;
    return values.sort()[values.length >> 1] ?? Number.NaN;
  };
  return [side(0), side(1)];
}
