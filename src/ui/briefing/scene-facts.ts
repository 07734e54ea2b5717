/** What the numbers of scenes are counted from: the check, what lies in a scope, and layers once they are measured. */
import { useEffect, useMemo, useState } from 'react';
import { countForScene, layersToMeasure, type SceneFacts, type SceneNumber } from '../../briefing/scene-numbers.ts';
import type { Scene } from '../../model/scene.ts';
import type { Scope } from '../../model/scope.ts';
import { type AppServices, useApp, useWorkspace } from '../app-context.tsx';
import type { ScopeMembers } from '../store/scope-members.ts';

type AreasByLayer = ReadonlyMap<string, Float64Array>;
const NO_AREAS: AreasByLayer = new Map();

/**
 * `countForScene` over the data of now. Layers whose ground the scenes want are measured by the engine; until it has
 * answered those numbers are undefined.
 */
export function useSceneNumbers(scenes: readonly Scene[]): (scene: Scene) => readonly SceneNumber[] {
  const services = useApp();
  const check = useWorkspace((state) => state.check);
  const features = useWorkspace((state) => state.features);
  const [areas, setAreas] = useState(NO_AREAS);
  const wanted = layersToMeasure(scenes).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: after an edit the check is another one, and so may sizes be
  useEffect(() => {
    if (wanted === '') return undefined;
    let isCurrent = true;
    void measureLayers(services, wanted.split('\n')).then((measured) => isCurrent && setAreas(measured));
    return () => {
      isCurrent = false;
    };
  }, [services, wanted, check]);
  return useMemo(() => {
    const facts = createSceneFacts({ check, features }, services.commands.membersOf, areas);
    return (scene) => countForScene(scene, facts);
  }, [services, check, features, areas]);
}

/** Facts from which every number of these scenes is known: for slides and files. */
export async function loadSceneFacts(services: AppServices, scenes: readonly Scene[]): Promise<SceneFacts> {
  const areas = await measureLayers(services, layersToMeasure(scenes));
  return createSceneFacts(services.workspace.getState(), services.commands.membersOf, areas);
}

async function measureLayers({ commands }: AppServices, layers: readonly string[]): Promise<AreasByLayer> {
  const measured = await Promise.all(
    layers.map(async (layer) => {
      const sizes = await commands.sizesOf(layer);
      return sizes.ok ? [[layer, sizes.value.areasSquareMeters] as const] : [];
    }),
  );
  return new Map(measured.flat());
}

/** Members are found once a scope: it takes a look at every position. */
function createSceneFacts(
  { check, features }: Pick<ReturnType<AppServices['workspace']['getState']>, 'check' | 'features'>,
  findMembers: (scope: Scope) => ScopeMembers | undefined,
  areas: AreasByLayer,
): SceneFacts {
  const found = new Map<string, ScopeMembers | undefined>();
  return {
    check,
    membersOf(scope) {
      const key = JSON.stringify(scope);
      if (!found.has(key)) found.set(key, findMembers(scope));
      return found.get(key);
    },
    layerOf(id) {
      const layer = features.get(id);
      return (
        layer && {
          title: layer.layer.title,
          featureCount: layer.batch.ids.length,
          areasSquareMeters: areas.get(id),
        }
      );
    },
  };
}
