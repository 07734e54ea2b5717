import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../core/random.ts';
import { createFrame } from '../../geo/laea.ts';
import type { FeatureBatch } from '../../model/feature-batch.ts';
import type { Datum } from '../../model/workspace.ts';
import { DATUMS, type DatumReference } from './datum-types.ts';
import { examineDatum } from './examine-datum.ts';
import { batchOf, inDatum, type TestFeature } from './test-layers.ts';

type LonLat = readonly [longitude: number, latitude: number];
type Metres = readonly [x: number, y: number];

/** Made-up quarters around a place: streets 150 to 260 m apart and a little crooked, houses between them. */
function buildTown(place: LonLat, random: Random) {
  const frame = createFrame(place);
  const at = ([x, y]: Metres) => frame.unproject(x, y);
  const lines = (): number[] => {
    const stops = [-1100];
    while (stops.at(-1)! < 1100) stops.push(stops.at(-1)! + random.between(150, 260));
    return stops;
  };
  const [columns, rows] = [lines(), lines()];
  const crossing = columns.map((x) =>
    rows.map((y): Metres => [x + random.between(-15, 15), y + random.between(-15, 15)]),
  );
  const streets = [...crossing, ...rows.map((_, row) => crossing.map((column) => column[row]!))];
  const houses: Metres[][] = [];
  const blocks: Metres[][] = [];
  for (let i = 0; i + 1 < columns.length; i++) {
    for (let k = 0; k + 1 < rows.length; k++) {
      blocks.push([crossing[i]![k]!, crossing[i + 1]![k]!, crossing[i + 1]![k + 1]!, crossing[i]![k + 1]!]);
      const [dx, dy] = [columns[i + 1]! - columns[i]!, rows[k + 1]! - rows[k]!];
      // Two along the street, one at the back: what is built fills a block to some 18 m from the middle of the road.
      for (const [east, north] of [
        [0, 0],
        [0.5, 0],
        [random.between(0, 0.4), 0.5],
      ] as const) {
        const [x, y] = [columns[i]! + 33 + east * (dx - 66), rows[k]! + 33 + north * (dy - 66)];
        const [w, h] = [0.4 * (dx - 66) * random.between(0.7, 1), 0.45 * (dy - 66) * random.between(0.7, 1)];
        houses.push([
          [x, y],
          [x + w, y],
          [x + w, y + h],
          [x, y + h],
        ]);
      }
    }
  }
  const polygon = (ring: readonly Metres[], name?: string): TestFeature => ({
    geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!].map(at)] },
    ...(name === undefined ? {} : { properties: { name } }),
  });
  const line = (path: readonly Metres[]): TestFeature => ({
    geometry: { type: 'LineString', coordinates: path.map(at) },
  });
  const rough = ([x, y]: Metres, by: number): Metres => [x + by * random.normal(), y + by * random.normal()];
  return {
    at,
    roads: batchOf(streets.map(line)),
    /** Drawn along the streets, not from them: points halfway, some metres off. */
    routes: batchOf(
      streets
        .slice(3, 12)
        .map((path) =>
          line(path.slice(1).map(([x, y], p) => rough([(x + path[p]![0]) / 2, (y + path[p]![1]) / 2], 3))),
        ),
    ),
    houses: batchOf(houses.map((ring) => polygon(ring))),
    /** The same houses, measured by others. */
    remeasured: batchOf(houses.map((ring) => polygon(ring.map((corner) => rough(corner, 0.2))))),
    zones: batchOf(blocks.map((ring, index) => polygon(ring, `第${index}网格`))),
    /** Of places whose ledger names the block; now and then wrongly. */
    ledger: batchOf(
      blocks.map(([corner], index) => ({
        geometry: {
          type: 'Point',
          coordinates: at([corner![0] + random.between(40, 110), corner![1] + random.between(40, 110)]),
        },
        properties: { 编号: `A${index}`, 所属网格: `第${index % 17 === 0 ? index + 1 : index}网格` },
      })),
    ),
  };
}

const random = createRandom(20261126);
const PLACES = Array.from({ length: 20 }, (): LonLat => [random.between(80, 130), random.between(21, 48)]);

describe('examineDatum', () => {
  it.each(PLACES.map((place, at) => [at, place] as const))('recognises the datum at place %i', async (at, place) => {
    const town = buildTown(place, createRandom(at));
    const roads = { kind: 'road', batch: town.roads } as const;
    const examine = (layer: FeatureBatch, datum: Datum, references: readonly DatumReference[]) =>
      examineDatum(inDatum(layer, datum), references, {});
    for (const datum of DATUMS) {
      const routes = await examine(town.routes, datum, [roads]);
      expect(routes.verdict, 'routes along roads').toEqual({ datum, confidence: 'high' });
    }
    const datum = DATUMS[at % 3]!;
    const houses = await examine(town.houses, datum, [roads]);
    expect(houses.verdict, 'houses between roads').toEqual({ datum, confidence: 'high' });
    const ledger = await examine(town.ledger, datum, [{ kind: 'responsibilityZone', batch: town.zones }]);
    expect(ledger.verdict, 'places that name their zone').toEqual({ datum, confidence: 'high' });
    const remeasured = await examine(town.remeasured, datum, [{ kind: 'constructionSite', batch: town.houses }]);
    expect(remeasured.verdict, 'the same houses').toEqual({ datum, confidence: 'high' });
    const own = remeasured.candidates.find((candidate) => candidate.datum === datum);
    expect(own?.residualMeters).toBeLessThan(1);
  });

  it('says by how much a layer stands off, and which shift that is', async () => {
    const town = buildTown([113.6, 34.7], createRandom(7));
    const { observedShift, candidates, reasons } = await examineDatum(
      inDatum(town.houses, 'gcj02'),
      [{ kind: 'stockpile', batch: town.houses }],
      {},
    );
    const [wgs84, gcj02] = candidates;
    expect(wgs84!.shift).toEqual({ eastMeters: 0, northMeters: 0 });
    // Zhengzhou: half a kilometre east, a little south (geo/datum.test.ts).
    expect(gcj02!.shift.eastMeters).toBeCloseTo(550, -2);
    expect(gcj02!.shift.northMeters).toBeCloseTo(-150, -2);
    expect(Math.abs(observedShift!.eastMeters - gcj02!.shift.eastMeters)).toBeLessThan(2);
    expect(observedShift!.pairs).toBeGreaterThan(30);
    expect(wgs84!.residualMeters).toBeGreaterThan(500);
    expect(reasons.map(({ code }) => code)).toContain('datum-evidence-shapes');
    expect(reasons[0]).toEqual({ code: 'datum-verdict-high', params: { datum: 'gcj02' } });
  });

  it('tells an offset that is none of the three', async () => {
    const town = buildTown([113.6, 34.7], createRandom(8));
    const coordinates = town.houses.geometry.coordinates.map((value, at) => value + (at % 2 === 0 ? 0.001 : -0.0005));
    const moved = { ...town.houses, geometry: { ...town.houses.geometry, coordinates } };
    const { verdict, reasons } = await examineDatum(moved, [{ kind: 'stockpile', batch: town.houses }], {});
    expect(verdict.datum).toBeUndefined();
    const strange = reasons.find(({ code }) => code === 'datum-shift-strange');
    expect(strange?.params.eastMeters).toBeCloseTo(91.6, 0);
    expect(strange?.params.northMeters).toBeCloseTo(-55.5, 0);
  });

  it('says how many features would change zones', async () => {
    const town = buildTown([121.4, 31.2], createRandom(9));
    const { candidates, reasons } = await examineDatum(
      inDatum(town.ledger, 'wgs84'),
      [{ kind: 'patrolZone', batch: town.zones }],
      {},
    );
    expect(candidates.map(({ zoneChanges }) => zoneChanges)).toEqual([0, expect.any(Number), expect.any(Number)]);
    expect(candidates[1]!.zoneChanges).toBeGreaterThan(0.9 * town.ledger.rows.length);
    expect(reasons.filter(({ code }) => code === 'datum-zones-change')).toHaveLength(2);
  });

  it('leaves it open where points fit anywhere, and where roads are too dense to tell', async () => {
    const place: LonLat = [116.3, 40];
    const town = buildTown(place, createRandom(10));
    const chance = createRandom(11);
    const anywhere = batchOf(
      Array.from({ length: 800 }, () => ({
        geometry: { type: 'Point', coordinates: town.at([chance.between(-900, 900), chance.between(-900, 900)]) },
      })),
    );
    for (const datum of DATUMS) {
      const found = await examineDatum(inDatum(anywhere, datum), [{ kind: 'road', batch: town.roads }], {});
      expect(found.verdict).toEqual({ datum: undefined, confidence: 'none' });
      expect(found.reasons[0]?.code).toBe('datum-verdict-open');
      expect(found.candidates.every(({ lineMeters }) => lineMeters! < 300)).toBe(true);
    }
  });

  it('says so where there is nothing to compare with', async () => {
    const town = buildTown([113.6, 34.7], createRandom(12));
    const far = buildTown([114.6, 34.7], createRandom(13));
    const codes = async (layer: FeatureBatch, references: readonly DatumReference[]) => {
      const { reasons, verdict } = await examineDatum(layer, references, {});
      return [reasons.map(({ code }) => code).join(), verdict.datum];
    };
    expect(await codes(town.houses, [])).toEqual(['datum-no-references', undefined]);
    expect(await codes(town.houses, [{ kind: 'road', batch: far.roads }])).toEqual(['datum-no-references', undefined]);
    expect(await codes(batchOf([{ geometry: null }]), [])).toEqual(['datum-nothing-to-compare', undefined]);
    expect(await codes(batchOf([]), [])).toEqual(['datum-nothing-to-compare', undefined]);
    const projected = batchOf([{ geometry: { type: 'Point', coordinates: [37_512_345, 3_845_678] } }]);
    expect(await codes(projected, [])).toEqual(['datum-not-degrees', undefined]);
    const abroad = batchOf([{ geometry: { type: 'Point', coordinates: [-71.1, 42.4] } }]);
    expect(await codes(abroad, [])).toEqual(['datum-outside-china', 'wgs84']);
  });

  it('is not led astray by broken positions, and gives the same answer twice', async () => {
    const town = buildTown([113.6, 34.7], createRandom(14));
    const broken = inDatum(town.routes, 'gcj02');
    broken.geometry.coordinates.set([Number.NaN, 34.7, 0, 0, Infinity, 1e9], 0);
    const roads = { kind: 'road', batch: town.roads } as const;
    const first = await examineDatum(broken, [roads], {});
    expect(first.verdict.datum).toBe('gcj02');
    expect(await examineDatum(broken, [roads], {})).toEqual(first);
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(examineDatum(broken, [roads], { signal: stopped })).rejects.toThrow('stopped');
  });
});
