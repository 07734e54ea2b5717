/** What the numbers of scenes are counted from: the check, what lies in a scope, and layers once they are measured. */
import { useEffect, useMemo, useState } from 'react';
import {
  countForScene,
  layersToMeasure,
  needsRoadsideSoil,
  type SceneFacts,
  type SceneNumber,
} from '../../briefing/scene-numbers.ts';
import type { RoadsideSoil } from '../../model/roadside-soil.ts';
import type { Scene } from '../../model/scene.ts';
import type { Scope } from '../../model/scope.ts';
import { type AppServices, useApp, useWorkspace } from '../app-context.tsx';
import type { ScopeMembers } from '../store/scope-members.ts';
import type { WorkspaceState } from '../store/workspace-store.ts';
import { createHotspotFilter } from './scene-hotspots.ts';

/** What only the engine can measure. */
interface Measured {
  readonly areas: ReadonlyMap<string, Float64Array>;
  readonly roadsideSoil: RoadsideSoil | undefined;
}
const NOTHING: Measured = { areas: new Map(), roadsideSoil: undefined };
type Checked = Pick<WorkspaceState, 'document' | 'check' | 'features'>;

/**
 * `countForScene` over the data of now. Layers whose ground the scenes want, and the soil beside roads, are measured by
 * the engine; until it has answered those numbers are undefined.
 */
export function useSceneNumbers(scenes: readonly Scene[]): (scene: Scene) => readonly SceneNumber[] {
  const services = useApp();
  const check = useWorkspace((state) => state.check);
  const features = useWorkspace((state) => state.features);
  const [measured, setMeasured] = useState(NOTHING);
  const layers = layersToMeasure(scenes).join('\n');
  const wantsRoads = needsRoadsideSoil(scenes);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after an edit the check is another one, and so may sizes be
  useEffect(() => {
    if (layers === '' && !wantsRoads) return undefined;
    let isCurrent = true;
    void measure(services, layers === '' ? [] : layers.split('\n'), wantsRoads).then(
      (answer) => isCurrent && setMeasured(answer),
    );
    return () => {
      isCurrent = false;
    };
  }, [services, layers, wantsRoads, check]);
  return useMemo(() => {
    const facts = createSceneFacts(
      { document: services.workspace.getState().document, check, features },
      services.commands.membersOf,
      measured,
    );
    return (scene) => countForScene(scene, facts);
  }, [services, check, features, measured]);
}

/** Facts from which every number of these scenes is known: for slides and files. */
export async function loadSceneFacts(services: AppServices, scenes: readonly Scene[]): Promise<SceneFacts> {
  const measured = await measure(services, layersToMeasure(scenes), needsRoadsideSoil(scenes));
  return createSceneFacts(services.workspace.getState(), services.commands.membersOf, measured);
}

async function measure({ commands }: AppServices, layers: readonly string[], wantsRoads: boolean): Promise<Measured> {
  const [roads, ...areas] = await Promise.all([
    wantsRoads ? commands.roadsideSoil() : undefined,
    ...layers.map(async (layer) => {
      const sizes = await commands.sizesOf(layer);
      return sizes.ok ? [[layer, sizes.value.areasSquareMeters] as const] : [];
    }),
  ]);
  return { areas: new Map(areas.flat()), roadsideSoil: roads?.ok ? roads.value : undefined };
}

/** Members are found once a scope: it takes a look at every position. */
function createSceneFacts(
  workspace: Checked,
  findMembers: (scope: Scope) => ScopeMembers | undefined,
  { areas, roadsideSoil }: Measured,
): SceneFacts {
  const { check, features } = workspace;
  const found = new Map<string, ScopeMembers | undefined>();
  return {
    check,
    roadsideSoil,
    hotspotsShownBy: createHotspotFilter(workspace),
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
