/**
 * Geometry from the bug reports of Turf and polygon-clipping, and from the bad files of two linters:
 * what packing makes of each polygon, against GEOS MakeValid (linework) of the same positions snapped
 * to the same millimetres, without our packer in between. Real data: not run without it.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { type GeometryColumn, GeometryType } from '../../src/geo/geometry-column.ts';
import { type Geos, loadGeos } from '../../src/geo/geos.ts';
import type { MetricPolygons } from '../../src/geo/geos-wkb.ts';
import type { Frame } from '../../src/geo/laea.ts';
import { packLayer } from '../../src/geo/packed-layer.ts';
import { polygonsOf } from '../../src/geo/packed-polygons.ts';
import { loadOracle, type Oracle } from '../fuzz/geos-oracle.ts';
import { hasMessyData, type MessyFile, readMessyFolder } from './messy-layers.ts';

/** Of the polygon's area: what may lie in one of the two answers and not in the other. */
const TOLERANCE = 1e-9;

/**
 * The polygons, by file and row, on which packing and MakeValid differ, all for one reason: rings that
 * have fewer than three places to the millimetre. Packing lets them go and says so (`ring-dropped`, or
 * `geometry-degenerate` where nothing is left); of a part without an outer ring it lets the holes go,
 * too, since nobody drew ground there. Linework takes them as lines that cut other ground in two, and
 * makes ground of a hole without an outer ring. Without such rings the two agree.
 */
const RINGS_WITHOUT_AREA = new Set([
  // 128 of its rings are spots and strokes of less than a millimetre: 62 cm² of 566 m² fall otherwise.
  'turf-union__in__unable-to-find-segment-2258-2.geojson#1',
  // An outer ring of two positions with a square hole.
  'rings-with-no-area__args.geojson#5',
]);

/** What the folders hold and what became of it. Left out are features without ground or out of range, each with its reason. */
const COUNTS = {
  turf: { files: 127, unreadable: 0, moved: 42, rows: 825, features: 825, polygons: 773, repaired: 29, leftOut: 2 },
  'polygon-clipping': {
    files: 93,
    unreadable: 0,
    moved: 24,
    rows: 182,
    features: 182,
    polygons: 180,
    repaired: 30,
    leftOut: 9,
  },
  bad_geojson: { files: 86, unreadable: 14, moved: 4, rows: 94, features: 86, polygons: 10, repaired: 0, leftOut: 2 },
} as const;

// biome-ignore lint/suspicious/noConsole: the one line that says what was not tested
if (!hasMessyData) console.warn('MakeValid on messy files not run: CHENTU_REAL_DATA names no folder with messy');

describe.runIf(hasMessyData).each(['turf', 'polygon-clipping', 'bad_geojson'] as const)('%s', (folder) => {
  let geos: Geos;
  let oracle: Oracle;
  let files: MessyFile[];
  beforeAll(async () => {
    const loaded = await loadGeos();
    if (!loaded.ok) throw new Error(loaded.problem.code);
    geos = loaded.value;
    oracle = await loadOracle();
    files = await readMessyFolder(folder);
  });

  it('loses nothing silently, and repairs each polygon as MakeValid does or for the reason that is written down', async () => {
    const counts = {
      files: files.length,
      unreadable: 0,
      moved: 0,
      rows: 0,
      features: 0,
      polygons: 0,
      repaired: 0,
      leftOut: 0,
    };
    for (const { name, rows, geometry, featureRows, frame, isMoved, problems } of files) {
      counts.rows += rows;
      if (isMoved) counts.moved++;
      if (!geometry) {
        counts.unreadable++;
        expect(problems, name).toHaveLength(1);
        continue;
      }
      const packed = await packLayer(geometry, frame);
      const noted = new Set(problems.map(({ at }) => at?.row));
      for (let row = 0; row < rows; row++) {
        expect(featureRows.includes(row) || noted.has(row), `${name} row ${row} is a feature or noted`).toBe(true);
      }
      counts.features += geometry.count;
      for (let feature = 0; feature < geometry.count; feature++) {
        const where = `${name}#${featureRows[feature]}`;
        const codes = packed.problems.filter((one) => one.feature === feature).map(({ problem }) => problem.code);
        const hadGeometry = geometry.type[feature] !== GeometryType.none;
        if (hadGeometry && packed.layer.type[feature] === GeometryType.none) {
          counts.leftOut++;
          expect(codes.length, `${where} is left out with a reason`).toBeGreaterThan(0);
        }
        if (codes.includes('geometry-repaired')) counts.repaired++;
        if (geometry.type[feature] !== GeometryType.polygon) continue;
        counts.polygons++;
        const ours = polygonsOf(packed.layer, feature);
        if (ours.length > 0) expect(geos.isValid(ours), where).toMatchObject({ ok: true, value: true });
        const snapped = snapPolygons(geometry, feature, frame);
        const isExplained = RINGS_WITHOUT_AREA.has(where);
        if (isExplained) expect(differenceFromMakeValid(ours, snapped), where).toBeGreaterThan(TOLERANCE);
        const compared = isExplained ? withoutFlatRings(snapped) : snapped;
        expect(differenceFromMakeValid(ours, compared), where).toBeLessThanOrEqual(TOLERANCE);
      }
    }
    expect(counts).toEqual(COUNTS[folder]);
  });

  /** What lies in ours and not in GEOS's answer or the other way round, as a share of the larger; 0 where both are nothing. */
  function differenceFromMakeValid(ours: MetricPolygons, snapped: MetricPolygons): number {
    const made = geos.makeValid(snapped);
    if (!made.ok) throw new Error(String(made.problem.params.reason));
    const [p, q] = [oracle.polygons(ours), oracle.polygons(made.value)];
    const larger = Math.max(oracle.area(p), oracle.area(q));
    const apart = oracle.area(oracle.difference(p, q)) + oracle.area(oracle.difference(q, p));
    oracle.release();
    return larger === 0 ? 0 : apart / larger;
  }
});

/** Without rings of fewer than three places, and without the holes of parts that lose their outer ring. */
const withoutFlatRings = (polygons: MetricPolygons): MetricPolygons =>
  polygons.filter(([outer]) => countPlaces(outer!) >= 3).map((rings) => rings.filter((ring) => countPlaces(ring) >= 3));

/** Positions of a closed ring that are not the one before. */
function countPlaces(ring: Float64Array): number {
  let places = 0;
  for (let i = 2; i < ring.length; i += 2) if (ring[i] !== ring[i - 2] || ring[i + 1] !== ring[i - 1]) places++;
  return places;
}

/**
 * A feature's rings in whole millimetres of the frame, closed, and nothing else done to them. GEOS
 * takes no ring of fewer than four positions: such a ring repeats its last one.
 */
function snapPolygons(
  { partStart, ringStart, positionStart, coordinates }: GeometryColumn,
  feature: number,
  frame: Frame,
): MetricPolygons {
  const polygons: Float64Array[][] = [];
  for (let part = partStart[feature]!; part < partStart[feature + 1]!; part++) {
    const rings: Float64Array[] = [];
    for (let ring = ringStart[part]!; ring < ringStart[part + 1]!; ring++) {
      const positions: number[] = [];
      for (let p = positionStart[ring]!; p < positionStart[ring + 1]!; p++) {
        const place = [0, 0];
        frame.project(coordinates[2 * p]!, coordinates[2 * p + 1]!, place, 0);
        positions.push(...place.map((meters) => Math.round(meters * 1000) / 1000));
      }
      if (positions.length === 0) continue;
      const isClosed = positions[0] === positions.at(-2) && positions[1] === positions.at(-1);
      if (!isClosed) positions.push(positions[0]!, positions[1]!);
      while (positions.length < 8) positions.push(...positions.slice(-2));
      rings.push(Float64Array.from(positions));
    }
    polygons.push(rings);
  }
  return polygons;
}
