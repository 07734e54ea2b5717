/** The scope, and what is pointed at: a finding or a feature. */
import type { Scene } from '../../../model/scene.ts';
import type { AppServices } from '../../app-context.tsx';
import type { Target } from '../../store/view-store.ts';
import type { ViewPart } from './view-part.ts';

/** Panels and camera stay: a scene brings its own camera, and opens nothing. */
const QUIETLY = { zoom: false, reveal: false } as const;

export const pointingPart: ViewPart = {
  read({ view }) {
    const { selection, scope } = view.getState();
    return {
      ...(selection?.type === 'finding' ? { finding: selection.id } : {}),
      ...(selection?.type === 'feature' ? { feature: selection.subject } : {}),
      ...(scope ? { scope } : {}),
    };
  },
  show(scene, services) {
    point(scene.scope, findTarget(scene, services), services);
    return undefined;
  },
  remember(services) {
    const { scope, selection } = services.view.getState();
    return () => point(scope, selection, services);
  },
};

function point(scope: Scene['scope'], target: Target | undefined, { view, commands }: AppServices): void {
  // Who lies in a scope is worked out over all features.
  if (JSON.stringify(view.getState().scope) !== JSON.stringify(scope)) commands.setScope(scope, QUIETLY);
  commands.select(target, QUIETLY);
}

function findTarget({ finding, feature }: Scene, { workspace }: AppServices): Target | undefined {
  const { findingById, features } = workspace.getState();
  if (finding !== undefined && findingById.has(finding)) return { type: 'finding', id: finding };
  const isThere = feature && features.get(feature.layer)?.indexOf(feature.feature) !== undefined;
  return isThere ? { type: 'feature', subject: feature } : undefined;
}
