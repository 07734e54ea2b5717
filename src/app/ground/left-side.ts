/** What the left of a before and after shows, out of what the map draws on the right. Arrays of features are shared. */
import type { FeatureStyling, LayerView } from '../../map/map-types.ts';
import { RULE_IDS, type RuleId } from '../../model/findings.ts';
import type { Scene, SceneSwipe } from '../../model/scene.ts';

export interface LeftSide {
  /** The scene whose layers, scope and hotspots stand there; undefined: as on the right. */
  readonly other: Scene | undefined;
  /** Layers that are not there, and findings on their features neither. */
  readonly withoutLayers: ReadonlySet<string>;
  readonly hiddenRules: ReadonlySet<RuleId>;
  /** Findings of an earlier month in the place of those of now. */
  readonly month: string | undefined;
}

/** Undefined where the other scene is not there any more. */
export function leftSideOf(
  swipe: SceneSwipe,
  scenes: readonly Scene[],
  hiddenRules: ReadonlySet<RuleId>,
): LeftSide | undefined {
  const same: LeftSide = { other: undefined, withoutLayers: new Set(), hiddenRules, month: undefined };
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
      return { ...same, other, hiddenRules: new Set(RULE_IDS.filter((rule) => !other.rules.includes(rule))) };
    }
  }
}

/** Layers of the right as they are on the left. */
export function layersOfLeft(
  views: readonly LayerView[],
  { other, withoutLayers }: LeftSide,
  restyle: (view: LayerView) => FeatureStyling,
): LayerView[] {
  return views.map((view) => {
    const visible = other ? view.id in other.layers : view.visible;
    return {
      ...view,
      styling: restyle(view),
      visible: visible && !withoutLayers.has(view.id),
      opacity: other?.layers[view.id] ?? view.opacity,
    };
  });
}

/** What is drawn faint, what is not drawn, and colours by something else, each as on the other side. */
export type SideMarks = Pick<FeatureStyling, 'dimmed' | 'hidden' | 'recolor'>;

/** A styling with the marks of the left; the right's own where nothing differs. Kept for as long as the marks are the same. */
export function createRestyling(): (styling: FeatureStyling, marks: SideMarks) => FeatureStyling {
  const made = new WeakMap<FeatureStyling, FeatureStyling>();
  return (styling, marks) => {
    if (sameMarks(styling, marks)) return styling;
    const kept = made.get(styling);
    if (kept && sameMarks(kept, marks)) return kept;
    const { dimmed: _, hidden: __, recolor: ___, ...rest } = styling;
    const { dimmed, hidden, recolor } = marks;
    const next = { ...rest, ...(dimmed && { dimmed }), ...(hidden && { hidden }), ...(recolor && { recolor }) };
    made.set(styling, next);
    return next;
  };
}

const sameMarks = (a: SideMarks, b: SideMarks) =>
  a.dimmed === b.dimmed && a.hidden === b.hidden && a.recolor === b.recolor;
