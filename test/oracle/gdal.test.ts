/**
 * Files of others as the product reads them, against GDAL (make-gdal-answers.py): how many features there are, what
 * their fields hold, and where they lie. Where the two differ it is said here, and why.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ReadLayer } from '../../src/formats/driver.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { positionsOfFeature } from '../../src/geo/geometry-column.ts';
import { type Column, valueAt } from '../../src/model/feature-batch.ts';
import gdalAnswers from './gdal-answers.json' with { type: 'json' };
import geopackage from './gdal-geopackage.json' with { type: 'json' };

interface FieldAnswer {
  readonly filled: number;
  readonly sum?: number;
  readonly characters?: number;
}
interface LayerAnswer {
  readonly features: number;
  readonly withoutGeometry: number;
  readonly positions: number;
  readonly sums: readonly number[];
  /** Row, x and y of the last position of some features. */
  readonly samples: readonly (readonly number[])[];
  readonly fields: Readonly<Record<string, FieldAnswer>>;
}
const answers = gdalAnswers as unknown as Readonly<Record<string, Readonly<Record<string, LayerAnswer>>>>;

/** Degrees; sums of positions may differ by as much for each. */
const TOLERANCE = 1e-9;
/** What GDAL fills in for every placemark of a KML file, said or not, and what it keeps of looks. */
const OF_EVERY_PLACEMARK = [
  'tessellate',
  'extrude',
  'visibility',
  'altitudeMode',
  'timestamp',
  'drawOrder',
  'icon',
  'snippet',
];

/** Fields that differ, each with the reason. */
const FIELDS_APART: Readonly<Record<string, readonly string[]>> = {
  // An object within a cell: GDAL writes its JSON with blanks, the product without.
  'datav_GCJ02_310000_districts.json': ['parent'],
  // A date and time: text as the file has it here, a value with its own spelling there.
  'ASSESSING_ParcelsFY2014.fgb': ['EditDate'],
  // The same; the time zone is spelled otherwise.
  'addresses.kml': ['begin', 'end'],
  // The times of the tracks of a MultiTrack; `id` is the placemark's XML id, which the product leaves out; blanks
  // around the description are taken away here.
  'gxmultitrack.kml': ['begin', 'end', 'id', 'description'],
  'styles.kml': ['id'],
};

/** Files whose positions differ, each with the reason; they are looked at below one by one. */
const POSITIONS_APART: ReadonlySet<string> = new Set([
  // A bare LinearRing in a placemark: GDAL gives no geometry, the product a line of 176 positions.
  'linear_ring.kml',
  // A line and a point in one placemark: the product keeps what is of the higher kind, with the note `geometry-mixed`.
  'multigeometry_discrete.kml',
  // A ring that is not closed: the converter of KML closes it.
  'timespan.kml',
]);

const realData = process.env.CHENTU_REAL_DATA;
const gdalFiles = process.env.CHENTU_GDAL_FILES;

async function read(path: string): Promise<readonly ReadLayer[]> {
  const result = await readFile({ name: path, bytes: new Uint8Array(readFileSync(path)) }, {}, {});
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

function sumsOf({ batch }: ReadLayer): [number, number] {
  const sums: [number, number] = [0, 0];
  batch.geometry.coordinates.forEach((value, i) => {
    sums[i % 2]! += value;
  });
  return sums;
}

function describeColumn(column: Column, count: number): FieldAnswer {
  const values = Array.from({ length: count }, (_, i) => valueAt(column, i)).filter((value) => value !== null);
  const { length: filled } = values;
  if (column.type === 'number') return { filled, sum: values.reduce<number>((sum, value) => sum + Number(value), 0) };
  return { filled, characters: values.reduce<number>((sum, value) => sum + [...String(value)].length, 0) };
}

function comparePositions(layer: ReadLayer, expected: LayerAnswer): void {
  const { geometry, rows } = layer.batch;
  expect(geometry.type.filter((type) => type === 0).length).toBe(expected.withoutGeometry);
  expect(geometry.coordinates.length / 2).toBe(expected.positions);
  sumsOf(layer).forEach((sum, side) => {
    expect(Math.abs(sum - expected.sums[side]!)).toBeLessThan(TOLERANCE * Math.max(1, expected.positions));
  });
  for (const [row = -1, x = 0, y = 0] of expected.samples) {
    const index = rows.indexOf(row);
    const last = geometry.positionStart[geometry.ringStart[geometry.partStart[index + 1]!]!]! - 1;
    expect(Math.abs(geometry.coordinates[2 * last]! - x), `${row}`).toBeLessThan(TOLERANCE);
    expect(Math.abs(geometry.coordinates[2 * last + 1]! - y), `${row}`).toBeLessThan(TOLERANCE);
  }
}

function compareFields({ batch }: ReadLayer, expected: LayerAnswer, apart: ReadonlySet<string>): void {
  for (const [name, answer] of Object.entries(expected.fields)) {
    // GDAL's own name for what is written `<name>`.
    const column = batch.columns.get(name) ?? (name === 'Name' ? batch.columns.get('name') : undefined);
    if (apart.has(name)) continue;
    expect(column, name).toBeDefined();
    const found = describeColumn(column!, batch.rows.length);
    if (answer.sum === undefined) expect(found, name).toEqual(answer);
    else {
      expect(found.filled, name).toBe(answer.filled);
      expect(Math.abs(found.sum! - answer.sum), name).toBeLessThanOrEqual(1e-12 * Math.abs(answer.sum));
    }
  }
}

/** GPX is one layer here and three there, of which the files looked at fill one. */
function answerOf(layers: Readonly<Record<string, LayerAnswer>>): LayerAnswer {
  const filled = Object.values(layers).filter(({ features }) => features > 0);
  expect(filled).toHaveLength(1);
  return filled[0]!;
}

async function compare(path: string, layers: Readonly<Record<string, LayerAnswer>>): Promise<void> {
  const name = basename(path);
  const expected = answerOf(layers);
  const [layer, ...others] = await read(path);
  expect(others).toEqual([]);
  expect(layer!.batch.rows.length).toBe(expected.features);
  if (!POSITIONS_APART.has(name)) comparePositions(layer!, expected);
  const isKml = name.endsWith('.kml');
  compareFields(layer!, expected, new Set([...(FIELDS_APART[name] ?? []), ...(isKml ? OF_EVERY_PLACEMARK : [])]));
}

describe.skipIf(!realData)('against GDAL (needs CHENTU_REAL_DATA)', () => {
  const files = Object.keys(answers).filter((name) => !name.endsWith('.gpkg'));

  it.each(files)('%s has the same features, fields and positions', async (name) => {
    // Linear rings by themselves have blanks around their texts, which are taken away here.
    if (name.endsWith('linear_ring.kml')) expect((await read(join(realData!, name)))[0]!.batch.rows.length).toBe(1);
    else await compare(join(realData!, name), answers[name]!);
  });

  it('differs as is said', async () => {
    const kml = async (name: string) => (await read(join(realData!, 'messy/kml_gpx', name)))[0]!;
    const positions = async (name: string) => (await kml(name)).batch.geometry.coordinates.length / 2;
    expect(await positions('linear_ring.kml')).toBe(176);
    expect(await positions('multigeometry_discrete.kml')).toBe(2);
    expect((await kml('multigeometry_discrete.kml')).notes.map(({ code }) => code)).toContain('geometry-mixed');
    expect(await positions('timespan.kml')).toBe(4);
  });
});

it('reads a GeoPackage that GDAL wrote as GDAL reads it', async () => {
  const bytes = new Uint8Array(gunzipSync(Buffer.from(geopackage.gpkg, 'base64')));
  const result = await readFile({ name: 'parcels.gpkg', bytes }, {}, {});
  if (!result.ok) throw new Error(result.problem.code);
  const [layer] = result.value;
  const { batch, name, statedCrs } = layer!;
  expect([name, statedCrs]).toEqual(['地块', geopackage.crs]);
  // GDAL keeps the key beside the fields; here it is one of them, as QGIS shows it.
  expect([...batch.columns.keys()]).toEqual(geopackage.fields);
  for (const [index, row] of geopackage.rows.entries()) {
    expect([...batch.columns.values()].map((column) => valueAt(column, index))).toEqual(row);
    const [start, end] = positionsOfFeature(batch.geometry, index);
    const found = [...batch.geometry.coordinates.subarray(2 * start, 2 * end)];
    const expected = geopackage.positions[index]!;
    expect(found).toHaveLength(expected.length);
    for (const [at, degrees] of expected.entries()) expect(Math.abs(found[at]! - degrees)).toBeLessThan(TOLERANCE);
  }
});

// Of real data, where the script has written them: a few hundred kilobytes that nobody wants in the repository.
if (gdalFiles && existsSync(gdalFiles))
  describe('GeoPackages that GDAL wrote of real data', () => {
    it.each(['neighborhoods.gpkg', 'shanghai.gpkg'])('%s has the same features, fields and positions', async (name) => {
      const path = join(gdalFiles!, name);
      await compare(path, answers[name]!);
      const [layer] = await read(path);
      expect(layer!.name).toBe(Object.keys(answers[name]!)[0]);
      expect(layer!.notes).toEqual([]);
      // GDAL keeps the key beside the fields; here it is one of them, as QGIS shows it.
      expect([...layer!.batch.columns.keys()]).toEqual([
        'fid',
        ...Object.keys(answers[name]!).flatMap((key) => Object.keys(answers[name]![key]!.fields)),
      ]);
    });
  });
