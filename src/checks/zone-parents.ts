/**
 * Which zone a zone has to stay in: the one that it names in `parent`, else the next coarser zone of
 * its kind and duty that holds more than half of it. The boundary is nobody's parent.
 * Measures nothing: whether a zone holds most of another is asked of the engine.
 */
import { field, subjectOf } from './check-input.ts';
import type { FeatureList } from './feature-list.ts';
import type { ZoneTraits } from './leaf-zones.ts';

export interface ParentFound {
  /** Undefined where the zone has none. */
  readonly parent: number | undefined;
  /** Whether the zone itself names it, or it was found by the ground that it holds. */
  readonly by: 'name' | 'ground';
  /** What stands in `parent` where that is the name of no zone it could be, nor of the boundary. */
  readonly unknownName: string | undefined;
}

/**
 * Among the zones of one kind. Two zones that name each other are neither's parent. Of several coarser
 * zones that hold most of one, the finest is the next; of equally fine ones the first.
 *
 * The answer for a zone depends on itself, on the zones that bear the name in its `parent`, and on those
 * `around` it. O(zones around) per zone.
 */
export function createParentFinder(
  zones: readonly ZoneTraits[],
  namedParent: (zone: number) => number | undefined,
  boundaryNames: ReadonlySet<string>,
  around: (zone: number) => Iterable<number>,
  holdsMost: (coarse: number, fine: number) => boolean,
): (zone: number) => ParentFound {
  const holderOf = (fine: number): number | undefined => {
    const { rank, duty } = zones[fine] as ZoneTraits;
    let best: number | undefined;
    for (const other of around(fine)) {
      const coarse = zones[other] as ZoneTraits;
      if (coarse.rank >= rank || coarse.duty !== duty) continue;
      if (best !== undefined && !isNext(coarse, other, zones[best] as ZoneTraits, best)) continue;
      if (holdsMost(other, fine)) best = other;
    }
    return best;
  };
  return (zone) => {
    const { parent: name } = zones[zone] as ZoneTraits;
    const named = namedParent(zone);
    if (named !== undefined && namedParent(named) !== zone) {
      return { parent: named, by: 'name', unknownName: undefined };
    }
    const isUnknown = named === undefined && name !== undefined && !boundaryNames.has(name);
    return { parent: holderOf(zone), by: 'ground', unknownName: isUnknown ? name : undefined };
  };
}

function isNext(a: ZoneTraits, indexA: number, b: ZoneTraits, indexB: number): boolean {
  return a.rank > b.rank || (a.rank === b.rank && indexA < indexB);
}

/** Ids, codes and names of boundary features: a street may well say that it belongs to its district. */
export function boundaryNamesOf(boundaries: readonly FeatureList[]): Set<string> {
  const names = new Set<string>();
  for (const { refs } of boundaries) {
    for (const ref of refs()) {
      for (const name of [subjectOf(ref).feature, field(ref, 'code'), field(ref, 'name')]) {
        if (name !== undefined) names.add(name);
      }
    }
  }
  return names;
}
