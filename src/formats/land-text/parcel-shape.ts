/** The shape of one parcel: its points in runs by ring number, put together as the parcel's line says. */
import type { NoteList } from '../../model/note-list.ts';
import { type AxisReading, axesOfPoint } from './land-system.ts';
import { nestRings, type Ring } from './nest-rings.ts';
import type { LandParcel } from './parse-land-text.ts';

type Position = [x: number, y: number];

export interface ParcelShape {
  /** x east, y north, as the file has the numbers; null where too few points are left. */
  readonly geometry: GeoJSON.Geometry | null;
  /** Lines of points that were read, and how many of them only close a ring. */
  readonly points: number;
  readonly closings: number;
  readonly holes: number;
  readonly parts: number;
}

/**
 * Points that do not fit the parcel's reading are left out and told (`land-point-astray`), so are runs too short for
 * a ring (`land-ring-too-short`), and rings too many to be sorted (`land-rings-too-many`: each is then a part).
 * O(positions), for several rings times their number.
 */
export function shapeOfParcel(parcel: LandParcel, axes: AxisReading, row: number, notes: NoteList): ParcelShape {
  const runs = runsOf(parcel, axes, row, notes);
  const closings = runs.filter(isClosed).length;
  const points = runs.reduce((sum, run) => sum + run.length, 0);
  const plain = { points, closings, holes: 0, parts: runs.length };
  const positions = runs.flat();
  const wanted = parcel.cells[4];
  if (wanted === '点' || (wanted !== '线' && points === 1)) return { ...plain, geometry: pointsOf(positions) };
  const smallest = wanted === '线' ? 2 : 3;
  const isLong = (run: Position[]) => run.length - (smallest === 3 && isClosed(run) ? 1 : 0) >= smallest;
  const long = runs.filter(isLong);
  for (const run of runs) {
    if (!isLong(run)) notes.add('land-ring-too-short', { count: run.length, expected: smallest }, { row });
  }
  if (wanted === '线') return { ...plain, geometry: linesOf(long), parts: long.length };
  const rings: Ring[] = long.map((run) => (isClosed(run) ? run : [...run, run[0]!]));
  const nested = rings.length === 0 ? [] : nestRings(rings);
  if (!nested) notes.add('land-rings-too-many', { count: rings.length }, { row });
  const polygons = (nested ?? rings.map((ring) => [ring])) as Position[][][];
  const geometry: GeoJSON.Geometry | null =
    polygons.length > 1
      ? { type: 'MultiPolygon', coordinates: polygons }
      : polygons.length === 1
        ? { type: 'Polygon', coordinates: polygons[0]! }
        : null;
  return { ...plain, geometry, parts: polygons.length, holes: rings.length - polygons.length };
}

const isClosed = (run: readonly Position[]): boolean =>
  run.length >= 3 && run[0]![0] === run.at(-1)![0] && run[0]![1] === run.at(-1)![1];

/** A run ends where the ring's number changes, and where it comes back to its first point: some number all rings 1. */
function runsOf({ rings, first, second }: LandParcel, axes: AxisReading, row: number, notes: NoteList): Position[][] {
  const runs: Position[][] = [];
  let run: Position[] = [];
  for (let i = 0; i < rings.length; i++) {
    const [a, b] = [first[i]!, second[i]!];
    const own = axesOfPoint(a, b);
    if (own.kind !== axes.kind || own.eastFirst !== axes.eastFirst || own.prefix !== axes.prefix) {
      if (axes.kind !== 'local') {
        notes.add('land-point-astray', { first: a, second: b }, { row });
        continue;
      }
    }
    if (run.length > 0 && (rings[i] !== rings[i - 1] || (run.length >= 4 && isClosed(run)))) {
      runs.push(run);
      run = [];
    }
    run.push(axes.eastFirst ? [a, b] : [b, a]);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

const pointsOf = (positions: Position[]): GeoJSON.Geometry | null =>
  positions.length > 1
    ? { type: 'MultiPoint', coordinates: positions }
    : positions.length === 1
      ? { type: 'Point', coordinates: positions[0]! }
      : null;

const linesOf = (runs: Position[][]): GeoJSON.Geometry | null =>
  runs.length > 1
    ? { type: 'MultiLineString', coordinates: runs }
    : runs.length === 1
      ? { type: 'LineString', coordinates: runs[0]! }
      : null;
