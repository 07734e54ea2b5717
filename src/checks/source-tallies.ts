/** How many sources there are, and how many and how much uncovered ground lie in each zone: kept up source by source. */
import { GeometryType } from '../geo/geometry-column.ts';
import { withLength } from '../geo/with-length.ts';
import { NO_ZONES } from '../geo/zone-sets.ts';
import { ZONE_KINDS, type ZoneKind } from '../model/kinds.ts';
import { fixed, unfixed } from './fixed-sum.ts';
import type { SourceTable } from './source-table.ts';
import type { ZoneSet } from './zone-set.ts';

export interface SourceTallies {
  /** Takes a source's line as it is now in the place of what was counted for it before. O(zones that it lies in). */
  count(table: SourceTable, source: number): void;
  /** Dust sources with a geometry. */
  readonly sources: number;
  /** Sources with at least a part in the zone, and their ground that no leaf zone of its kind covers. */
  ofZone(kind: ZoneKind, zone: number): { sources: number; uncoveredAreaSquareMeters: number };
}

/** What was counted for each source: taken out again when it changes. */
interface Counted {
  there: Uint8Array;
  readonly set: Record<ZoneKind, Int32Array>;
  readonly steps: Record<ZoneKind, Float64Array>;
}

interface ZoneSums {
  sources: Int32Array;
  steps: Float64Array;
}

export function createSourceTallies(zones: Readonly<Record<ZoneKind, ZoneSet>>): SourceTallies {
  const counted = new Map<SourceTable, Counted>();
  const sums = byKind((kind): ZoneSums => {
    const { count } = zones[kind].layer;
    return { sources: new Int32Array(count), steps: new Float64Array(count) };
  });
  let sources = 0;

  function countedOf(table: SourceTable): Counted {
    let own = counted.get(table);
    if (!own) {
      const { count } = table.prepared.packed;
      own = {
        there: new Uint8Array(count),
        set: byKind(() => new Int32Array(count)),
        steps: byKind(() => new Float64Array(count)),
      };
      counted.set(table, own);
    }
    return own;
  }

  function addTo(kind: ZoneKind, set: number, sign: 1 | -1, steps: number): void {
    const own = sums[kind];
    for (const zone of zones[kind].sets.zonesOf(set)) {
      own.sources = withLength(own.sources, zone + 1);
      own.steps = withLength(own.steps, zone + 1);
      own.sources[zone]! += sign;
      own.steps[zone]! += sign * steps;
    }
  }

  return {
    get sources() {
      return sources;
    },
    count(table, source) {
      const own = countedOf(table);
      const { packed } = table.prepared;
      own.there = withLength(own.there, source + 1);
      const there = Number(packed.type[source] !== GeometryType.none);
      sources += there - own.there[source]!;
      own.there[source] = there;
      for (const kind of ZONE_KINDS) {
        const columns = table.coverage[kind];
        own.set[kind] = withLength(own.set[kind], source + 1);
        own.steps[kind] = withLength(own.steps[kind], source + 1);
        const set = columns.set[source]!;
        const steps = set === NO_ZONES ? 0 : fixed(packed.areas[source]! * (1 - columns.fraction[source]!));
        addTo(kind, own.set[kind][source]!, -1, own.steps[kind][source]!);
        addTo(kind, set, 1, steps);
        own.set[kind][source] = set;
        own.steps[kind][source] = steps;
      }
    },
    ofZone: (kind, zone) => ({
      sources: sums[kind].sources[zone] ?? 0,
      uncoveredAreaSquareMeters: unfixed(sums[kind].steps[zone] ?? 0),
    }),
  };
}

function byKind<T>(make: (kind: ZoneKind) => T): Record<ZoneKind, T> {
  return { responsibilityZone: make('responsibilityZone'), patrolZone: make('patrolZone') };
}
