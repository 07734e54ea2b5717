/** Which ways and relations become features of which layer, and which nodes have to be found for that. */
import type { CollectedShapes, KeptRelation } from './collect-shapes.ts';
import { NodeTable } from './node-table.ts';
import { AREA_LAYERS, LINE_LAYERS, layersOfTags, WHOLE_ONLY_LAYERS } from './osm-layers.ts';
import { tagOf } from './osm-tags.ts';

export interface PlannedWay {
  /** In the store of ways. */
  readonly index: number;
  /** Bits of `OSM_LAYERS`. */
  readonly layers: number;
}

export interface FeaturePlan {
  readonly ways: readonly PlannedWay[];
  readonly relations: readonly KeptRelation[];
  readonly nodes: NodeTable;
  /** Ways that are features or part of one. */
  readonly waysUsed: number;
  /** Closed carriageways with `area=yes`. */
  readonly roadAreas: number;
  /** Closed outer ways tagged as what their relation is tagged as already: given once, as the relation. */
  readonly waysWithinRelations: number;
}

/** Throws `OsmTooLarge`. O(ways + positions kept · log). */
export function planFeatures({ ways, relations, inline }: CollectedShapes): FeaturePlan {
  const used = new Set<number>();
  /** Of outer ways, the layers in which their relation stands for them. */
  const given = new Map<number, number>();
  /** The same, but for relations that have their tags from these very ways. */
  const taggedTwice = new Map<number, number>();
  const inlineRefs: number[] = [];
  for (const { members, layers, inheritsTags } of relations) {
    for (const { ref, role, refs } of members) {
      for (const inlineRef of refs ?? []) inlineRefs.push(inlineRef);
      const index = ways.find(ref);
      if (index === undefined) continue;
      used.add(index);
      if (role === 'inner') continue;
      given.set(index, (given.get(index) ?? 0) | layers);
      if (!inheritsTags) taggedTwice.set(index, (taggedTwice.get(index) ?? 0) | layers);
    }
  }
  const planned: PlannedWay[] = [];
  let [roadAreas, waysWithinRelations] = [0, 0];
  for (const index of ways.withTags()) {
    const tags = ways.tagsOf(index);
    const all = layersOfTags(tags) & (AREA_LAYERS | LINE_LAYERS);
    let layers = all & ~(given.get(index) ?? 0);
    if (all & (taggedTwice.get(index) ?? 0) && isClosed(ways.refsAt(index))) waysWithinRelations++;
    if (layers & LINE_LAYERS && tagOf(tags, 'area') === 'yes' && isClosed(ways.refsAt(index))) {
      layers &= ~LINE_LAYERS;
      roadAreas++;
    }
    // A stretch of a border, which is nobody's outline by itself.
    if (!isClosed(ways.refsAt(index))) layers &= ~WHOLE_ONLY_LAYERS;
    if (layers === 0) continue;
    planned.push({ index, layers });
    used.add(index);
  }
  const nodes = new NodeTable(
    refsOf(
      [...used].map((index) => ways.refsAt(index)),
      inlineRefs,
    ),
  );
  inline.offerTo(nodes);
  return { ways: planned, relations, nodes, waysUsed: used.size, roadAreas, waysWithinRelations };
}

const isClosed = (refs: Float64Array): boolean => refs.length > 3 && refs[0] === refs[refs.length - 1];

function refsOf(lists: readonly Float64Array[], others: readonly number[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, others.length));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  all.set(others, at);
  return all;
}
