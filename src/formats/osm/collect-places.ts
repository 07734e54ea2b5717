/** The second walk through a file: where the nodes lie that shapes are made of, and the nodes that are places themselves. */
import type { NodeTable } from './node-table.ts';
import { layersOfTags, NODE_LAYERS } from './osm-layers.ts';
import { Allowance, type OsmVisitor } from './osm-source.ts';
import type { OsmTags } from './osm-tags.ts';

export interface KeptNode {
  readonly id: number;
  readonly longitude: number;
  readonly latitude: number;
  readonly tags: OsmTags;
  readonly layers: number;
}

export interface CollectedPlaces {
  readonly nodes: readonly KeptNode[];
  /** Node elements of the file that are places or part of a shape. */
  readonly nodesUsed: number;
  readonly nodesRepeated: number;
  /** Node elements without a position, or with one that is no number. */
  readonly nodesWithoutPosition: number;
}

/** Keys and values: of half a million places. */
const MAX_TEXTS = 1 << 23;
/** What a node costs beside these, in the same coin. */
const TEXTS_PER_NODE = 16;

/** Give `visitor` to a source, then call `finish` once. Fills the table. */
export function createPlaceCollector(table: NodeTable): { visitor: OsmVisitor; finish: () => CollectedPlaces } {
  const nodes = new Map<number, KeptNode>();
  const allowed = new Allowance(MAX_TEXTS);
  let [nodesUsed, nodesRepeated, nodesWithoutPosition] = [0, 0, 0];
  return {
    visitor: {
      node(id, longitude, latitude, tags) {
        if (!Number.isFinite(longitude + latitude)) {
          nodesWithoutPosition++;
          return;
        }
        const isPartOfShape = table.offer(id, longitude, latitude);
        const layers = layersOfTags(tags) & NODE_LAYERS;
        if (isPartOfShape || layers !== 0) nodesUsed++;
        if (layers === 0) return;
        allowed.spend(tags.length + TEXTS_PER_NODE);
        const before = nodes.get(id);
        if (before) nodesRepeated++;
        if (!before || before.tags.length <= tags.length) nodes.set(id, { id, longitude, latitude, tags, layers });
      },
    },
    finish: () => ({ nodes: [...nodes.values()], nodesUsed, nodesRepeated, nodesWithoutPosition }),
  };
}
