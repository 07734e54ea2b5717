/**
 * Which uncovered bare soil lies beside which unswept road: what the wind and wheels bring from the soil onto the road,
 * no route takes away. No rule of its own: it pairs the open findings of road-unswept with the patches that
 * source-uncontrolled reads as bare, whether or not their clock has run out.
 */
import { checkpoint, type Task } from '../core/task.ts';
import { findAllWithin } from '../geo/distance.ts';
import { appendGeoJson, createGeometryBuilder, GeometryType } from '../geo/geometry-column.ts';
import { createFrame, type Frame } from '../geo/laea.ts';
import { packLayer } from '../geo/packed-layer.ts';
import { buildSegmentChunks, type SegmentChunks } from '../geo/segment-chunks.ts';
import type { CheckResult, Finding } from '../model/findings.ts';
import type { RoadsidePair, RoadsideSoil } from '../model/roadside-soil.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { thresholdsInForce } from '../rules/thresholds.ts';
import { checkLayer, subjectOf } from './check-input.ts';
import { isBareSoil } from './controls.ts';
import { readClock } from './fast-workspace.ts';
import { findFrameCenter } from './frame.ts';
import { placeOf } from './place.ts';
import { type PreparedLayer, prepareLayer } from './prepare.ts';
import { REACHED_SLACK } from './size-limits.ts';

const PATCHES_PER_TURN = 1024;

export interface RoadsideGround {
  readonly frame: Frame;
  /** Layers of bare soil. */
  readonly soil: readonly PreparedLayer[];
  /** NaN where there is no clock: dates are then not read. */
  readonly asOfInstant: number;
  readonly withinMeters: number;
}

/**
 * Exactly so far away counts. Distances are planar ones of the frame, of positions on its millimetre grid. Exceptions
 * are not paired. O(stretches log stretches + patches × (log stretches + edges × segments around)). Rejects only when
 * cancelled.
 */
export async function pairRoadsideSoil(
  { frame, soil, asOfInstant, withinMeters }: RoadsideGround,
  findings: readonly Finding[],
  task: Task = {},
): Promise<RoadsideSoil> {
  const stretches = findings.filter(({ rule, status }) => rule === 'road-unswept' && status === 'open');
  const chunks = await indexStretches(stretches, frame, task);
  const reach = withinMeters + REACHED_SLACK;
  const byStretch = stretches.map((): RoadsidePair[] => []);
  let unknownPatches = 0;
  for (const { packed, ref } of stretches.length > 0 ? soil : []) {
    for (let patch = 0; patch < packed.count; patch++) {
      if (patch % PATCHES_PER_TURN === 0) await checkpoint(task);
      if (packed.type[patch] === GeometryType.none) continue;
      const isBare = isBareSoil(ref(patch), asOfInstant);
      if (isBare === false) continue;
      const near = findAllWithin(packed, patch, chunks, reach);
      if (near.length === 0) continue;
      if (isBare === undefined) {
        unknownPatches += 1;
        continue;
      }
      const its = {
        soil: subjectOf(ref(patch)),
        areaSquareMeters: packed.type[patch] === GeometryType.polygon ? packed.areas[patch] : undefined,
        at: placeOf(frame, packed, patch),
      };
      for (const { feature, distanceMeters } of near)
        byStretch[feature]!.push({ ...its, finding: stretches[feature]!.id, distanceMeters });
    }
  }
  // A stable sort: equally near patches keep the order of the layers.
  for (const pairs of byStretch) pairs.sort((a, b) => a.distanceMeters - b.distanceMeters);
  return { withinMeters, pairs: byStretch.flat(), unknownPatches };
}

/** The same from a document and its check alone, where no workspace is open: packs the layers of bare soil. */
export async function findRoadsideSoil(
  document: WorkspaceDocument,
  check: Pick<CheckResult, 'asOf' | 'findings'>,
  task: Task = {},
): Promise<RoadsideSoil> {
  const frame = createFrame(findFrameCenter({ document, layers: document.layers.map(checkLayer) }));
  const soil: PreparedLayer[] = [];
  for (const layer of document.layers) {
    if (layer.kind === 'bareSoil') soil.push(await prepareLayer(layer, frame, task));
  }
  const { asOfInstant } = readClock(document, soil, check.asOf);
  const withinMeters = thresholdsInForce(document.rulePack).roadsideSoilMeters;
  return pairRoadsideSoil({ frame, soil, asOfInstant, withinMeters }, check.findings, task);
}

/** Stretches as lines of the frame, by their place in the list. One without a shape is found by nothing. */
async function indexStretches(stretches: readonly Finding[], frame: Frame, task: Task): Promise<SegmentChunks> {
  const builder = createGeometryBuilder();
  for (const { geometry } of stretches) appendGeoJson(builder, geometry ?? null);
  const { layer } = await packLayer(builder.finish(), frame, task);
  return buildSegmentChunks(layer, (stretch) => layer.type[stretch] === GeometryType.line);
}
