/**
 * Sets of zones as numbers: a hundred thousand sources lie in a few thousand different sets, so that
 * one number per source says all. Built up zone by zone in ascending order; equal sets have equal
 * numbers. Set 0 is empty.
 */
export interface ZoneSets {
  /** The set with one more zone, which must be greater than all that it holds. O(1). */
  add(set: number, zone: number): number;
  /** Ascending. */
  zonesOf(set: number): readonly number[];
}

export const NO_ZONES = 0;

/** Zone numbers stay below this, so that a set and a zone make one exact key. */
const ZONE_LIMIT = 2 ** 22;

export function createZoneSets(): ZoneSets {
  const members: (readonly number[])[] = [[]];
  const grown = new Map<number, number>();
  return {
    add(set, zone) {
      const key = set * ZONE_LIMIT + zone;
      const known = grown.get(key);
      if (known !== undefined) return known;
      const made = members.push([...members[set]!, zone]) - 1;
      grown.set(key, made);
      return made;
    },
    zonesOf: (set) => members[set]!,
  };
}
