/** Which hotspots a scene shows, worked out beside those of the time pane: for its numbers, and for two spans of time side by side. */
import { readSceneTime } from '../../briefing/scene-time.ts';
import { findFrameCenter } from '../../checks/frame.ts';
import { filterHotspots, masksOf } from '../../checks/hotspots/filter-hotspots.ts';
import { buildHotspotTable, type HotspotTable } from '../../checks/hotspots/hotspot-table.ts';
import { createFrame } from '../../geo/laea.ts';
import type { Finding } from '../../model/findings.ts';
import type { SceneHotspots } from '../../model/scene.ts';
import type { LayerMasks } from '../store/view-store.ts';
import type { WorkspaceState } from '../store/workspace-store.ts';

/** The table is built once for the layers as they stand; a scene without a filter costs nothing. O(hotspots). */
export function createSceneHotspots(): (
  hotspots: SceneHotspots | undefined,
  workspace: Pick<WorkspaceState, 'document' | 'features' | 'check'>,
) => LayerMasks | undefined {
  let built: { readonly of: WorkspaceState['features']; readonly table: HotspotTable } | undefined;
  let last: { readonly of: HotspotTable; readonly key: string; readonly masks: LayerMasks | undefined } | undefined;
  return (hotspots, { document, features, check }) => {
    if (!document || !(hotspots?.time || hotspots?.off)) return undefined;
    if (built?.of !== features) built = { of: features, table: tableOf(document, features) };
    const { table } = built;
    const asOf = check?.asOf ?? document.asOf;
    const key = JSON.stringify([hotspots.time, hotspots.off, asOf]);
    if (last?.of === table && last.key === key) return last.masks;
    const { source, kind, confidence } = hotspots.off ?? {};
    const filtered = filterHotspots(table, {
      range: readSceneTime(hotspots.time, asOf),
      off: { source: new Set(source), kind: new Set(kind), confidence: new Set(confidence) },
    });
    last = { of: table, key, masks: masksOf(table, filtered.keep) };
    return last.masks;
  };
}

/** Findings on hotspots that are not switched off in these; one about several stays as long as one of them shows. */
export function createHotspotFilter(
  workspace: Pick<WorkspaceState, 'document' | 'features' | 'check'>,
  masksOf = createSceneHotspots(),
): (hotspots: SceneHotspots) => (finding: Pick<Finding, 'subjects'>) => boolean {
  return (hotspots) => {
    const masks = masksOf(hotspots, workspace);
    if (!masks) return () => true;
    return ({ subjects }) =>
      subjects.some(({ layer, feature }) => {
        const index = workspace.features.get(layer)?.indexOf(feature);
        return index === undefined || masks.get(layer)?.[index] !== 1;
      });
  };
}

function tableOf(document: NonNullable<WorkspaceState['document']>, features: WorkspaceState['features']) {
  const all = [...features.values()].map(({ layer, batch }) => ({ id: layer.id, kind: layer.kind, batch }));
  return buildHotspotTable(
    all.filter(({ kind }) => kind === 'hotspot'),
    createFrame(findFrameCenter({ document, layers: all })),
  );
}
