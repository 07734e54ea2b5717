/** What is looked at as a scene keeps it, and a scene on the page again. */
import { RULE_IDS, type RuleId } from '../../model/findings.ts';
import type { Scene } from '../../model/scene.ts';
import type { AppServices } from '../app-context.tsx';
import { lookOf } from '../store/view-store.ts';

/** What map and panels show now, as a scene keeps it. */
export function readView({ view, workspace }: AppServices) {
  const { map, hiddenRules, selection, scope } = view.getState();
  const layers = workspace.getState().document?.layers ?? [];
  return {
    camera: map?.camera() ?? { center: [0, 0] as const, zoom: 1, bearing: 0, pitch: 0 },
    layers: Object.fromEntries(
      layers.flatMap(({ id }) => {
        const { visible, opacity } = lookOf(view.getState(), id);
        return visible ? [[id, opacity]] : [];
      }),
    ),
    rules: RULE_IDS.filter((rule) => !hiddenRules.has(rule)),
    finding: selection?.type === 'finding' ? selection.id : undefined,
    scope,
  };
}

/** Layers, rules, scope, finding, and last the camera, so that nothing moves it again. */
export function showScene(scene: Scene, { view, workspace, commands }: AppServices): void {
  const layers = workspace.getState().document?.layers ?? [];
  view.setState({
    looks: Object.fromEntries(
      layers.map(({ id }) => [id, { visible: id in scene.layers, opacity: scene.layers[id] ?? 1 }]),
    ),
    hiddenRules: new Set<RuleId>(RULE_IDS.filter((rule) => !scene.rules.includes(rule))),
    sceneOnMap: scene,
  });
  commands.setScope(scene.scope);
  const finding = scene.finding && workspace.getState().findingById.get(scene.finding);
  commands.select(finding ? { type: 'finding', id: finding.id } : undefined, { zoom: false });
  view.getState().map?.setCamera(scene.camera);
}

/** Remembers everything that a scene changes; the answer brings it back. The camera is its own matter. */
export function captureShown({ view, commands }: AppServices): () => void {
  const { looks, hiddenRules, scope, selection, sceneOnMap } = view.getState();
  return () => {
    view.setState({ looks, hiddenRules, sceneOnMap });
    commands.setScope(scope);
    commands.select(selection, { zoom: false });
  };
}
