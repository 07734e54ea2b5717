/** 简报 as a whole: the panel, the player, the stage. Takes data and callbacks, reads no store. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { captureScene, type ShownView } from '../../briefing/capture-scene.ts';
import {
  addScene,
  deleteScene,
  describeScene,
  moveScene,
  nextSceneId,
  retakeScene,
} from '../../briefing/scene-edits.ts';
import type { SceneNumber } from '../../briefing/scene-numbers.ts';
import { idlePlayer, type PlayerAction, play, withScenes } from '../../briefing/scene-player.ts';
import type { Patch } from '../../model/patch.ts';
import type { Scene } from '../../model/scene.ts';
import { useTexts } from '../app-context.tsx';
import { BriefingPanel } from './BriefingPanel.tsx';
import { SceneStage } from './stage/SceneStage.tsx';

export interface BriefingModeProps {
  readonly scenes: readonly Scene[];
  readonly mapElement: HTMLElement | undefined;
  /** What map and panels show now. */
  readonly readView: () => ShownView;
  /** Camera, layers, rules, finding and scope as the scene has them. */
  readonly onShow: (scene: Scene) => void;
  /** The big numbers of a scene: `countForScene` over the findings in its scope. */
  readonly numbersOf: (scene: Scene) => readonly SceneNumber[];
  readonly onEdit: (patch: Patch) => void;
  /** A briefing starts or ends: the map turns to the projector theme and back. */
  readonly onPlaying: (playing: boolean) => void;
}

export function BriefingMode(props: BriefingModeProps) {
  const { scenes, readView, onShow, numbersOf, onEdit, onPlaying, mapElement } = props;
  const { t } = useTexts();
  const [shown, setShown] = useState<string>();
  const { player, act } = usePlayer(scenes);
  const onStage = player.playing ? scenes[player.index] : undefined;
  const edit = (patch: Patch | undefined) => patch && onEdit(patch);
  const show = (scene: Scene) => {
    setShown(scene.id);
    onShow(scene);
  };

  const latest = useRef({ show, onPlaying });
  useEffect(() => {
    latest.current = { show, onPlaying };
  });
  useEffect(() => {
    if (onStage) latest.current.show(onStage);
  }, [onStage]);
  useEffect(() => {
    if (!player.playing) return undefined;
    latest.current.onPlaying(true);
    return () => latest.current.onPlaying(false);
  }, [player.playing]);

  return (
    <>
      <BriefingPanel
        scenes={scenes}
        shown={shown}
        onCapture={() => {
          const number = scenes.length + 1;
          const scene = captureScene(readView(), scenes, t('briefing.newTitle', { number }));
          setShown(nextSceneId(scenes));
          edit(addScene(scenes, scene));
        }}
        onPlay={(index) => act({ type: 'start', index })}
        onShow={show}
        onMove={(id, toIndex) => edit(moveScene(scenes, id, toIndex))}
        onDescribe={(id, text) => edit(describeScene(scenes, id, text))}
        onRetake={(id) => edit(retakeScene(scenes, id, captureScene(readView(), scenes, '')))}
        onDelete={(id) => edit(deleteScene(scenes, id))}
      />
      {onStage && (
        <SceneStage
          scene={onStage}
          player={player}
          numbers={numbersOf(onStage)}
          mapElement={mapElement}
          onAction={act}
        />
      )}
    </>
  );
}

/** The player over a list that may change under it. */
function usePlayer(scenes: readonly Scene[]) {
  const [{ player, known }, setState] = useState({ player: idlePlayer(scenes.length), known: scenes });
  if (known !== scenes) setState({ player: withScenes(player, known, scenes), known: scenes });
  const act = useCallback(
    (action: PlayerAction) => setState((current) => ({ ...current, player: play(current.player, action) })),
    [],
  );
  return { player, act };
}
