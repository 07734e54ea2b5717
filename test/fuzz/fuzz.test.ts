/** The fuzz in the size of a test; in full by `npm run fuzz` over the same seeds and beyond. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGeos } from '../../src/geo/geos.ts';
import { buildCase, buildPool, formatCase } from './fuzz-case.ts';
import { type FuzzReport, runFuzz } from './run-fuzz.ts';

const PAIRS = 6000;
const FIRST_SEED = 1;

describe(`${PAIRS} degenerate pairs from seed ${FIRST_SEED}`, () => {
  let report: FuzzReport;
  beforeAll(async () => {
    report = await runFuzz({ pairs: PAIRS, firstSeed: FIRST_SEED });
  }, 600_000);

  it('are answered as GEOS answers them: relations, areas, places, distances, lines, mosaics', () => {
    expect(report.failures).toEqual([]);
  });

  it('hold enough of everything for that to mean something', () => {
    expect(report.pairs).toBe(PAIRS);
    expect(report.intersecting).toBeGreaterThan(0.7 * PAIRS);
    expect(report.intersecting).toBeLessThan(0.95 * PAIRS);
    expect(report.sharingArea).toBeGreaterThan(0.4 * PAIRS);
    // Touching without sharing ground: where a band's rim or a rounded corner would show.
    expect(report.intersecting - report.sharingArea).toBeGreaterThan(0.2 * PAIRS);
    for (const family of ['stars', 'touching', 'lattice', 'holes', 'slivers']) {
      expect(report.byFamily[family], family).toBeGreaterThan(0.15 * PAIRS);
    }
  });

  it('are the same for the same seed', async () => {
    const geos = await loadGeos();
    if (!geos.ok) throw new Error(geos.problem.code);
    const pool = buildPool(geos.value);
    const twice = [1, 2].map(() => formatCase(buildCase(4242, geos.value, pool)));
    expect(twice[0]).toBe(twice[1]);
  });
});
