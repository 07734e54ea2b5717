/** The sources of a layer, measured in ranges by whoever does them, and written into the table in the layer's order. */
import type { Ranges } from '../core/spread.ts';
import type { Task } from '../core/task.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { sliceLayer } from '../geo/slice-layer.ts';
import { NO_ZONES, type ZoneSets } from '../geo/zone-sets.ts';
import { ZONE_KINDS } from '../model/kinds.ts';
import type { MeasureSpread } from './measure-table.ts';
import { type SourceCommon, type SourceLines, withGround } from './source-ranges.ts';
import type { SourceGrounds, SourceTable } from './source-table.ts';

/** Some ten milliseconds of work, so that a cancel is heard and uneven ranges balance. */
const SOURCES_PER_RANGE = 2048;

/**
 * Fills the tables, all as one run of ranges: a thread that has still to build its ground meanwhile is not waited for at
 * the end of every small layer.
 */
export async function fillSpread(
  tables: readonly SourceTable[],
  grounds: SourceGrounds,
  spread: MeasureSpread,
  task: Task,
): Promise<void> {
  const places = tables.flatMap((table) => {
    const { count } = table.prepared.packed;
    return Array.from({ length: Math.ceil(count / SOURCES_PER_RANGE) }, (_, range) => ({
      table,
      first: range * SOURCES_PER_RANGE,
      end: Math.min(count, (range + 1) * SOURCES_PER_RANGE),
    }));
  });
  const ranges: Ranges<PackedLayer, SourceLines> = {
    count: places.length,
    make(index) {
      const { table, first, end } = places[index]!;
      return sliceLayer(table.prepared.packed, first, end);
    },
    take(lines, index) {
      const { table, first } = places[index]!;
      writeLines(table, grounds, lines, first);
    },
  };
  await spread('sources', commonOf(grounds), ranges, task);
}

function commonOf(grounds: SourceGrounds): SourceCommon {
  const { zones, routes, sweepingLimitMeters } = grounds;
  const bare = ({ layer, isLeaf }: { layer: SourceCommon['routes']['layer']; isLeaf: Uint8Array }) => ({
    layer,
    isLeaf,
  });
  const common: SourceCommon = {
    zones: { responsibilityZone: bare(zones.responsibilityZone), patrolZone: bare(zones.patrolZone) },
    routes: {
      layer: routes.layer,
      qualifies: Uint8Array.from({ length: routes.layer.count }, (_, route) => Number(routes.qualifies(route))),
    },
    sweepingLimitMeters,
  };
  return withGround(common, grounds);
}

function writeLines(table: SourceTable, grounds: SourceGrounds, lines: SourceLines, first: number): void {
  for (const kind of ZONE_KINDS) {
    const to = table.coverage[kind];
    const from = lines.coverage[kind];
    to.fraction.set(from.fraction, first);
    to.largest.set(from.largest, first);
    to.nearest.set(from.nearest, first);
    to.nearestMeters.set(from.nearestMeters, first);
    const sets = internLists(from, grounds.zones[kind].sets);
    for (let i = 0; i < from.set.length; i++) to.set[first + i] = sets[from.set[i]!]!;
  }
  table.sweeping.route.set(lines.sweeping.route, first);
  table.sweeping.meters.set(lines.sweeping.meters, first);
}

/** The numbers that the lists have here. */
function internLists({ listStart, zones }: SourceLines['coverage']['patrolZone'], sets: ZoneSets): Int32Array {
  const numbers = new Int32Array(listStart.length - 1);
  for (let list = 0; list < numbers.length; list++) {
    let set = NO_ZONES;
    for (let k = listStart[list]!; k < listStart[list + 1]!; k++) set = sets.add(set, zones[k]!);
    numbers[list] = set;
  }
  return numbers;
}
