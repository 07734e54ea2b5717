/**
 * From a file's own coordinates to WGS84 longitude and latitude: projection first, then the datum
 * of Chinese web maps. Says so where the numbers and the stated system cannot both be right.
 */
import { fail, ok, type Result } from '../core/result.ts';
import { type Crs, findCrs } from '../geo/crs.ts';
import { toWgs84 } from '../geo/datum.ts';
import { type GeometryColumn, GeometryType, positionsOfFeature } from '../geo/geometry-column.ts';
import type { FeatureBatch } from '../model/feature-batch.ts';
import { createNoteList, type NoteList } from '../model/note-list.ts';
import { selectBatch } from '../model/select-batch.ts';
import type { Datum } from '../model/workspace.ts';
import { guessCrs } from './guess-crs.ts';

export interface AppliedCrs {
  readonly batch: FeatureBatch;
  /** `EPSG:n` or the text that was given. */
  readonly crs: string;
}

/**
 * `stated` is what the manifest or the file says; without it the numbers are taken as degrees.
 * Fails where most positions contradict the system; single features that cannot be converted become
 * features without geometry, with a note. O(positions); nothing is copied where nothing changes.
 */
export async function applyCrs(
  batch: FeatureBatch,
  stated: string | undefined,
  datum: Datum = 'wgs84',
  notesPerCode?: number,
): Promise<Result<AppliedCrs>> {
  const found = await findCrs(stated ?? 'EPSG:4326');
  if (!found.ok) return found;
  const crs = found.value;
  const contradiction = findContradiction(batch.geometry.coordinates, crs, stated);
  if (contradiction) return contradiction;
  // CGCS2000 and WGS84 agree within centimetres: geographic coordinates of either are kept to the last digit.
  const isPlain = crs.code === 'EPSG:4326' || crs.code === 'EPSG:4490';
  if (isPlain && datum === 'wgs84') return ok({ batch, crs: crs.code });

  const source = batch.geometry.coordinates;
  const coordinates = new Float64Array(source.length);
  let unconverted = 0;
  for (let i = 0; i < source.length; i += 2) {
    const [x, y] = [source[i]!, source[i + 1]!];
    const degrees = isPlain ? ([x, y] as const) : crs.toLonLat(x, y);
    const [longitude, latitude] = toWgs84(datum, degrees[0], degrees[1]);
    coordinates[i] = longitude;
    coordinates[i + 1] = latitude;
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) unconverted++;
  }
  const converted = { ...batch, geometry: { ...batch.geometry, coordinates } };
  if (unconverted === 0) return ok({ batch: converted, crs: crs.code });
  return withoutUnconverted(converted, batch.geometry, crs.code, createNoteList(notesPerCode));
}

const isDegrees = (x: number, y: number): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 90;

/** More than half of the positions outside what the system can mean. */
function findContradiction(coordinates: Float64Array, crs: Crs, stated: string | undefined) {
  const count = coordinates.length / 2;
  let degrees = 0;
  let swapped = 0;
  for (let i = 0; i < coordinates.length; i += 2) {
    if (isDegrees(coordinates[i]!, coordinates[i + 1]!)) degrees++;
    else if (isDegrees(coordinates[i + 1]!, coordinates[i]!)) swapped++;
  }
  const [x, y] = [formatNumber(coordinates[0]), formatNumber(coordinates[1])];
  if (crs.isGeographic && swapped * 2 > count) return fail('coordinates-swapped', { x, y, crs: crs.code });
  if (crs.isGeographic && degrees * 2 < count) {
    const guess = guessCrs(coordinates)?.join(', ') ?? '—';
    return fail('coordinates-not-degrees', { x, y, crs: crs.code, guess });
  }
  if (!crs.isGeographic && stated !== undefined && degrees > 0 && degrees * 2 > count) {
    return fail('coordinates-are-degrees', { x, y, crs: crs.code });
  }
  return undefined;
}

const formatNumber = (value: number | undefined): string =>
  value === undefined ? '' : String(Math.round(value * 1e6) / 1e6);

function withoutUnconverted(
  batch: FeatureBatch,
  source: GeometryColumn,
  crs: string,
  notes: NoteList,
): Result<AppliedCrs> {
  const { geometry } = batch;
  const lost = new Set<number>();
  for (let index = 0; index < geometry.count; index++) {
    const [first, last] = positionsOfFeature(geometry, index);
    for (let i = 2 * first; i < 2 * last; i++) {
      if (Number.isFinite(geometry.coordinates[i])) continue;
      const at = i - (i % 2);
      const params = { x: formatNumber(source.coordinates[at]), y: formatNumber(source.coordinates[at + 1]), crs };
      notes.add('coordinates-not-convertible', params, { row: batch.rows[index]! });
      lost.add(index);
      break;
    }
  }
  return ok({ batch: { ...batch, geometry: emptyFeatures(geometry, lost) }, crs }, notes.finish());
}

/** The column with some features made `none`; their positions go. */
function emptyFeatures(geometry: GeometryColumn, lost: ReadonlySet<number>): GeometryColumn {
  const keep = Uint32Array.from({ length: geometry.count }, (_, index) => index).filter((index) => !lost.has(index));
  const kept = selectBatch(
    { geometry, columns: new Map(), rows: new Uint32Array(geometry.count), ids: [] },
    keep,
  ).geometry;
  const type = new Uint8Array(geometry.count);
  const partStart = new Uint32Array(geometry.count + 1);
  let next = 0;
  for (let index = 0; index < geometry.count; index++) {
    const isLost = lost.has(index);
    type[index] = isLost ? GeometryType.none : kept.type[next]!;
    if (!isLost) next++;
    partStart[index + 1] = kept.partStart[next]!;
  }
  return { ...kept, count: geometry.count, type, partStart };
}
