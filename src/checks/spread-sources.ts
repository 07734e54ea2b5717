/**
 * The sources of layers, measured in ranges by whoever does them, and written into the table. They are taken in the
 * order in which they lie in memory, neighbours one after the other: what one needs of zones and routes is mostly at
 * hand from the one before.
 */
import type { Ranges } from '../core/spread.ts';
import type { Task } from '../core/task.ts';
import { orderInMemory } from '../geo/lay-out.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { gatherLayer } from '../geo/slice-layer.ts';
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
  const pieces = tables.flatMap((table) => {
    const order = orderInMemory(table.prepared.packed);
    return Array.from({ length: Math.ceil(order.length / SOURCES_PER_RANGE) }, (_, range) => ({
      table,
      sources: order.subarray(range * SOURCES_PER_RANGE, (range + 1) * SOURCES_PER_RANGE),
    }));
  });
  const ranges: Ranges<PackedLayer, SourceLines> = {
    count: pieces.length,
    make(index) {
      const { table, sources } = pieces[index]!;
      return gatherLayer(table.prepared.packed, sources);
    },
    take(lines, index) {
      const { table, sources } = pieces[index]!;
      writeLines(table, grounds, lines, sources);
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

/** `sources`: the source of each line. */
function writeLines(table: SourceTable, grounds: SourceGrounds, lines: SourceLines, sources: Uint32Array): void {
  for (const kind of ZONE_KINDS) {
    const to = table.coverage[kind];
    const from = lines.coverage[kind];
    const sets = internLists(from, grounds.zones[kind].sets);
    for (let line = 0; line < from.set.length; line++) {
      const source = sources[line]!;
      to.fraction[source] = from.fraction[line]!;
      to.largest[source] = from.largest[line]!;
      to.nearest[source] = from.nearest[line]!;
      to.nearestMeters[source] = from.nearestMeters[line]!;
      to.set[source] = sets[from.set[line]!]!;
    }
  }
  const { route, meters } = lines.sweeping;
  for (let line = 0; line < route.length; line++) {
    table.sweeping.route[sources[line]!] = route[line]!;
    table.sweeping.meters[sources[line]!] = meters[line]!;
  }
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
