/**
 * Which zones are leaves: those in which no finer zone of their kind and duty lies. Where some
 * streets have grids and others have none, the grids and the bare streets are the leaves.
 * Measures nothing: whether a zone holds most of another is asked of the engine.
 */
import { ZONE_LEVELS } from '../model/kinds.ts';
import { dutyOf, type FeatureRef, field, levelOf, subjectOf } from './check-input.ts';

const FINEST_RANK = ZONE_LEVELS.length - 1;

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
    rank: rank < 0 ? FINEST_RANK : rank,
    level,
    duty: dutyOf(ref),
    names: [subjectOf(ref).feature, field(ref, 'code'), field(ref, 'name')].filter((name) => name !== undefined),
    parent: field(ref, 'parent'),
  };
}

/**
 * Leaves among the zones of one kind, asked one by one. A zone lies in another of its duty that is
 * not finer if it names it as `parent`, or in a strictly coarser one that holds more than half of its
 * area; a zone in which none lies is a leaf. Two zones that name each other are both leaves.
 */
export interface LeafFinder {
  /** O(zones around it, and those that name it). */
  isLeaf(zone: number): boolean;
  /** The zone that it names as its parent; undefined where it names none that is there. */
  parentOf(zone: number): number | undefined;
  /** Zones whose answer may hang on this one by names, whatever ground they have. */
  relatedTo(zone: number): number[];
  /** To be called before and after a zone's traits change. */
  forget(zone: number): void;
  learn(zone: number): void;
}

/**
 * `zones` is read anew at each call. `around(i)` lists zones that may share ground with zone i;
 * `holdsMost(coarse, fine)` says whether more than half of the fine one's own area lies in the coarse one.
 */
export function createLeafFinder(
  zones: readonly ZoneTraits[],
  around: (zone: number) => Iterable<number>,
  holdsMost: (coarse: number, fine: number) => boolean,
): LeafFinder {
  const names = createZoneNames(zones);
  const { parentOf } = names;
  const isNamedParent = (zone: number) =>
    (zones[zone] as ZoneTraits).names.some((name) =>
      names.childrenOf(name).some((child) => parentOf(child) === zone && parentOf(zone) !== child),
    );
  return {
    parentOf,
    forget: names.forget,
    learn: names.learn,
    isLeaf(zone) {
      if (isNamedParent(zone)) return false;
      const { rank, duty } = zones[zone] as ZoneTraits;
      // Nothing is finer than the finest, so that most zones are settled here.
      if (rank === FINEST_RANK) return true;
      for (const other of around(zone)) {
        const fine = zones[other] as ZoneTraits;
        if (fine.rank > rank && fine.duty === duty && holdsMost(zone, other)) return false;
      }
      return true;
    },
    relatedTo(zone) {
      const traits = zones[zone];
      if (!traits) return [];
      const byOwnNames = traits.names.flatMap((name) => [...names.named(name), ...names.childrenOf(name)]);
      return traits.parent === undefined ? byOwnNames : [...byOwnNames, ...names.named(traits.parent)];
    },
  };
}

/**
 * The zone that a zone names in its `parent`: by id, code or name, of its duty and not finer than itself;
 * undefined where it names none, or nothing of that sort. O(zones) to make, then O(zones of that name).
 */
export function createNamedParent(zones: readonly ZoneTraits[]): (zone: number) => number | undefined {
  return createZoneNames(zones).parentOf;
}

interface ZoneNames {
  parentOf(zone: number): number | undefined;
  /** Zones that bear a name: ids stand before codes and names, then the earlier zone. */
  named(name: string): number[];
  /** Zones that have the name in their `parent`. */
  childrenOf(name: string): number[];
  forget(zone: number): void;
  learn(zone: number): void;
}

function createZoneNames(zones: readonly ZoneTraits[]): ZoneNames {
  const byName = new Map<string, { zone: number; position: number }[]>();
  const byParent = new Map<string, Set<number>>();

  function learn(zone: number): void {
    const { names, parent } = zones[zone] as ZoneTraits;
    names.forEach((name, position) => {
      const named = byName.get(name) ?? [];
      byName.set(name, named);
      named.push({ zone, position });
      if (named.length > 1) named.sort((a, b) => a.position - b.position || a.zone - b.zone);
    });
    if (parent === undefined) return;
    const children = byParent.get(parent);
    if (children) children.add(zone);
    else byParent.set(parent, new Set([zone]));
  }

  function forget(zone: number): void {
    const traits = zones[zone];
    if (!traits) return;
    for (const name of traits.names) {
      byName.set(name, byName.get(name)?.filter((entry) => entry.zone !== zone) ?? []);
    }
    if (traits.parent !== undefined) byParent.get(traits.parent)?.delete(zone);
  }

  for (let zone = 0; zone < zones.length; zone++) learn(zone);
  return {
    forget,
    learn,
    named: (name) => (byName.get(name) ?? []).map((entry) => entry.zone),
    childrenOf: (name) => [...(byParent.get(name) ?? [])],
    parentOf(zone) {
      const { parent, rank, duty } = zones[zone] as ZoneTraits;
      if (parent === undefined) return undefined;
      return byName.get(parent)?.find(({ zone: other }) => {
        const candidate = zones[other] as ZoneTraits;
        return other !== zone && candidate.duty === duty && candidate.rank <= rank;
      })?.zone;
    },
  };
}

/** 1 for each leaf. O(zones × those around). */
export function findLeafZones(
  zones: readonly ZoneTraits[],
  around: (zone: number) => Iterable<number>,
  holdsMost: (coarse: number, fine: number) => boolean,
): Uint8Array {
  const { isLeaf } = createLeafFinder(zones, around, holdsMost);
  return Uint8Array.from(zones, (_, zone) => Number(isLeaf(zone)));
}
