/** Data, edits and findings into the workspace store: what the page shows of what the engine answers. */
import { compareFindings } from '../checks/assemble.ts';
import { mergeSorted } from '../core/merge-sorted.ts';
import type { ApplyOutput, OpenedData } from '../engine/protocol.ts';
import type { Drawable } from '../geo/drawable.ts';
import { effectiveBatch } from '../model/effective-batch.ts';
import type { CheckResult, FindingsDelta } from '../model/findings.ts';
import { type History, patchesInForce } from '../model/history.ts';
import { applyPatch, type Patch } from '../model/patch.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { createLayerFeatures, type FeaturesByLayer } from '../ui/store/layer-features.ts';
import { EMPTY_WORKSPACE, type WorkspaceState, type WorkspaceStore, withCheck } from '../ui/store/workspace-store.ts';

/** The data of a workspace just read, with the edits in force laid over it. What the map draws of one that was open already stays until it is drawn anew. */
export function showData(
  workspace: WorkspaceStore,
  data: OpenedData,
  { history, isDemo, isNew }: { history: History; isDemo: boolean; isNew: boolean },
): void {
  const document = patchesInForce(history).reduce((before, patch) => applyPatch(before, patch).document, data.document);
  workspace.setState({
    ...EMPTY_WORKSPACE,
    phase: 'checking',
    document,
    features: readFeatures(document, new Map()),
    drawables: isNew ? {} : workspace.getState().drawables,
    history,
    isDemo,
  });
}

export function showDrawn(workspace: WorkspaceStore, layer: string, drawable: Drawable): void {
  workspace.setState(({ drawables }) => ({ drawables: { ...drawables, [layer]: drawable } }));
}

/** Batches of layers that did not change are kept as they are. */
function readFeatures(document: WorkspaceDocument, before: FeaturesByLayer): FeaturesByLayer {
  return new Map(
    document.layers.map((layer) => {
      const kept = before.get(layer.id);
      return [layer.id, kept?.layer === layer ? kept : createLayerFeatures(layer, effectiveBatch(layer))];
    }),
  );
}

export function showDelta(workspace: WorkspaceStore, patch: Patch, { delta, drawables }: ApplyOutput): void {
  workspace.setState((state): Partial<WorkspaceState> => {
    const { document, check } = state;
    if (!document || !check) return state;
    const touched = layersTouched(patch);
    const ids = new Set(document.layers.map((layer) => layer.id));
    const kept = Object.entries(state.drawables).filter(([id]) => ids.has(id) && !touched.has(id));
    const { id, version } = document.rulePack;
    return {
      drawables: { ...Object.fromEntries(kept), ...drawables },
      // The newest document may be ahead of this delta by edits that follow; their own deltas bring the rest.
      features: readFeatures(document, state.features),
      ...withCheck({ ...mergeDelta(check, delta), rulePack: { id, version } }),
    };
  });
}

function layersTouched(patch: Patch): Set<string> {
  return new Set(
    patch.operations.flatMap((operation) =>
      operation.op === 'feature' ? [operation.layer] : operation.op === 'layer' ? [operation.id] : [],
    ),
  );
}

function mergeDelta(check: CheckResult, delta: FindingsDelta): CheckResult {
  const gone = new Set([...delta.removed, ...delta.changed.map((finding) => finding.id)]);
  const kept = check.findings.filter((finding) => !gone.has(finding.id));
  return {
    ...check,
    summary: delta.summary,
    // The rest stay in their order: of a hundred thousand, an edit touches a handful.
    findings: mergeSorted(kept, [...delta.changed, ...delta.added].sort(compareFindings), compareFindings),
    unchecked: delta.unchecked,
    notes: delta.notes,
  };
}
