/**
 * The workspace as the fast engine's rules read it, kept up with its edits: layers, zones, routes and
 * the measures of every source. Rules read it and write nothing but the book.
 */
import type { Result } from '../core/result.ts';
import { createInlineSpread } from '../core/spread.ts';
import type { Subject } from '../core/subject.ts';
import type { Task } from '../core/task.ts';
import { type Geos, loadGeos } from '../geo/geos.ts';
import { createFrame, type Frame } from '../geo/laea.ts';
import { earliestInstant } from '../model/instant.ts';
import { isSourceKind, isZoneKind, type LayerKind, ZONE_KINDS, type ZoneKind } from '../model/kinds.ts';
import type { LonLat } from '../model/lon-lat.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { thresholdsInForce } from '../rules/thresholds.ts';
import { FALLBACK_AS_OF, findAsOf } from './as-of.ts';
import type { RankedSources } from './candidate-search.ts';
import { type CheckInput, checkLayer } from './check-input.ts';
import { findFrameCenter } from './frame.ts';
import { createGapState, type GapState } from './gap-state.ts';
import { MEASURES, type MeasureSpread } from './measure-table.ts';
import { createMemo, type Memo } from './memo.ts';
import { type CommonGround, createCommonGround } from './overlapped-ground.ts';
import { type PreparedLayer, prepareLayer } from './prepare.ts';
import { buildRouteSet, type RouteSet } from './route-set.ts';
import { createSourceTable, fillInline, type SourceTable } from './source-table.ts';
import { createSourceTallies, type SourceTallies } from './source-tallies.ts';
import { fillSpread } from './spread-sources.ts';
import { buildZoneSet, type ZoneSet } from './zone-set.ts';

export interface FastWorkspace {
  readonly input: CheckInput;
  /** Who measures what can be spread over threads. */
  readonly spread: MeasureSpread;
  /** In place of the workspace's own clock, whatever edits do. */
  readonly askedAsOf: string | undefined;
  readonly frame: Frame;
  /** For what is made on demand from the state between two edits; begun anew with each. */
  readonly memo: Memo;
  /** In the document's order. */
  readonly layers: readonly PreparedLayer[];
  readonly sources: readonly SourceTable[];
  readonly zones: Readonly<Record<ZoneKind, ZoneSet>>;
  readonly routes: RouteSet;
  readonly tallies: SourceTallies;
  readonly commonGround: CommonGround;
  /** Kept by the rule zone-gap. */
  readonly gaps: GapState;
  /** Kept by the rule hotspot-source: the sources by strength, and how far the largest pixel reaches. */
  readonly candidates: { ranked: RankedSources | undefined; footprintMeters: number };
  layersOfKind(kind: LayerKind): readonly PreparedLayer[];
  /** Whether a layer of the kind has a feature at all. */
  hasFeatures(kind: LayerKind): boolean;
  /** Zones of both kinds and any level that have a part of a source; one list for all sources with the same ones. */
  zonesOf(table: SourceTable, source: number): readonly Subject[];
  geos(): Promise<Result<Geos>>;
}

export interface OpenOptions {
  readonly task?: Task;
  /** Who measures; default: this thread. */
  readonly spread?: MeasureSpread | undefined;
  /** False: nothing is measured of the sources, for whoever measures them otherwise. */
  readonly fillsSources?: boolean;
  /** In place of the workspace's own clock. */
  readonly asOf?: string | undefined;
}

/** Packs and measures everything. Rejects only when cancelled. */
export async function openFastWorkspace(
  document: WorkspaceDocument,
  { task = {}, spread, fillsSources = true, asOf }: OpenOptions = {},
): Promise<FastWorkspace> {
  const geos = createGeosOnce();
  // Fetched and compiled beside what comes before the rules that need it.
  if (countZones(document) > 1) void geos();
  const checkLayers = document.layers.map(checkLayer);
  const center: LonLat = findFrameCenter({ document, layers: checkLayers });
  const frame = createFrame(center);
  const layers: PreparedLayer[] = [];
  for (const [done, layer] of document.layers.entries()) {
    task.onProgress?.({ stage: 'pack', done, total: document.layers.length, detail: layer.title });
    layers.push(await prepareLayer(layer, frame, task, spread));
  }
  const input: CheckInput = {
    document,
    layers: checkLayers,
    thresholds: thresholdsInForce(document.rulePack),
    ...readClock(document, layers, asOf),
  };
  const layersOfKind = (kind: LayerKind) => layers.filter((layer) => layer.source.kind === kind);
  const zones = {
    responsibilityZone: buildZoneSet('responsibilityZone', layersOfKind('responsibilityZone')),
    patrolZone: buildZoneSet('patrolZone', layersOfKind('patrolZone')),
  };
  const routes = buildRouteSet(layersOfKind('sweepingRoute'), input.thresholds);
  const sources = layers.filter(({ source }) => isSourceKind(source.kind)).map(createSourceTable);
  const tallies = createSourceTallies(zones);
  const grounds = { zones, routes, sweepingLimitMeters: input.thresholds.maxSweepingDistanceMeters };
  if (fillsSources) await (spread ? fillSpread(sources, grounds, spread, task) : fillInline(sources, grounds, task));
  for (const table of sources) {
    for (let source = 0; source < table.prepared.packed.count; source++) tallies.count(table, source);
  }
  return {
    input,
    spread: spread ?? createInlineSpread(MEASURES),
    askedAsOf: asOf,
    frame,
    memo: createMemo(),
    layers,
    sources,
    zones,
    routes,
    tallies,
    commonGround: createCommonGround(frame),
    gaps: createGapState(),
    candidates: { ranked: undefined, footprintMeters: 0 },
    layersOfKind,
    hasFeatures: (kind) => layers.some(({ source, featureCount }) => source.kind === kind && featureCount > 0),
    zonesOf: createZonesOf(zones),
    geos,
  };
}

function countZones({ layers }: WorkspaceDocument): number {
  return layers.reduce((sum, { kind, base }) => sum + (isZoneKind(kind) ? base.geometry.count : 0), 0);
}

/** The clock of the rules as the document and its layers have it now. O(features) where nobody fixes it. */
export function readClock(
  document: WorkspaceDocument,
  layers: readonly PreparedLayer[],
  asked: string | undefined,
): Pick<CheckInput, 'asOf' | 'asOfInstant'> {
  const asOf = findAsOf(document, layers, asked);
  return { asOf, asOfInstant: asOf === FALLBACK_AS_OF ? Number.NaN : earliestInstant(asOf) };
}

/** Room for the sets of one kind in the key of a pair of sets. */
const SET_LIMIT = 2 ** 26;

function createZonesOf(zones: Readonly<Record<ZoneKind, ZoneSet>>): FastWorkspace['zonesOf'] {
  const lists = new Map<number, readonly Subject[]>();
  return ({ coverage }, source) => {
    const first = coverage.responsibilityZone.set[source]!;
    const second = coverage.patrolZone.set[source]!;
    const key = first * SET_LIMIT + second;
    let list = lists.get(key);
    if (!list) {
      list = ZONE_KINDS.flatMap((kind) => {
        const { sets, subjects } = zones[kind];
        return sets.zonesOf(kind === 'responsibilityZone' ? first : second).map((zone) => subjects[zone]!);
      });
      lists.set(key, list);
    }
    return list;
  };
}

/** Fetched by whoever first needs it, once. */
function createGeosOnce(): () => Promise<Result<Geos>> {
  let loaded: Promise<Result<Geos>> | undefined;
  return () => {
    loaded ??= loadGeos();
    return loaded;
  };
}
