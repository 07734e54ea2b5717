/**
 * The workspace as the fast engine's rules read it. Everything here is made on demand and remembered
 * by what it was made from, so that after an edit only what reads the touched layers is made again.
 */
import type { Result } from '../core/result.ts';
import type { Task } from '../core/task.ts';
import { concatPacked } from '../geo/concat-packed.ts';
import { buildEdgeBands } from '../geo/edge-bands.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { type Geos, loadGeos } from '../geo/geos.ts';
import { createFrame, type Frame } from '../geo/laea.ts';
import type { BandedLayer } from '../geo/relate.ts';
import { buildSegmentChunks, type SegmentChunks } from '../geo/segment-chunks.ts';
import { buildSpatialIndex, type SpatialIndex } from '../geo/spatial-index.ts';
import { earliestInstant } from '../model/instant.ts';
import { isSourceKind, ZONE_KINDS, type ZoneKind } from '../model/kinds.ts';
import type { LonLat, WorkspaceDocument } from '../model/workspace.ts';
import { thresholdsInForce } from '../rules/thresholds.ts';
import { FALLBACK_AS_OF, findAsOf } from './as-of.ts';
import { type CheckInput, checkLayer, type FeatureRef } from './check-input.ts';
import { findFrameCenter } from './frame.ts';
import type { Memo } from './memo.ts';
import { type PreparedLayer, prepareLayer } from './prepare.ts';
import { isQualifyingRoute } from './qualifying-route.ts';
import { measureSourceCoverage, type SourceCoverage } from './source-coverage.ts';
import { buildZoneSet, type ZoneSet } from './zone-set.ts';

export interface FastWorkspace {
  readonly input: CheckInput;
  readonly frame: Frame;
  readonly memo: Memo;
  /** In the document's order. */
  readonly layers: readonly PreparedLayer[];
  readonly sources: readonly PreparedLayer[];
  readonly zones: Readonly<Record<ZoneKind, ZoneSet>>;
  layersOfKind(kind: string): readonly PreparedLayer[];
  coverage(source: PreparedLayer, kind: ZoneKind, task: Task): Promise<SourceCoverage>;
  routes(): RouteSet;
  geos(): Promise<Result<Geos>>;
}

/** All qualifying sweeping routes; some may be swept areas. */
export interface RouteSet extends BandedLayer {
  readonly refs: readonly FeatureRef[];
  readonly chunks: SegmentChunks;
  /** Of the swept areas alone. */
  readonly areas: SpatialIndex;
}

/** Packs what has changed since the memo was last used. Rejects only when cancelled. */
export async function openFastWorkspace(
  document: WorkspaceDocument,
  memo: Memo,
  task: Task,
  askedAsOf?: string,
): Promise<FastWorkspace> {
  const checkLayers = document.layers.map((layer) => memo.of(`layer ${layer.id}`, [layer], () => checkLayer(layer)));
  const asOf = memo.of('as-of', [askedAsOf, document.asOf, ...checkLayers], () =>
    findAsOf({ document, layers: checkLayers }, askedAsOf),
  );
  const input: CheckInput = {
    document,
    layers: checkLayers,
    thresholds: memo.of('thresholds', [document.rulePack], () => thresholdsInForce(document.rulePack)),
    asOf,
    asOfInstant: asOf === FALLBACK_AS_OF ? Number.NaN : earliestInstant(asOf),
  };
  const center: LonLat = findFrameCenter(input);
  const frame = memo.of('frame', [center[0], center[1]], () => createFrame(center));
  const layers: PreparedLayer[] = [];
  for (const [done, source] of input.layers.entries()) {
    task.onProgress?.({ stage: 'pack', done, total: input.layers.length, detail: source.title });
    layers.push(await memo.of(`packed ${source.id}`, [source, frame], () => prepareLayer(source, frame, task)));
  }
  const layersOfKind = (kind: string) => layers.filter((layer) => layer.source.kind === kind);
  const zones = Object.fromEntries(
    ZONE_KINDS.map((kind) => {
      const own = layersOfKind(kind);
      return [kind, memo.of(`zones ${kind}`, own, () => buildZoneSet(kind, own))];
    }),
  ) as Record<ZoneKind, ZoneSet>;
  const thresholds = input.thresholds;
  return {
    input,
    frame,
    memo,
    layers,
    sources: layers.filter((layer) => isSourceKind(layer.source.kind)),
    zones,
    layersOfKind,
    coverage: (source, kind, callTask) =>
      memo.of(`coverage ${kind} ${source.source.id}`, [source.packed, zones[kind]], () =>
        measureSourceCoverage(source.packed, zones[kind], callTask),
      ),
    routes: () => {
      const own = layersOfKind('sweepingRoute');
      return memo.of('routes', [thresholds, ...own], () =>
        buildRouteSet(own, (ref) => isQualifyingRoute(ref, thresholds)),
      );
    },
    geos: () => memo.of('geos', [], loadGeos),
  };
}

function buildRouteSet(layers: readonly PreparedLayer[], qualifies: (ref: FeatureRef) => boolean): RouteSet {
  const layer = concatPacked(layers.map((prepared) => prepared.packed));
  const refs = layers.flatMap(({ source }) =>
    source.batch.ids.map((_, index): FeatureRef => ({ layer: source, index })),
  );
  const accepted = refs.map(qualifies);
  const areaBoxes = layer.boxes.slice();
  for (let route = 0; route < layer.count; route++) {
    if (accepted[route] && layer.type[route] === GeometryType.polygon) continue;
    areaBoxes.set([Infinity, Infinity, -Infinity, -Infinity], 4 * route);
  }
  return {
    layer,
    bands: buildEdgeBands(layer),
    refs,
    chunks: buildSegmentChunks(layer, (route) => accepted[route] === true),
    areas: buildSpatialIndex(areaBoxes),
  };
}
