/**
 * Takes the edits of features into an open workspace: layers first, then zones and routes, then the
 * sources around them. Everything that can fail or wait comes before anything is changed.
 */

import { boxOf } from '../geo/box.ts';
import { isZoneKind, ZONE_KINDS, type ZoneKind } from '../model/kinds.ts';
import type { Patch } from '../model/patch.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import type { Change } from './change.ts';
import { boxOfChange, edgesOf } from './changed-edges.ts';
import { field, nameOf, ownerOf } from './check-input.ts';
import { type FastWorkspace, readClock } from './fast-workspace.ts';
import type { FeatureNumbers } from './feature-numbers.ts';
import { createMemo } from './memo.ts';
import type { PreparedLayer, ReadEdit } from './prepare.ts';
import { updateRoutes } from './route-set.ts';
import type { Touch } from './touch.ts';
import { updateSources } from './update-sources.ts';
import { updateZones } from './zone-set.ts';

export interface ReadPatch {
  readonly edits: readonly { readonly prepared: PreparedLayer; readonly read: ReadEdit }[];
}

/** Undefined where the patch does more than edit features of open layers: then the workspace must be opened anew. */
export async function readPatch(workspace: FastWorkspace, patch: Patch): Promise<ReadPatch | undefined> {
  const edits: { prepared: PreparedLayer; read: ReadEdit }[] = [];
  for (const operation of patch.operations) {
    if (operation.op === 'layer' || operation.op === 'rulePack') return undefined;
    if (operation.op !== 'feature') continue;
    const prepared = workspace.layers.find(({ source }) => source.id === operation.layer);
    if (!prepared) return undefined;
    edits.push({ prepared, read: await prepared.readEdit(operation.id, operation.feature) });
  }
  return { edits };
}

/** Undefined where numbers have run out, and the workspace must be opened anew. */
export function takePatch(
  workspace: FastWorkspace,
  { edits }: ReadPatch,
  document: WorkspaceDocument,
): Change | undefined {
  const edited = new Map<PreparedLayer, Map<number, Touch>>();
  for (const { prepared, read } of edits) {
    const known = prepared.find(read.id);
    const before = known === undefined ? undefined : boxOf(prepared.packed, known);
    const isZone = isZoneKind(prepared.source.kind);
    const oldEdges = isZone && before ? edgesOf(prepared.packed, known as number) : undefined;
    const oldName = known === undefined ? '' : nameInFindings(prepared, known);
    const feature = prepared.takeEdit(read);
    if (feature === undefined) continue;
    const touches = edited.get(prepared) ?? new Map<number, Touch>();
    edited.set(prepared, touches);
    // A feature that a patch edits twice was, before it, where the first edit found it.
    const first = touches.get(feature);
    touches.set(feature, {
      before: first ? first.before : before,
      after: boxOf(prepared.packed, feature),
      renamed: first?.renamed === true || oldName !== nameInFindings(prepared, feature),
      changed: oldEdges && !first ? boxOfChange(oldEdges, edgesOf(prepared.packed, feature)) : undefined,
    });
  }
  const clockBefore = workspace.input.asOf;
  followDocument(workspace, document, edited);
  const zones: Record<ZoneKind, ReadonlyMap<number, Touch>> = { responsibilityZone: new Map(), patrolZone: new Map() };
  const related: Record<ZoneKind, ReadonlySet<number>> = { responsibilityZone: new Set(), patrolZone: new Set() };
  for (const kind of ZONE_KINDS) {
    const own = numbered(workspace.zones[kind].numbers, edited, kind);
    if (!own) return undefined;
    if (own.size === 0) continue;
    const update = updateZones(workspace.zones[kind], own);
    zones[kind] = update.touched;
    related[kind] = update.related;
  }
  const routes = numbered(workspace.routes.numbers, edited, 'sweepingRoute');
  if (!routes) return undefined;
  updateRoutes(workspace.routes, routes);
  const grounds = {
    zones: workspace.zones,
    routes: workspace.routes,
    sweepingLimitMeters: workspace.input.thresholds.maxSweepingDistanceMeters,
  };
  const sources = updateSources(workspace.sources, grounds, workspace.tallies, { edited, zones, routes });
  // What depends on the clock or on a station's place, every source does.
  if (workspace.input.asOf !== clockBefore || touchesStation(workspace, edited)) addAllSources(workspace, sources);
  return { edited, zones, related, routes, sources };
}

/** The workspace takes over the edited document, and the clock that its data have now. */
function followDocument(
  workspace: FastWorkspace,
  document: WorkspaceDocument,
  edited: ReadonlyMap<PreparedLayer, unknown>,
): void {
  const { input, layers } = workspace;
  const isFixed = document.asOf !== undefined && document.asOf !== '';
  const clock = isFixed || edited.size === 0 ? {} : readClock(document, layers, workspace.askedAsOf);
  Object.assign(workspace, { input: { ...input, ...clock, document }, memo: createMemo() });
}

/** Receptors are stations, or were, and series may be read at any of them. */
function touchesStation({ input }: FastWorkspace, edited: ReadonlyMap<PreparedLayer, unknown>): boolean {
  const withSeries = new Set((input.document.series ?? []).map(({ station }) => station.layer));
  return [...edited.keys()].some(({ source }) => source.kind === 'receptor' || withSeries.has(source.id));
}

function addAllSources({ sources }: FastWorkspace, touched: Map<PreparedLayer, Set<number>>): void {
  for (const { prepared } of sources) {
    touched.set(prepared, new Set(Array.from({ length: prepared.packed.count }, (_, source) => source)));
  }
}

/** All that a finding about something else says of a feature. */
function nameInFindings(prepared: PreparedLayer, feature: number): string {
  if (!prepared.isThere(feature)) return '';
  const ref = prepared.ref(feature);
  return JSON.stringify([nameOf(ref), ownerOf(ref), field(ref, 'operator')]);
}

/** Edited features of a kind by their running number, whose geometry there follows. */
function numbered(
  numbers: FeatureNumbers,
  edited: ReadonlyMap<PreparedLayer, ReadonlyMap<number, Touch>>,
  kind: string,
): Map<number, Touch> | undefined {
  const own = new Map<number, Touch>();
  for (const [prepared, touches] of edited) {
    if (prepared.source.kind !== kind) continue;
    for (const [feature, touch] of touches) {
      if (!numbers.follow(prepared, feature)) return undefined;
      own.set(numbers.numberOf(prepared, feature), touch);
    }
  }
  return own;
}
