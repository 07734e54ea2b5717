/**
 * Reads OpenStreetMap files into one layer per use (`osm-layers.ts`). The file is walked twice: for ways
 * and relations, then for the nodes they need, so that only those are held. What becomes no layer is
 * counted in one note.
 */
import { fail, ok, type Result } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import { createNoteList, type NoteList } from '../../model/note-list.ts';
import type { RawLayer, ReadInput } from '../driver.ts';
import { addNode, addRelation, addWay, type LayerBuilders } from './add-features.ts';
import { type CollectedPlaces, createPlaceCollector } from './collect-places.ts';
import { type CollectedShapes, createShapeCollector } from './collect-shapes.ts';
import { createLayerBuilder } from './layer-builder.ts';
import { LINE_LAYERS, OSM_LAYERS } from './osm-layers.ts';
import { type OsmCounts, type OsmSource, OsmTooLarge } from './osm-source.ts';
import { type FeaturePlan, planFeatures } from './plan-features.ts';

const ELEMENTS_PER_CHECKPOINT = 5_000;
/** Joining rings takes longer than building a line. */
const RELATIONS_PER_CHECKPOINT = 50;

/** Layers without a feature and without a note are left out. Fails where none is left, or the file is no map. */
export async function readOsm(input: ReadInput, task: Task): Promise<Result<RawLayer[]>> {
  const notes = createNoteList(input.options.notesPerCode);
  const source = await openSource(input, notes);
  if (!source.ok) return source;
  try {
    return await readSource(source.value, input, notes, task);
  } catch (error) {
    if (!(error instanceof OsmTooLarge)) throw error;
    return fail('osm-too-large', { megabytes: Math.round(input.bytes.length / 1e6) });
  }
}

/** PBF begins with the length of its first header, below 64 KiB: two bytes of zero, which no text begins with. */
async function openSource(input: ReadInput, notes: NoteList): Promise<Result<OsmSource>> {
  const isPbf = input.bytes[0] === 0 && input.bytes[1] === 0;
  if (isPbf) return (await import('./pbf/osm-pbf-source.ts')).openOsmPbf(input.bytes, notes);
  return (await import('./xml/osm-xml-source.ts')).openOsmXml(input, notes);
}

async function readSource(
  source: OsmSource,
  input: ReadInput,
  notes: NoteList,
  task: Task,
): Promise<Result<RawLayer[]>> {
  const shapeCollector = createShapeCollector();
  const counts = await source.visit(shapeCollector.visitor, taskOfWalk(task, 0));
  if (!counts.ok) return counts;
  if (counts.value.nodes + counts.value.ways + counts.value.relations === 0) {
    return fail('osm-no-elements', { deleted: counts.value.deleted });
  }
  const shapes = shapeCollector.finish();
  const plan = planFeatures(shapes);
  await checkpoint(task);
  const placeCollector = createPlaceCollector(plan.nodes);
  const nodeCounts = await source.visit(placeCollector.visitor, taskOfWalk(task, 1));
  if (!nodeCounts.ok) return nodeCounts;
  const places = placeCollector.finish();
  const builders = OSM_LAYERS.map((layer) => createLayerBuilder(layer, input.options.notesPerCode));
  await addFeatures({ shapes, plan, places }, builders, task);
  noteWhole({ shapes, plan, places }, counts.value, builders, notes);
  const layers = builders.filter(({ rows }) => rows > 0).map((builder) => builder.finish(source.encoding));
  const { nodes, ways, relations } = counts.value;
  if (layers.length === 0) return fail('osm-nothing-of-use', { nodes, ways, relations });
  return ok(
    layers,
    notes.finish().map((note) => ({ ...note, at: { file: input.name, ...note.at } })),
  );
}

/** Two walks are one piece of work: the second goes on where the first ended. */
function taskOfWalk(task: Task, walk: 0 | 1): Task {
  const { onProgress } = task;
  if (!onProgress) return task;
  return {
    ...task,
    onProgress: ({ done, total, ...rest }) => onProgress({ ...rest, done: walk * total + done, total: 2 * total }),
  };
}

interface Found {
  readonly shapes: CollectedShapes;
  readonly plan: FeaturePlan;
  readonly places: CollectedPlaces;
}

/** In the order in which such files have them, whatever this one's: nodes, ways, relations. */
async function addFeatures({ shapes, plan, places }: Found, builders: LayerBuilders, task: Task): Promise<void> {
  for (const node of places.nodes) addNode(node, builders);
  for (const [at, way] of plan.ways.entries()) {
    if (at % ELEMENTS_PER_CHECKPOINT === 0) await checkpoint(task);
    addWay(way, shapes.ways, plan.nodes, builders);
  }
  for (const [at, relation] of plan.relations.entries()) {
    if (at % RELATIONS_PER_CHECKPOINT === 0) await checkpoint(task);
    await addRelation(relation, shapes.ways, plan.nodes, builders, task);
  }
}

/** What concerns the whole file: how much of it is in no layer, and what was wrong with its elements. */
function noteWhole({ shapes, plan, places }: Found, counts: OsmCounts, builders: LayerBuilders, notes: NoteList): void {
  const left = {
    nodes: counts.nodes - places.nodesUsed,
    ways: counts.ways - shapes.ways.repeated - plan.waysUsed,
    relations: counts.relations - shapes.relationsRepeated - plan.relations.length,
  };
  if (left.nodes + left.ways + left.relations > 0) {
    const all = { allNodes: counts.nodes, allWays: counts.ways, allRelations: counts.relations };
    notes.add('osm-left-out', { ...left, ...all });
  }
  const repeated = shapes.ways.repeated + shapes.relationsRepeated + places.nodesRepeated;
  if (repeated > 0) notes.add('osm-elements-repeated', { count: repeated });
  if (counts.deleted > 0) notes.add('osm-deleted-left-out', { count: counts.deleted });
  const broken = counts.broken + places.nodesWithoutPosition;
  if (broken > 0) notes.add('osm-elements-broken', { count: broken });
  if (plan.waysWithinRelations > 0) notes.add('osm-ways-within-relations', { count: plan.waysWithinRelations });
  const roadAreas = plan.roadAreas + shapes.roadAreas;
  const roads = OSM_LAYERS.findIndex((_, layer) => LINE_LAYERS & (1 << layer));
  if (roadAreas > 0) builders[roads]?.noteAll('osm-road-areas-left-out', { count: roadAreas });
}
