/**
 * The first walk through a file: its ways and relations, of which those are kept that are of use, or that
 * one of use is made of. Decides by tags alone; where anything lies is not yet known.
 */

import type { RingRole } from './assemble-rings.ts';
import { InlineNodes } from './inline-nodes.ts';
import { AREA_LAYERS, LINE_LAYERS, layersOfTags } from './osm-layers.ts';
import { Allowance, type OsmRelation, type OsmVisitor } from './osm-source.ts';
import { NO_TAGS, type OsmTags, tagOf } from './osm-tags.ts';
import { WayStore, type Ways } from './way-store.ts';

export interface RelationMember {
  readonly ref: number;
  readonly role: RingRole;
  /** Ids of the positions that stand in the relation itself. */
  readonly refs?: readonly number[];
}

export interface KeptRelation {
  readonly id: number;
  readonly tags: OsmTags;
  readonly layers: number;
  readonly members: readonly RelationMember[];
  /** Whether its tags are those of its outer ways, as was the custom before 2017. */
  readonly inheritsTags: boolean;
  /** Members of other sorts that should be part of the outline: relations within relations are not followed. */
  readonly foreignMembers: number;
}

export interface CollectedShapes {
  readonly ways: Ways;
  readonly inline: InlineNodes;
  readonly relations: readonly KeptRelation[];
  readonly relationsRepeated: number;
  /** Relations of carriageways drawn as areas. */
  readonly roadAreas: number;
}

const AREA_TYPES: ReadonlySet<string> = new Set(['multipolygon', 'boundary']);
/** Members that lie in an area or belong to it, but are none of its outline. */
const ROLES_BESIDE: ReadonlySet<string> = new Set(['subarea', 'label', 'admin_centre']);
const ROLES: ReadonlyMap<string, RingRole> = new Map([
  ['outer', 'outer'],
  ['exclave', 'outer'],
  ['inner', 'inner'],
  ['enclave', 'inner'],
]);
/** Tags that say nothing of what a relation is: before 2017 that stood on its outer ways. */
const TAGS_ASIDE: ReadonlySet<string> = new Set(['type', 'source', 'created_by', 'note', 'fixme', 'attribution']);
const MAX_MEMBERS_AND_TAGS = 1 << 22;

/** Give `visitor` to a source, then call `finish` once. */
export function createShapeCollector(): { visitor: OsmVisitor; finish: () => CollectedShapes } {
  const ways = new WayStore();
  const inline = new InlineNodes();
  const relations = new Map<number, KeptRelation>();
  const allowed = new Allowance(MAX_MEMBERS_AND_TAGS);
  let [relationsRepeated, roadAreas] = [0, 0];

  function takeRelation(relation: OsmRelation): void {
    const { id, tags } = relation;
    if (!AREA_TYPES.has(tagOf(tags, 'type') ?? '')) return;
    const layers = layersOfTags(tags);
    if (layers & LINE_LAYERS) roadAreas++;
    const mayInherit = tags.every((key, at) => at % 2 === 1 || TAGS_ASIDE.has(key));
    if (!(layers & AREA_LAYERS) && !mayInherit) return;
    allowed.spend(relation.members.length + tags.length);
    const before = relations.get(id);
    if (before) relationsRepeated++;
    const kept = keepRelation(relation, layers & AREA_LAYERS, inline);
    if (!before || kept.members.length >= before.members.length) relations.set(id, kept);
  }

  return {
    visitor: {
      way({ id, refs, tags, positions }) {
        const isOfUse = (layersOfTags(tags) & (AREA_LAYERS | LINE_LAYERS)) !== 0;
        ways.add(id, positions ? inline.take(refs, positions) : refs, isOfUse ? tags : undefined);
      },
      relation: takeRelation,
    },
    finish() {
      const all = ways.finish();
      const kept = [...relations.values()].flatMap((relation) => withLayers(relation, all) ?? []);
      return { ways: all, inline, relations: kept, relationsRepeated, roadAreas };
    },
  };
}

function keepRelation({ id, tags, members: all }: OsmRelation, layers: number, inline: InlineNodes): KeptRelation {
  const outline = all.filter(({ type, role }) => type !== 'node' && !ROLES_BESIDE.has(role));
  // A way that is listed twice bounds nothing twice.
  const members = new Map<number, RelationMember>();
  for (const { type, ref, role: word, positions } of outline) {
    if (type !== 'way' || members.has(ref)) continue;
    const role = ROLES.get(word) ?? 'unknown';
    members.set(ref, positions ? { ref, role, refs: inline.take(undefined, positions) } : { ref, role });
  }
  const foreignMembers = outline.filter(({ type }) => type === 'relation').length;
  return { id, tags, layers, members: [...members.values()], inheritsTags: layers === 0, foreignMembers };
}

/** The relation with the layers it belongs to, from its outer ways if its own tags say nothing; undefined where it is of no use. */
function withLayers(relation: KeptRelation, ways: Ways): KeptRelation | undefined {
  if (relation.layers !== 0) return relation;
  const tagsOfOuter = relation.members.flatMap(({ ref, role }) => {
    const way = role === 'inner' ? undefined : ways.find(ref);
    const tags = way === undefined ? NO_TAGS : ways.tagsOf(way);
    return layersOfTags(tags) & AREA_LAYERS ? [tags] : [];
  });
  const layers = tagsOfOuter.reduce((common, tags) => common & layersOfTags(tags), AREA_LAYERS);
  return tagsOfOuter.length > 0 && layers !== 0 ? { ...relation, layers, tags: tagsOfOuter[0]! } : undefined;
}
