/** What the left of a before and after shows, out of what the map draws on the right. Arrays of features are shared. */
import type { FeatureStyling, LayerView } from '../../map/map-types.ts';
import { RULE_IDS, type RuleId } from '../../model/findings.ts';
import type { Scene, SceneSwipe } from '../../model/scene.ts';
import type { Scope } from '../../model/scope.ts';

export interface LeftSide {
  /** Opacity 0 to 1 of the layers that are visible there; undefined: as on the right. */
  readonly layers: Readonly<Record<string, number>> | undefined;
  /** Layers that are not there, and findings on their features neither. */
  readonly withoutLayers: ReadonlySet<string>;
  readonly hiddenRules: ReadonlySet<RuleId>;
  /** `same`: the scope in force on the right. */
  readonly scope: Scope | undefined | 'same';
  /** Findings of an earlier month in the place of those of now. */
  readonly month: string | undefined;
}

/** Undefined where the other scene is not there any more. */
export function leftSideOf(
  swipe: SceneSwipe,
  scenes: readonly Scene[],
  hiddenRules: ReadonlySet<RuleId>,
): LeftSide | undefined {
  const same: LeftSide = {
    layers: undefined,
    withoutLayers: new Set(),
    hiddenRules,
    scope: 'same',
    month: undefined,
  };
  switch (swipe.left) {
    case 'without':
      return {
        ...same,
        withoutLayers: new Set(swipe.layers),
        hiddenRules: new Set([...hiddenRules, ...(swipe.rules ?? [])]),
      };
    case 'month':
      return { ...same, month: swipe.month };
    case 'scene': {
      const other = scenes.find(({ id }) => id === swipe.scene);
      if (!other) return undefined;
      const hidden = RULE_IDS.filter((rule) => !other.rules.includes(rule));
      return { ...same, layers: other.layers, hiddenRules: new Set(hidden), scope: other.scope };
    }
  }
}

/** Layers of the right as they are on the left. */
export function layersOfLeft(
  views: readonly LayerView[],
  { layers, withoutLayers }: LeftSide,
  restyle: (view: LayerView) => FeatureStyling,
): LayerView[] {
  return views.map((view) => {
    const visible = layers ? view.id in layers : view.visible;
    return {
      ...view,
      styling: restyle(view),
      visible: visible && !withoutLayers.has(view.id),
      opacity: layers?.[view.id] ?? view.opacity,
    };
  });
}

/** Features outside of another scope drawn faint; the styling of the right where nothing differs. Kept for as long as both are the same. */
export function createRescoping(): (styling: FeatureStyling, dimmed: Uint8Array | undefined) => FeatureStyling {
  const made = new WeakMap<FeatureStyling, FeatureStyling>();
  return (styling, dimmed) => {
    if (styling.dimmed === dimmed) return styling;
    const kept = made.get(styling);
    if (kept && kept.dimmed === dimmed) return kept;
    const { dimmed: _, ...rest } = styling;
    const next = dimmed ? { ...rest, dimmed } : rest;
    made.set(styling, next);
    return next;
  };
}
