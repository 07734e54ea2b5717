/**
 * The messy files as the product reads them, brought to where it measures: files in other units than
 * degrees, or of the size of a continent, are made one degree wide and moved to the centre of the
 * demo's district, so that their shapes survive and their faults with them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../src/core/result.ts';
import { readFile } from '../../src/formats/read-file.ts';
import type { GeometryColumn } from '../../src/geo/geometry-column.ts';
import { createFrame, type Frame } from '../../src/geo/laea.ts';

const folder = join(process.env.CHENTU_REAL_DATA ?? '', 'messy');
export const hasMessyData = process.env.CHENTU_REAL_DATA !== undefined && existsSync(folder);

/** Wider files would reach out of the frame. */
const MOST_DEGREES = 10;
const PLACE = [113.6, 34.7] as const;
const WGS84 = { crs: 'EPSG:4326', datum: 'wgs84' } as const;

export interface MessyFile {
  readonly name: string;
  /** Records in the file; 0 where it is no GeoJSON at all. */
  readonly rows: number;
  /** What the file says, after moving; undefined where it cannot be read, and then there is a problem. */
  readonly geometry: GeometryColumn | undefined;
  /** Row of each feature. */
  readonly featureRows: readonly number[];
  readonly frame: Frame;
  readonly isMoved: boolean;
  readonly problems: readonly Problem[];
}

export async function readMessyFolder(name: string): Promise<MessyFile[]> {
  const names = readdirSync(join(folder, name))
    .filter((file) => /json$/i.test(file))
    .sort();
  return Promise.all(names.map((file) => readMessyFile(file, new Uint8Array(readFileSync(join(folder, name, file))))));
}

async function readMessyFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<MessyFile> {
  const text = new TextDecoder().decode(bytes);
  const rows = countRows(text);
  const asIs = await readFile({ name, bytes }, WGS84, {});
  const isInDegrees = asIs.ok || asIs.problem.code !== 'coordinates-not-degrees';
  const read = isInDegrees
    ? asIs
    : await readFile({ name, bytes: new TextEncoder().encode(shrinkNumbers(text)) }, WGS84, {});
  if (!read.ok) {
    const frame = createFrame(PLACE);
    return { name, rows, geometry: undefined, featureRows: [], frame, isMoved: false, problems: [read.problem] };
  }
  const { batch, notes } = read.value[0]!;
  const { coordinates, isMoved, center } = bringHome(batch.geometry.coordinates);
  return {
    name,
    rows,
    geometry: { ...batch.geometry, coordinates },
    featureRows: [...batch.rows],
    frame: createFrame(center),
    isMoved: isMoved || !isInDegrees,
    problems: [...notes, ...read.notes],
  };
}

/** Positions in whatever unit, made small enough to pass for degrees: by a power of two, so that no digit is lost. */
function shrinkNumbers(text: string): string {
  const largest = Math.max(
    ...(text.match(/-?\d+(\.\d+)?([eE][-+]?\d+)?/g) ?? []).map((number) => Math.abs(Number(number))),
  );
  const by = 2 ** Math.ceil(Math.log2(largest / 85));
  return JSON.stringify(JSON.parse(text), (_, value: unknown) => (typeof value === 'number' ? value / by : value));
}

/** How many features the text speaks of, counted without the reader. */
function countRows(text: string): number {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return 0;
  }
  if (Array.isArray(root)) return root.length;
  const { features } = (root ?? {}) as { features?: unknown };
  return Array.isArray(features) ? features.length : 1;
}

function bringHome(coordinates: Float64Array): {
  coordinates: Float64Array;
  isMoved: boolean;
  center: [number, number];
} {
  const [minX, maxX] = rangeOf(coordinates, 0);
  const [minY, maxY] = rangeOf(coordinates, 1);
  const size = Math.max(maxX - minX, maxY - minY);
  const middle = [(minX + maxX) / 2, (minY + maxY) / 2] as const;
  if (coordinates.length === 0) return { coordinates, isMoved: false, center: [...PLACE] };
  const isAtHome = minX >= -180 && maxX <= 180 && minY >= -85 && maxY <= 85 && size <= MOST_DEGREES;
  if (isAtHome) return { coordinates, isMoved: false, center: [...middle] };
  const moved = coordinates.map((value, i) => PLACE[i % 2]! + (value - middle[i % 2]!) / size);
  return { coordinates: moved, isMoved: true, center: [...PLACE] };
}

function rangeOf(coordinates: Float64Array, axis: number): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (let i = axis; i < coordinates.length; i += 2) {
    least = Math.min(least, coordinates[i]!);
    most = Math.max(most, coordinates[i]!);
  }
  return [least, most];
}
