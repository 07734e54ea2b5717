/**
 * The joins of the kernel, each beside the floor: one pass over all vertices of the sources, below
 * which no join can be. Prints ratios; passes and fails nothing.
 *
 *     npx vitest bench --run test/bench              10,000 sources
 *     CHENTU_BENCH=100000 npx vitest bench --run test/bench
 */
import { bench, describe } from 'vitest';
import { findNearest, isWithin } from '../../src/geo/distance.ts';
import { buildEdgeBands } from '../../src/geo/edge-bands.ts';
import { createIntersectionArea } from '../../src/geo/intersection-area.ts';
import { holdsPlace } from '../../src/geo/point-in-polygon.ts';
import { createRelater, Relation } from '../../src/geo/relate.ts';
import { buildSegmentChunks } from '../../src/geo/segment-chunks.ts';
import { buildSpatialIndex, HitList } from '../../src/geo/spatial-index.ts';
import { buildBenchDistrict } from './district-in-meters.ts';

const count = Number(process.env.CHENTU_BENCH ?? 10_000);
const { sources, zones, routes, hotspots } = buildBenchDistrict(count, count >= 100_000 ? 3000 : 1000, 20261124);
const target = { layer: zones, bands: buildEdgeBands(zones) };
const index = buildSpatialIndex(zones.boxes);
const chunks = buildSegmentChunks(routes, () => true);
const hits = new HitList();
const relater = createRelater();
const area = createIntersectionArea();

/** What the loops add up to, so that nothing is optimised away. */
const sink = { total: 0 };
const settings = { iterations: 5, time: 200, warmupIterations: 2, warmupTime: 50 };

function zonesAround(boxes: Float64Array, feature: number): number {
  const box = 4 * feature;
  index.search(boxes[box]!, boxes[box + 1]!, boxes[box + 2]!, boxes[box + 3]!, hits);
  return hits.count;
}

describe(`${count} sources, ${zones.count} zones, ${routes.count} routes, ${hotspots.count} hotspots`, () => {
  bench(
    'floor: a pass over the vertices of the sources',
    () => {
      for (let i = 0; i < sources.xy.length; i++) sink.total += sources.xy[i]!;
    },
    settings,
  );

  bench(
    'A: zones of each hotspot',
    () => {
      for (let i = 0; i < hotspots.count; i++) {
        const found = zonesAround(hotspots.boxes, i);
        for (let k = 0; k < found; k++) {
          if (holdsPlace(zones, target.bands, hits.items[k]!, hotspots.xy[2 * i]!, hotspots.xy[2 * i + 1]!))
            sink.total++;
        }
      }
    },
    settings,
  );

  bench(
    'B1: zones that each source meets',
    () => {
      for (let i = 0; i < sources.count; i++) {
        const found = zonesAround(sources.boxes, i);
        for (let k = 0; k < found; k++) {
          if (relater.relate(sources, i, target, hits.items[k]!) !== Relation.disjoint) sink.total++;
        }
      }
    },
    settings,
  );

  bench(
    'B2: the area that each source shares with each zone',
    () => {
      for (let i = 0; i < sources.count; i++) {
        const found = zonesAround(sources.boxes, i);
        for (let k = 0; k < found; k++) {
          const relation = relater.relate(sources, i, target, hits.items[k]!);
          if (relation === Relation.inside) sink.total += sources.areas[i]!;
          else if (relation !== Relation.disjoint) sink.total += area.measure(sources, i, zones, hits.items[k]!);
        }
      }
    },
    settings,
  );

  bench(
    'C: the area that zones share with each other',
    () => {
      for (let i = 0; i < zones.count; i++) {
        const found = zonesAround(zones.boxes, i);
        for (let k = 0; k < found; k++) {
          if (hits.items[k]! > i) sink.total += area.measure(zones, i, zones, hits.items[k]!);
        }
      }
    },
    settings,
  );

  bench(
    'D: sources within 50 m of a route',
    () => {
      for (let i = 0; i < sources.count; i++) if (isWithin(sources, i, chunks, 50)) sink.total++;
    },
    settings,
  );

  bench(
    'the nearest route of each source',
    () => {
      for (let i = 0; i < sources.count; i++) sink.total += findNearest(sources, i, chunks, Infinity).distanceMeters;
    },
    settings,
  );
});
