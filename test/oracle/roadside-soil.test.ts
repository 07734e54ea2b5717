/**
 * Bare soil beside unswept roads, pair by pair over all stretches and all patches, with distances by GEOS from the
 * document's own degrees and with the ledger read again by a few lines that share nothing with the product.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { countForScene } from '../../src/briefing/scene-numbers.ts';
import { findRoadsideSoil } from '../../src/checks/roadside-soil.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { createSession } from '../../src/checks/session.ts';
import { createRandom } from '../../src/core/random.ts';
import { geometryToGeoJson } from '../../src/geo/geometry-column.ts';
import { createFrame } from '../../src/geo/laea.ts';
import { effectiveBatch } from '../../src/model/effective-batch.ts';
import { textAt } from '../../src/model/feature-batch.ts';
import type { CheckResult } from '../../src/model/findings.ts';
import type { RoadsideSoil } from '../../src/model/roadside-soil.ts';
import { SCENE_ROADSIDE_VALUES } from '../../src/model/scene.ts';
import type { WorkspaceDocument } from '../../src/model/workspace.ts';
import { loadOracle, type Oracle, type Shape } from '../fuzz/geos-oracle.ts';
import { area, degrees, layerOf, route, spot, workspaceOf } from '../support/workspace.ts';
import { hasDemo, openDemo, whyNoDemo } from './demo-workspace.ts';

// biome-ignore lint/suspicious/noConsole: the line that says what was not tested
if (whyNoDemo) console.warn(`demo S ${whyNoDemo}`);

/** Both ends of a distance lie on a grid of 1 mm here, and on none there. */
const GRID_SLACK_METERS = 0.003;

let oracle: Oracle;
beforeAll(async () => {
  oracle = await loadOracle();
});

/** A day of treatment ends as the next one begins: what is opened then may have been opened just before. */
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** West, south, east, north of all positions in degrees. */
function boxOf(geometry: GeoJSON.Geometry): number[] {
  const [xs, ys]: number[][] = [[], []];
  JSON.stringify(geometry, (_, value) => {
    if (Array.isArray(value) && typeof value[0] === 'number') {
      xs!.push(value[0]);
      ys!.push(value[1]);
    }
    return value;
  });
  return [Math.min(...xs!), Math.min(...ys!), Math.max(...xs!), Math.max(...ys!)];
}

/** A hundredth of a degree is more than 800 m wherever the workspaces lie. */
const areFarApart = ([w, s, e, n]: number[], [west, south, east, north]: number[]) =>
  w! > east! + 0.01 || west! > e! + 0.01 || s! > north! + 0.01 || south! > n! + 0.01;

interface Measured {
  /** Metres, by finding and patch. */
  readonly distances: ReadonlyMap<string, number>;
  /** Square metres, by patch. */
  readonly areas: ReadonlyMap<string, number>;
}

/** Distance in metres for every stretch and every patch that its ledger has as bare, of those not a kilometre apart. */
function measureAll(document: WorkspaceDocument, check: CheckResult): Measured {
  const frame = createFrame(document.frame as [number, number]);
  const metersOf = (positions: readonly GeoJSON.Position[]) => {
    const xy = new Float64Array(2 * positions.length);
    positions.forEach(([longitude, latitude], at) => {
      frame.project(longitude!, latitude!, xy, 2 * at);
    });
    return xy;
  };
  const shapesOf = (geometry: GeoJSON.Geometry): Shape[] => {
    switch (geometry.type) {
      case 'Polygon':
        return [oracle.polygons([geometry.coordinates.map(metersOf)])];
      case 'MultiPolygon':
        return [oracle.polygons(geometry.coordinates.map((rings) => rings.map(metersOf)))];
      case 'LineString':
        return [oracle.line(metersOf(geometry.coordinates))];
      case 'MultiLineString':
        return geometry.coordinates.map((line) => oracle.line(metersOf(line)));
      case 'Point':
        return [oracle.point(...(metersOf([geometry.coordinates]) as unknown as [number, number]))];
      default:
        throw new Error(`found ${geometry.type}, expected a simple shape`);
    }
  };
  const now = check.asOf.slice(0, 10);
  const soil = document.layers.filter(({ kind }) => kind === 'bareSoil');
  const patches = soil.flatMap((layer) => {
    const batch = effectiveBatch(layer);
    return batch.ids.flatMap((id, index) => {
      // Whole days, as the demo and the made workspaces write them.
      const happened = (name: string) => {
        const day = textAt(batch, name, index) || undefined;
        return day !== undefined && day.slice(0, 10) <= now ? day.slice(0, 10) : undefined;
      };
      const status = textAt(batch, 'status', index);
      const [treated, opened, reopened] = ['treatedAt', 'openedAt', 'reopenedAt'].map(happened);
      const last = [opened, reopened]
        .filter((day) => day !== undefined)
        .sort()
        .at(-1);
      const isTreated =
        status !== 'uncovered' &&
        (treated === undefined ? Boolean(status) : last === undefined || dayAfter(treated) >= last);
      const geometry = geometryToGeoJson(batch.geometry, index);
      return isTreated || !geometry
        ? []
        : [{ key: `${layer.id} ${id}`, shapes: shapesOf(geometry), box: boxOf(geometry) }];
    });
  });
  const areas = new Map(
    patches.map(({ key, shapes }) => [key, shapes.reduce((sum, shape) => sum + oracle.area(shape), 0)]),
  );
  const distances = new Map<string, number>();
  for (const { id, rule, status, geometry } of check.findings) {
    if (rule !== 'road-unswept' || status !== 'open' || !geometry) continue;
    const lines = shapesOf(geometry);
    const around = boxOf(geometry);
    for (const { key, shapes, box } of patches) {
      if (areFarApart(box, around)) continue;
      const all = lines.flatMap((line) => shapes.map((shape) => oracle.distance(line, shape)));
      distances.set(`${id} ${key}`, Math.min(...all));
    }
  }
  oracle.release();
  return { distances, areas };
}

function expectSame({ pairs, withinMeters }: RoadsideSoil, distances: ReadonlyMap<string, number>): void {
  const found = new Map(
    pairs.map(({ finding, soil, distanceMeters }) => [`${finding} ${soil.layer} ${soil.feature}`, distanceMeters]),
  );
  expect(found.size).toBe(pairs.length);
  for (const [key, meters] of distances) {
    const own = found.get(key);
    if (own !== undefined) expect(Math.abs(own - meters), key).toBeLessThan(GRID_SLACK_METERS);
    else expect(meters, key).toBeGreaterThan(withinMeters - GRID_SLACK_METERS);
  }
  for (const key of found.keys()) expect(distances.get(key), key).toBeLessThan(withinMeters + GRID_SLACK_METERS);
}

/** Roads and patches of every type thrown over two kilometres, some of them swept, some treated. */
function throwWorkspace(seed: number): WorkspaceDocument {
  const random = createRandom(seed);
  const at = () => random.integer(0, 2000);
  const wander = (x: number, y: number, count: number, step: number): number[] =>
    Array.from({ length: count }, (_, i) => [
      x + i * step + random.integer(-step, step),
      y + random.integer(-step, step),
    ]).flat();
  const statuses = ['uncovered', 'netted', 'greened', ''] as const;
  const fields = () => ({
    status: statuses[random.integer(0, statuses.length - 1)]!,
    openedAt: `2026-1${random.integer(0, 1)}-0${random.integer(1, 9)}`,
    ...(random.next() < 0.4 ? { treatedAt: `2026-1${random.integer(0, 1)}-0${random.integer(1, 9)}` } : {}),
    ...(random.next() < 0.2 ? { reopenedAt: `2026-1${random.integer(0, 2)}-0${random.integer(1, 9)}` } : {}),
  });
  return {
    ...workspaceOf([
      layerOf(
        'roads',
        'road',
        Array.from({ length: 15 }, (_, i) => route(`r${i}`, wander(at(), at(), 12, 40), { grade: '一级' })),
      ),
      layerOf(
        'routes',
        'sweepingRoute',
        Array.from({ length: 4 }, (_, i) => route(`s${i}`, wander(at(), at(), 12, 40))),
      ),
      layerOf(
        'soil',
        'bareSoil',
        Array.from({ length: 120 }, (_, i) => {
          if (i % 3 === 0) return spot(`p${i}`, at(), at(), fields());
          if (i % 3 === 1) return area(`a${i}`, [at(), at(), 10 + i, 30], fields());
          const line = { type: 'LineString', coordinates: degrees(...wander(at(), at(), 4, 15)) } as const;
          return { geometry: line, properties: { id: `l${i}`, ...fields() } };
        }),
      ),
    ]),
    asOf: '2026-11-15',
  };
}

describe('bare soil beside unswept roads', () => {
  it.each([1, 2, 3, 4, 5, 6])('is every pair that GEOS finds among thrown ones, seed %i', async (seed) => {
    const document = throwWorkspace(seed);
    const check = await runChecks(document);
    const found = await findRoadsideSoil(document, check);
    expect(found.pairs.length).toBeGreaterThan(3);
    expectSame(found, measureAll(document, check).distances);
  });

  it.runIf(hasDemo)(
    'is every pair that GEOS finds in demo S, from the terminal and from an open session',
    async () => {
      const session = await createSession(await openDemo());
      const { document, check } = session;
      const found = await findRoadsideSoil(document, check);
      expect(await session.roadsideSoil()).toEqual(found);
      expect(found.pairs.length).toBeGreaterThan(3);
      expect(found.unknownPatches).toBe(0);
      const { distances, areas } = measureAll(document, check);
      expectSame(found, distances);
      const near = [...distances].filter(([, meters]) => meters <= found.withinMeters).map(([key]) => key.split(' '));
      const ground = [...new Set(near.map(([, layer, patch]) => `${layer} ${patch}`))].reduce(
        (sum, key) => sum + areas.get(key)!,
        0,
      );
      const numbers = SCENE_ROADSIDE_VALUES.map((value) => ({ of: 'roadsideSoil', value }) as const);
      const facts = { check, roadsideSoil: found, membersOf: () => undefined, layerOf: () => undefined };
      const [pairs, roads, area] = countForScene(
        { rules: [], numbers },
        { ...facts, hotspotsShownBy: () => () => true },
      ).map(({ value }) => value);
      expect(pairs).toBe(near.length);
      expect(roads).toBe(new Set(near.map(([finding]) => finding)).size);
      expect(Math.abs(area! - ground) / ground).toBeLessThan(1e-4);
    },
    120_000,
  );
});
