/**
 * Which zones are leaves: those in which no finer zone of their kind and duty lies. Where some
 * streets have grids and others have none, the grids and the bare streets are the leaves.
 * Measures nothing: whether a zone holds most of another is asked of the engine.
 */
import { ZONE_LEVELS } from '../model/kinds.ts';
import { dutyOf, type FeatureRef, field, levelOf, subjectOf } from './check-input.ts';

export interface ZoneTraits {
  /** 0 district … 3 grid; a level of the ledger's own counts as the finest. */
  readonly rank: number;
  readonly level: string;
  readonly duty: string;
  /** What other zones may call this one in their `parent`: id, code, name. */
  readonly names: readonly string[];
  readonly parent: string | undefined;
}

export function zoneTraits(ref: FeatureRef): ZoneTraits {
  const level = levelOf(ref);
  const rank = (ZONE_LEVELS as readonly string[]).indexOf(level);
  return {
    rank: rank < 0 ? ZONE_LEVELS.length - 1 : rank,
    level,
    duty: dutyOf(ref),
    names: [subjectOf(ref).feature, field(ref, 'code'), field(ref, 'name')].filter((name) => name !== undefined),
    parent: field(ref, 'parent'),
  };
}

/**
 * 1 for each leaf among the zones of one kind. A zone lies in another of its duty that is not finer
 * if it names it as `parent`, or in a strictly coarser one that holds more than half of its area.
 * Two zones that name each other are both leaves.
 *
 * `around(i)` lists zones that may share ground with zone i; `holdsMost(coarse, fine)` says whether
 * more than half of the fine one's own area lies in the coarse one. O(zones × those around).
 */
export function findLeafZones(
  zones: readonly ZoneTraits[],
  around: (zone: number) => Iterable<number>,
  holdsMost: (coarse: number, fine: number) => boolean,
): Uint8Array {
  const isLeaf = new Uint8Array(zones.length).fill(1);
  const parentOf = createNamedParent(zones);
  zones.forEach((fine, index) => {
    const parent = parentOf(index);
    if (parent !== undefined && parentOf(parent) !== index) isLeaf[parent] = 0;
    if (fine.rank === 0) return;
    for (const other of around(index)) {
      const coarse = zones[other] as ZoneTraits;
      if (isLeaf[other] === 0 || coarse.rank >= fine.rank || coarse.duty !== fine.duty) continue;
      if (holdsMost(other, index)) isLeaf[other] = 0;
    }
  });
  return isLeaf;
}

/**
 * The zone that a zone names in its `parent`: by id, code or name, of its duty and not finer than itself;
 * undefined where it names none, or nothing of that sort. O(zones) to make, then O(zones of that name).
 */
export function createNamedParent(zones: readonly ZoneTraits[]): (zone: number) => number | undefined {
  const byName = indexByName(zones);
  return (zone) => {
    const { parent, rank, duty } = zones[zone] as ZoneTraits;
    if (parent === undefined) return undefined;
    return byName.get(parent)?.find((other) => {
      const candidate = zones[other] as ZoneTraits;
      return other !== zone && candidate.duty === duty && candidate.rank <= rank;
    });
  };
}

/** Zones by each of their names; ids stand before codes and names. */
function indexByName(zones: readonly ZoneTraits[]): Map<string, number[]> {
  const byName = new Map<string, number[]>();
  const longest = Math.max(0, ...zones.map((zone) => zone.names.length));
  for (let position = 0; position < longest; position++) {
    zones.forEach((zone, index) => {
      const name = zone.names[position];
      if (name === undefined) return;
      const found = byName.get(name);
      if (found) found.push(index);
      else byName.set(name, [index]);
    });
  }
  return byName;
}
