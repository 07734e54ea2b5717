/** What a layer holds, without opening it as anything: for `chentu inspect` and the import. */
import type { Problem } from '../core/result.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { type Column, type FeatureBatch, type Value, valueAt } from '../model/feature-batch.ts';
import { checkGeometry } from './check-geometry.ts';
import type { ReadLayer, ReadOptions } from './driver.ts';
import { type Bounds, type DatumGuess, guessDatum } from './guess-datum.ts';

export interface LayerInspection {
  readonly name: string;
  /** Of text formats. */
  readonly encoding?: string;
  /** Of tables of text. */
  readonly delimiter?: string;
  readonly crs: string;
  /** Who says so. */
  readonly crsFrom: 'option' | 'file' | 'default';
  readonly datum: DatumGuess;
  readonly features: number;
  /** Features by geometry type; types that do not occur are left out. */
  readonly geometryTypes: Readonly<Partial<Record<'none' | 'point' | 'line' | 'polygon', number>>>;
  readonly positions: number;
  /** WGS84; undefined without any position on the globe. */
  readonly bounds?: Bounds;
  readonly fields: readonly FieldInspection[];
  readonly problems: readonly Problem[];
}

export interface FieldInspection {
  readonly name: string;
  readonly type: Column['type'];
  /** Features that have a value. */
  readonly filled: number;
  /** The first few different values. */
  readonly samples: readonly Value[];
}

const SAMPLES = 3;
const TYPE_NAMES = ['none', 'point', 'line', 'polygon'] as const;

/** What one layer holds, in WGS84. O(positions + values). */
export function inspectLayer(
  layer: ReadLayer,
  fileName: string,
  options: Pick<ReadOptions, 'crs' | 'notesPerCode'>,
): LayerInspection {
  const { batch } = layer;
  const bounds = boundsOf(batch);
  const names = [fileName, layer.name, ...batch.columns.keys()];
  return {
    name: layer.name,
    ...(layer.encoding === undefined ? {} : { encoding: layer.encoding }),
    ...(layer.delimiter === undefined ? {} : { delimiter: layer.delimiter }),
    crs: layer.crs,
    crsFrom: options.crs !== undefined ? 'option' : layer.statedCrs !== undefined ? 'file' : 'default',
    datum: guessDatum(names, layer.crs, bounds),
    features: batch.rows.length,
    geometryTypes: countTypes(batch),
    positions: batch.geometry.coordinates.length / 2,
    ...(bounds ? { bounds } : {}),
    fields: [...batch.columns].map(([column, values]) => inspectField(column, values, batch.rows.length)),
    problems: [
      ...layer.notes,
      ...checkGeometry(batch, options.notesPerCode).map((found) => ({ ...found, at: { file: fileName, ...found.at } })),
    ],
  };
}

function countTypes({ geometry }: FeatureBatch): LayerInspection['geometryTypes'] {
  const counts: Partial<Record<(typeof TYPE_NAMES)[number], number>> = {};
  for (const type of geometry.type) {
    const name = TYPE_NAMES[type] ?? TYPE_NAMES[GeometryType.none];
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function boundsOf({ geometry: { coordinates } }: FeatureBatch): Bounds | undefined {
  let [minLon, minLat, maxLon, maxLat] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < coordinates.length; i += 2) {
    const [longitude, latitude] = [coordinates[i]!, coordinates[i + 1]!];
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) continue;
    minLon = Math.min(minLon, longitude);
    maxLon = Math.max(maxLon, longitude);
    minLat = Math.min(minLat, latitude);
    maxLat = Math.max(maxLat, latitude);
  }
  return minLon <= maxLon ? [minLon, minLat, maxLon, maxLat] : undefined;
}

function inspectField(name: string, column: Column, count: number): FieldInspection {
  const samples = new Set<Value>();
  let filled = 0;
  for (let index = 0; index < count; index++) {
    const value = valueAt(column, index);
    if (value === null) continue;
    filled++;
    if (samples.size < SAMPLES) samples.add(value);
  }
  return { name, type: column.type, filled, samples: [...samples] };
}
