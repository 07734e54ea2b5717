/** Makes features of what was kept, or says why an element becomes none. */
import type { Task } from '../../core/task.ts';
import { GeometryType } from '../../geo/geometry-column.ts';
import { buildArea, buildLine, buildRelation } from './build-shape.ts';
import type { KeptNode } from './collect-places.ts';
import type { KeptRelation } from './collect-shapes.ts';
import type { LayerBuilder } from './layer-builder.ts';
import type { NodeTable } from './node-table.ts';
import { LINE_LAYERS, OSM_LAYERS, WHOLE_ONLY_LAYERS } from './osm-layers.ts';
import type { PlannedWay } from './plan-features.ts';
import type { Ways } from './way-store.ts';

/** What the database allows; joining and nesting the rings of more would take too long. */
const MAX_RELATION_MEMBERS = 32_000;

/** One for each of `OSM_LAYERS`. */
export type LayerBuilders = readonly LayerBuilder[];

function* positionsOfBits(layers: number): Generator<number> {
  for (let layer = 0; layer < OSM_LAYERS.length; layer++) if (layers & (1 << layer)) yield layer;
}

export function addNode(node: KeptNode, builders: LayerBuilders): void {
  const element = { name: `node/${node.id}`, tags: node.tags };
  for (const layer of positionsOfBits(node.layers)) {
    builders[layer]!.add(element, GeometryType.point, [[[node.longitude, node.latitude]]]);
  }
}

export function addWay({ index, layers }: PlannedWay, ways: Ways, table: NodeTable, builders: LayerBuilders): void {
  const element = { name: `way/${ways.idAt(index)}`, tags: ways.tagsOf(index) };
  const refs = ways.refsAt(index);
  for (const layer of positionsOfBits(layers)) {
    const builder = builders[layer]!;
    const isLine = (LINE_LAYERS & (1 << layer)) !== 0;
    const { shape, missingNodes, isOpen } = isLine
      ? { ...buildLine(refs, table), isOpen: false }
      : buildArea(refs, table);
    const missing = { missing: missingNodes, total: refs.length };
    if (missingNodes > 0 && WHOLE_ONLY_LAYERS & (1 << layer)) builder.skip(element, 'osm-nodes-missing', missing);
    else if (missingNodes > 0 && shape.length === 0) builder.skip(element, 'osm-nodes-missing', missing);
    else if (isOpen) builder.skip(element, 'osm-area-open');
    else if (shape.length === 0) builder.skip(element, 'osm-too-few-nodes', { count: refs.length });
    else {
      if (missingNodes > 0) builder.note(element, isLine ? 'osm-line-cut' : 'osm-area-cut', missing);
      builder.add(element, isLine ? GeometryType.line : GeometryType.polygon, shape);
    }
  }
}

export async function addRelation(
  relation: KeptRelation,
  ways: Ways,
  table: NodeTable,
  builders: LayerBuilders,
  task: Task,
): Promise<void> {
  const element = { name: `relation/${relation.id}`, tags: relation.tags };
  const total = relation.members.length + relation.foreignMembers;
  if (total > MAX_RELATION_MEMBERS) {
    for (const layer of positionsOfBits(relation.layers)) {
      builders[layer]!.skip(element, 'osm-relation-too-large', { count: total });
    }
    return;
  }
  const { shape, missingMembers, unusedMembers, ...rings } = await buildRelation(relation, ways, table, task);
  const missing = { missing: missingMembers, total };
  const isWhole = missingMembers + unusedMembers === 0;
  for (const layer of positionsOfBits(relation.layers)) {
    const builder = builders[layer]!;
    const mustBeWhole = (WHOLE_ONLY_LAYERS & (1 << layer)) !== 0;
    if (shape.length === 0 || (mustBeWhole && !isWhole)) {
      if (missingMembers === 0) builder.skip(element, 'osm-outline-open', { total });
      else builder.skip(element, mustBeWhole ? 'osm-boundary-not-whole' : 'osm-relation-without-ring', missing);
      continue;
    }
    if (missingMembers > 0) builder.note(element, 'osm-relation-not-whole', missing);
    if (unusedMembers > 0 && missingMembers === 0) builder.note(element, 'osm-ways-unused', { count: unusedMembers });
    if (rings.holesWithoutOutline > 0)
      builder.note(element, 'osm-holes-left-out', { count: rings.holesWithoutOutline });
    if (rings.rolesCorrected > 0) builder.note(element, 'osm-roles-corrected', { count: rings.rolesCorrected });
    builder.add(element, GeometryType.polygon, shape);
  }
}
