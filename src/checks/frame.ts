/**
 * Where the metric frame of a workspace has its centre: the stored one, else the middle of the
 * boundary layers' box, else of the zones', else the sources' median. Once chosen it is stored and
 * edits do not move it. Knows the layers' coordinates, no rules.
 */
import { isSourceKind, isZoneKind, type LayerKind } from '../model/kinds.ts';
import type { LonLat } from '../model/lon-lat.ts';
import type { CheckInput, CheckLayer } from './check-input.ts';

/** For a workspace without a single usable coordinate. */
const FALLBACK_CENTER: LonLat = [105, 35];
/** The frame's projection wants no centre near a pole. */
const MAX_LATITUDE = 85;

type KindAndBatch = Pick<CheckLayer, 'kind' | 'batch'>;

/** Degrees, rounded to 1e-6. O(positions). */
export function findFrameCenter(input: {
  readonly document: Pick<CheckInput['document'], 'frame'>;
  readonly layers: readonly KindAndBatch[];
}): LonLat {
  const { frame } = input.document;
  if (frame && isUsable(frame[0], frame[1]) && Math.abs(frame[1]) <= MAX_LATITUDE) return frame;
  const layersOf = (accept: (kind: LayerKind) => boolean) => input.layers.filter((layer) => accept(layer.kind));
  const center =
    middleOfBox(layersOf((kind) => kind === 'boundary')) ??
    middleOfBox(layersOf(isZoneKind)) ??
    medianOf(layersOf(isSourceKind)) ??
    middleOfBox(input.layers) ??
    FALLBACK_CENTER;
  const latitude = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, center[1]));
  return [Math.round(center[0] * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6];
}

function middleOfBox(layers: readonly KindAndBatch[]): LonLat | undefined {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { batch } of layers) {
    const { coordinates } = batch.geometry;
    for (let i = 0; i < coordinates.length; i += 2) {
      const longitude = coordinates[i]!;
      const latitude = coordinates[i + 1]!;
      if (!isUsable(longitude, latitude)) continue;
      minX = Math.min(minX, longitude);
      maxX = Math.max(maxX, longitude);
      minY = Math.min(minY, latitude);
      maxY = Math.max(maxY, latitude);
    }
  }
  return minX <= maxX ? [(minX + maxX) / 2, (minY + maxY) / 2] : undefined;
}

/** The median of the features' first positions, by longitude and latitude apart. */
function medianOf(layers: readonly KindAndBatch[]): LonLat | undefined {
  const longitudes: number[] = [];
  const latitudes: number[] = [];
  for (const { batch } of layers) {
    const { count, partStart, ringStart, positionStart, coordinates } = batch.geometry;
    for (let feature = 0; feature < count; feature++) {
      if (partStart[feature] === partStart[feature + 1]) continue;
      const at = 2 * positionStart[ringStart[partStart[feature]!]!]!;
      const longitude = coordinates[at];
      const latitude = coordinates[at + 1];
      if (longitude === undefined || latitude === undefined || !isUsable(longitude, latitude)) continue;
      longitudes.push(longitude);
      latitudes.push(latitude);
    }
  }
  if (longitudes.length === 0) return undefined;
  return [middleValue(longitudes), middleValue(latitudes)];
}

function middleValue(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length >> 1]!;
}

/** False for NaN as well. */
function isUsable(longitude: number, latitude: number): boolean {
  return longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90;
}
