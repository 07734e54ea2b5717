/** Stretches of a packed path as findings show them: place, length and lines in degrees. */
import { joinStretches, type Stretch } from '../geo/intervals.ts';
import type { Frame } from '../geo/laea.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { slicePath } from '../geo/path-stretches.ts';
import { linesToGeoJson, type MeasuredStretch } from './draft-stretch.ts';
import { isBelow } from './size-limits.ts';

/** The paths of a feature, as indices of rings. */
export function* pathsOf({ partStart, partEnd, ringStart }: PackedLayer, feature: number): Generator<number> {
  for (let path = ringStart[partStart[feature]!]!; path < ringStart[partEnd[feature]!]!; path++) yield path;
}

export interface SortedStretches {
  readonly long: readonly Stretch[];
  /** How many are shorter than that. */
  readonly slivers: number;
}

/** Merged pieces of a path joined to stretches: those of at least a length, and how many others. */
export function sortStretches(pieces: readonly number[], joinMeters: number, minMeters: number): SortedStretches {
  const stretches = joinStretches(pieces, joinMeters);
  const long = stretches.filter(({ lengthMeters }) => !isBelow(lengthMeters, minMeters));
  return { long, slivers: stretches.length - long.length };
}

export function measureStretch(frame: Frame, layer: PackedLayer, path: number, stretch: Stretch): MeasuredStretch {
  const { pieces, lengthMeters, middleMeters } = stretch;
  const [x, y] = slicePath(layer, path, middleMeters, middleMeters) as [number, number];
  const lines: GeoJSON.Position[][] = [];
  for (let i = 0; i < pieces.length; i += 2) {
    const slice = slicePath(layer, path, pieces[i]!, pieces[i + 1]!);
    const line: GeoJSON.Position[] = [];
    for (let k = 0; k < slice.length; k += 2) line.push(frame.unproject(slice[k]!, slice[k + 1]!));
    lines.push(line);
  }
  return { at: frame.unproject(x, y), pointMeters: [x, y], lengthMeters, geometry: linesToGeoJson(lines) };
}
