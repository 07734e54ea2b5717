/** 简报 as a whole: the panel, the player, the stage. Takes data and callbacks; the parts it consists of read stores. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { captureScene } from '../../briefing/capture-scene.ts';
import { addScene, nextSceneId, retakeScene } from '../../briefing/scene-edits.ts';
import { looksOf } from '../../briefing/scene-looks.ts';
import type { SceneNumber } from '../../briefing/scene-numbers.ts';
import { idlePlayer, type PlayerAction, play, withScenes } from '../../briefing/scene-player.ts';
import type { ShownView } from '../../briefing/shown-view.ts';
import type { Patch } from '../../model/patch.ts';
import type { Scene } from '../../model/scene.ts';
import { useTexts } from '../app-context.tsx';
import { BriefingPanel } from './BriefingPanel.tsx';
import { SceneStage } from './stage/SceneStage.tsx';
import { useScenePicture } from './use-scene-picture.ts';

export interface BriefingModeProps {
  readonly scenes: readonly Scene[];
  /** The scenes of this moment: several edits may come before the page shows the first. */
  readonly readScenes: () => readonly Scene[];
  readonly mapElement: HTMLElement | undefined;
  /** What map and panels show now. */
  readonly readView: () => ShownView;
  /** Everything that the scene keeps; with a signal it comes as its transition says, until another one comes. */
  readonly onShow: (scene: Scene, arriving?: AbortSignal) => Promise<void>;
  /** The big numbers of a scene: `countForScene` over the findings in its scope. */
  readonly numbersOf: (scene: Scene) => readonly SceneNumber[];
  readonly onEdit: (patch: Patch) => void;
  /** A briefing starts or ends: the map turns to the look of the wall and back. */
  readonly onPlaying: (playing: boolean) => void;
}

export function BriefingMode(props: BriefingModeProps) {
  const { scenes, readScenes, readView, numbersOf, onEdit, mapElement } = props;
  const { t } = useTexts();
  const takePicture = useScenePicture();
  const onShow = (scene: Scene, arriving?: AbortSignal) => takePicture(scene, props.onShow(scene, arriving));
  const [shown, setShown] = useState<string>();
  const { player, act } = usePlayer(scenes);
  const onStage = player.playing ? scenes[player.index] : undefined;
  const edit = (patch: Patch | undefined) => patch && onEdit(patch);
  const { arrive, leave } = useArrival(onShow);
  const show = (scene: Scene) => {
    setShown(scene.id);
    arrive(scene);
  };
  useWall(onStage, { ...props, show, leave });
  useFollowedScene(
    scenes.find(({ id }) => id === shown && !onStage),
    onShow,
  );

  return (
    <>
      <BriefingPanel
        scenes={scenes}
        shown={shown}
        onEdit={edit}
        onCapture={() => {
          const before = readScenes();
          const number = before.length + 1;
          const scene = captureScene(readView(), before, t('briefing.newTitle', { number }));
          takePicture(scene);
          setShown(nextSceneId(before));
          edit(addScene(before, scene));
        }}
        onPlay={(index) => act({ type: 'start', index })}
        onShow={show}
        onRetake={(id) => {
          const scene = captureScene(readView(), scenes, '');
          takePicture(scene);
          edit(retakeScene(scenes, id, scene));
        }}
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

type ShowScene = (scene: Scene, arriving?: AbortSignal) => void;

/** Where what the scene on the map shows is changed, by its editor, by undo, the map follows. */
function useFollowedScene(scene: Scene | undefined, onShow: ShowScene): void {
  const known = useRef<{ readonly id: string; readonly looks: string }>(undefined);
  useEffect(() => {
    const before = known.current;
    known.current = scene && { id: scene.id, looks: looksOf(scene) };
    if (scene && before?.id === scene.id && before.looks !== looksOf(scene)) onShow(scene);
  }, [scene, onShow]);
}

/** One scene arrives at a time: the next one breaks off what still moves. */
function useArrival(onShow: ShowScene) {
  const under = useRef<AbortController>(undefined);
  const leave = useCallback(() => under.current?.abort(), []);
  useEffect(() => leave, [leave]);
  const arrive = (scene: Scene) => {
    leave();
    under.current = new AbortController();
    onShow(scene, under.current.signal);
  };
  return { arrive, leave };
}

interface Wall extends Pick<BriefingModeProps, 'onPlaying'> {
  readonly show: (scene: Scene) => void;
  readonly leave: () => void;
}

/** The map takes the look and the room of the wall before the first scene comes onto it. */
function useWall(onStage: Scene | undefined, wall: Wall): void {
  const latest = useRef(wall);
  useEffect(() => {
    latest.current = wall;
  });
  const playing = onStage !== undefined;
  useEffect(() => {
    if (!playing) return undefined;
    latest.current.onPlaying(true);
    return () => {
      latest.current.leave();
      latest.current.onPlaying(false);
    };
  }, [playing]);
  useEffect(() => {
    if (onStage) latest.current.show(onStage);
  }, [onStage]);
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
