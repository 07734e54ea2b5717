/**
 * Geometry that broke other libraries (bug reports of Turf and polygon-clipping): whatever it is, packing
 * does not throw, and what it keeps is valid in the eyes of GEOS. Real data: not run without it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendGeoJson, createGeometryBuilder, type GeometryColumn } from '../../src/geo/geometry-column.ts';
import { loadGeos } from '../../src/geo/geos.ts';
import { createFrame } from '../../src/geo/laea.ts';
import { packLayer } from '../../src/geo/packed-layer.ts';
import { polygonsOf } from '../../src/geo/packed-polygons.ts';
import { buildDrawable } from '../../src/geo/triangulate.ts';

const folder = join(process.env.CHENTU_REAL_DATA ?? '', 'messy');
const isThere = process.env.CHENTU_REAL_DATA !== undefined && existsSync(folder);
// biome-ignore lint/suspicious/noConsole: the one line that says what was not tested
if (!isThere) console.warn('messy geometry not run: CHENTU_REAL_DATA names no folder with messy');

/** Everything in a parsed file that says it is a feature or a geometry, broken or not. */
function geometriesIn(found: unknown): GeoJSON.Geometry[] {
  if (Array.isArray(found)) return found.flatMap(geometriesIn);
  if (typeof found !== 'object' || found === null) return [];
  const record = found as Record<string, unknown>;
  if (Array.isArray(record.features)) return record.features.flatMap(geometriesIn);
  if ('geometry' in record) return [record.geometry as GeoJSON.Geometry];
  return 'type' in record ? [found as GeoJSON.Geometry] : Object.values(record).flatMap(geometriesIn);
}

function firstUsablePosition({ coordinates }: GeometryColumn): [number, number] {
  for (let i = 0; i < coordinates.length; i += 2) {
    const [x, y] = [coordinates[i]!, coordinates[i + 1]!];
    if (Math.abs(x) <= 180 && Math.abs(y) <= 85) return [x, y];
  }
  return [0, 0];
}

describe.runIf(isThere)('messy geometry', () => {
  it('packs without throwing, into valid polygons', { timeout: 300_000 }, async () => {
    const geos = await loadGeos();
    if (!geos.ok) throw new Error(geos.problem.code);
    const counts = { files: 0, features: 0, polygons: 0, repaired: 0, leftOut: 0 };
    for (const name of readdirSync(folder, { recursive: true }) as string[]) {
      if (!/json$/i.test(name)) continue;
      let parsed: unknown;
      try {
        parsed = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      } catch {
        continue;
      }
      const builder = createGeometryBuilder();
      for (const geometry of geometriesIn(parsed)) appendGeoJson(builder, geometry);
      const column = builder.finish();
      const { layer, problems } = await packLayer(column, createFrame(firstUsablePosition(column)));
      buildDrawable(column);
      counts.files++;
      counts.features += layer.count;
      counts.repaired += problems.filter(({ problem }) => problem.code === 'geometry-repaired').length;
      for (let feature = 0; feature < layer.count; feature++) {
        if (layer.type[feature] !== 3) {
          if (column.type[feature] === 3) counts.leftOut++;
          continue;
        }
        counts.polygons++;
        const polygons = polygonsOf(layer, feature);
        expect(geos.value.isValid(polygons), `${name} ${feature}`).toMatchObject({ ok: true, value: true });
        expect(layer.areas[feature], `${name} ${feature}`).toBeGreaterThan(0);
      }
    }
    // biome-ignore lint/suspicious/noConsole: what the folder held
    console.info('messy geometry', counts);
    expect(counts.files).toBeGreaterThan(100);
    expect(counts.polygons).toBeGreaterThan(100);
    expect(counts.repaired).toBeGreaterThan(5);
  });
});
