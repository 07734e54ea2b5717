/** The tools of the mode: drawing or briefing. Their code comes when the mode is first entered. */
import { lazy, useCallback, useEffect, useMemo } from 'react';
import type { Scene } from '../../model/scene.ts';
import { useApp, useCommands, useKeeping, useSettings, useView, useWorkspace } from '../app-context.tsx';
import { useSceneNumbers } from '../briefing/scene-facts.ts';
import { readView, showScene } from '../briefing/scene-view.ts';
import { lookOf } from '../store/view-store.ts';
import { Lazily } from './Lazily.tsx';

const DrawMode = lazy(() => import('../draw/DrawMode.tsx').then((module) => ({ default: module.DrawMode })));
const BriefingMode = lazy(() =>
  import('../briefing/BriefingMode.tsx').then((module) => ({ default: module.BriefingMode })),
);
const WhatIfOnMap = lazy(() =>
  import('../whatif/WhatIfOnMap.tsx').then(({ WhatIfOnMap }) => ({ default: WhatIfOnMap })),
);

export function ModePanel() {
  const mode = useView((state) => state.mode);
  const hasDocument = useWorkspace((state) => state.document !== undefined);
  if (!hasDocument || mode === 'browse') return null;
  return (
    <Lazily key={mode} quiet>
      {mode === 'draw' ? <Drawing /> : <Briefing />}
    </Lazily>
  );
}

function Drawing() {
  const { view } = useApp();
  const { probe, edit, select } = useCommands();
  const map = useView((state) => state.map?.map);
  const document = useWorkspace((state) => state.document);
  const features = useWorkspace((state) => state.features);
  const selected = useView(({ selection }) => (selection?.type === 'feature' ? selection.subject : undefined));
  const toReshape = useView((state) => state.toReshape);
  const canEdit = useKeeping((state) => state.role === 'editor');
  const isVisible = useCallback((layer: string) => lookOf(view.getState(), layer).visible, [view]);
  const onDrawing = useCallback((isDrawing: boolean) => view.setState({ isDrawing }), [view]);
  const onReshaping = useCallback(() => view.setState({ toReshape: undefined }), [view]);
  if (!document) return null;
  return (
    <DrawMode
      key={document.name}
      map={map}
      document={document}
      features={features}
      isVisible={isVisible}
      selected={selected}
      toReshape={toReshape}
      onReshaping={onReshaping}
      onDrawing={onDrawing}
      probe={probe}
      canEdit={canEdit}
      onEdit={edit}
      onSelect={(subject) => select(subject && { type: 'feature', subject }, { zoom: false })}
      onZoomTo={(subject) => select({ type: 'feature', subject })}
    />
  );
}

const NO_SCENES: readonly Scene[] = [];

function Briefing() {
  const services = useApp();
  const { view, workspace, commands } = services;
  const map = useView((state) => state.map);
  const scenes = useWorkspace((state) => state.document?.scenes);
  const numbersOf = useSceneNumbers(scenes ?? NO_SCENES);
  const mapElement = useMemo(() => map?.map.getContainer(), [map]);
  const assumes = useView((state) => state.panel === 'whatIf');
  const theme = useSettings((settings) => settings.theme);
  // A scene's look is left with the briefing, and for a look that is chosen for the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies(theme): its change is what ends the scene's look
  useEffect(() => () => view.setState({ sceneTheme: undefined }), [view, theme]);
  if (!scenes) return null;
  return (
    <>
      {assumes && (
        <Lazily quiet>
          <WhatIfOnMap />
        </Lazily>
      )}
      <BriefingMode
        scenes={scenes}
        readScenes={() => workspace.getState().document?.scenes ?? NO_SCENES}
        mapElement={mapElement}
        readView={() => readView(services)}
        onShow={(scene, arriving) => showScene(scene, services, arriving)}
        numbersOf={numbersOf}
        onEdit={commands.edit}
        onPlaying={(presenting) => view.setState({ presenting })}
      />
    </>
  );
}
