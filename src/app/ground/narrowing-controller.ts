/** Keeps the map on what a scene narrows it to, after edits too: unswept roads with bare soil beside them, and that soil. */
import type { Result } from '../../core/result.ts';
import type { RoadsideSoil } from '../../model/roadside-soil.ts';
import type { FeaturesByLayer } from '../../ui/store/layer-features.ts';
import { addNotices, type LayerMasks, setMasks, type ViewStore } from '../../ui/store/view-store.ts';
import type { WorkspaceStore } from '../../ui/store/workspace-store.ts';

export interface NarrowingParts {
  readonly view: ViewStore;
  readonly workspace: WorkspaceStore;
  /** Once the engine has all edits. */
  readonly roadsideSoil: () => Promise<Result<RoadsideSoil>>;
}

export function createNarrowingController({ view, workspace, roadsideSoil }: NarrowingParts): void {
  let asked = 0;
  const follow = async () => {
    asked += 1;
    const own = asked;
    if (!view.getState().narrowed) return show(undefined);
    const answer = await roadsideSoil();
    if (own !== asked) return;
    if (answer.ok) return show(answer.value);
    addNotices(view, 'warning', [answer.problem]);
    view.setState({ narrowed: undefined });
  };
  const show = (roads: RoadsideSoil | undefined) => {
    if (!roads && !view.getState().masks.narrowed) return;
    const findings = roads && new Set(roads.pairs.map(({ finding }) => finding));
    view.setState({ onlyFindings: findings && new Map([['road-unswept', findings]]) });
    setMasks(view, 'narrowed', roads && masksBeside(roads, workspace.getState().features));
  };
  view.subscribe((state, before) => {
    // Elsewhere than in the briefing nothing says what is missing from the map.
    if (state.mode !== before.mode && before.mode === 'brief' && state.narrowed) {
      view.setState({ narrowed: undefined });
    } else if (state.narrowed !== before.narrowed) void follow();
  });
  workspace.subscribe((state, before) => {
    if (state.check !== before.check && view.getState().narrowed) void follow();
  });
  if (view.getState().narrowed) void follow();
}

/** 1 for each patch of bare soil that is in no pair. O(patches + pairs). */
export function masksBeside({ pairs }: Pick<RoadsideSoil, 'pairs'>, features: FeaturesByLayer): LayerMasks {
  const masks = new Map<string, Uint8Array>();
  for (const [id, { layer, batch }] of features) {
    if (layer.kind === 'bareSoil') masks.set(id, new Uint8Array(batch.ids.length).fill(1));
  }
  for (const { soil } of pairs) {
    const index = features.get(soil.layer)?.indexOf(soil.feature);
    if (index !== undefined) masks.get(soil.layer)?.set([0], index);
  }
  return masks;
}
