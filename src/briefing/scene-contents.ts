/** What a scene keeps beside its view and its layers, and what of it the workspace no longer holds. Pure. */
import type { Subject } from '../core/subject.ts';
import type { Scene } from '../model/scene.ts';

/** Parts that are said in a scene's row, and that can be taken off one by one. */
export const KEPT_PARTS = [
  'scope',
  'finding',
  'feature',
  'narrowed',
  'filter',
  'hotspots',
  'whatIf',
  'siltLayers',
  'theme',
  'transition',
  'numbers',
  'board',
  'annotations',
  'swipe',
  'panel',
  'drawer',
] as const satisfies readonly (keyof Scene)[];
export type KeptPart = (typeof KEPT_PARTS)[number];

/** In the order of `KEPT_PARTS`. The panel of assumptions comes with what is assumed, and is not said twice. */
export function listKept(scene: Scene): KeptPart[] {
  return KEPT_PARTS.filter(
    (part) =>
      scene[part] !== undefined &&
      !(part === 'panel' && scene.whatIf !== undefined) &&
      !(part === 'annotations' && scene.annotations?.length === 0) &&
      !(part === 'transition' && scene.transition?.type === 'fly'),
  );
}

/** The change that takes a part off: what hangs on it goes too. */
export function withoutPart(part: KeptPart): Partial<Record<KeptPart, undefined>> {
  return part === 'whatIf' ? { whatIf: undefined, panel: undefined } : { [part]: undefined };
}

export type SceneLoss =
  /** A layer that the scene shows, counts or filters is not in the workspace. */
  | { readonly what: 'layer'; readonly layer: string }
  /** The check finds it no longer. */
  | { readonly what: 'finding' }
  /** Somebody has settled it; the check still finds it. */
  | { readonly what: 'settled' }
  | { readonly what: 'feature' }
  | { readonly what: 'scope' }
  /** The scene that the other side of the swipe shows. */
  | { readonly what: 'swipe' };

export interface WorkspaceFacts {
  hasLayer(layer: string): boolean;
  hasFeature(subject: Subject): boolean;
  /** Undefined: not checked yet, nothing is said of findings. */
  readonly findings: { has(id: string): boolean } | undefined;
  readonly closed: ReadonlySet<string>;
  hasScene(id: string): boolean;
}

/** In the order in which they are said; a layer once. Owners are not looked for: that takes all features. */
export function listLosses(scene: Scene, facts: WorkspaceFacts): SceneLoss[] {
  const layers = new Set([
    ...Object.keys(scene.layers),
    ...(scene.siltLayers ?? []),
    ...(scene.filter?.layer === undefined ? [] : [scene.filter.layer]),
    ...(scene.numbers ?? []).flatMap((number) => (number.of === 'layer' ? [number.layer] : [])),
    ...(scene.swipe?.left === 'without' ? scene.swipe.layers : []),
  ]);
  const losses: SceneLoss[] = [...layers]
    .filter((layer) => !facts.hasLayer(layer))
    .map((layer) => ({ what: 'layer', layer }));
  const { finding, feature, scope, swipe } = scene;
  if (finding !== undefined && facts.findings) {
    if (!facts.findings.has(finding)) losses.push({ what: 'finding' });
    else if (facts.closed.has(finding)) losses.push({ what: 'settled' });
  }
  if (feature && !facts.hasFeature(feature)) losses.push({ what: 'feature' });
  if (scope?.type === 'zone' && !facts.hasFeature(scope.zone)) losses.push({ what: 'scope' });
  if (swipe?.left === 'scene' && !facts.hasScene(swipe.scene)) losses.push({ what: 'swipe' });
  return losses;
}
