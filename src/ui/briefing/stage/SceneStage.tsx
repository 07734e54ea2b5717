/**
 * A scene on the wall: the map over the whole window, the words large, the keys of a clicker. Full
 * screen where the browser allows it; the same over the whole window where it does not. The presenter's
 * window is a second view of the same state.
 */
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { SceneNumber } from '../../../briefing/scene-numbers.ts';
import type { PlayerAction, PlayerState } from '../../../briefing/scene-player.ts';
import type { Scene } from '../../../model/scene.ts';
import { useTexts, useWorkspace } from '../../app-context.tsx';
import { SceneBoard } from '../board/SceneBoard.tsx';
import { PresenterView } from './presenter/PresenterView.tsx';
import { usePresenter } from './presenter/use-presenter.ts';
import { StageCovers } from './StageCovers.tsx';
import { StageHelp } from './StageHelp.tsx';
import { StageList } from './StageList.tsx';
import { StageNotes } from './StageNotes.tsx';
import { StageNumbers } from './StageNumbers.tsx';
import { StageScale } from './StageScale.tsx';
import { StageWords } from './StageWords.tsx';
import './stage.css';
import classes from './stage.module.css';
import { StageTools } from './tools/StageTools.tsx';
import { useFullScreen } from './use-full-screen.ts';
import { useIdlePointer } from './use-idle-pointer.ts';
import { useLiftedMap } from './use-lifted-map.ts';
import { usePrepared } from './use-prepared.ts';
import { useStageCommands } from './use-stage-commands.ts';
import { useStageKeys } from './use-stage-keys.ts';
import { useTimer } from './use-timer.ts';
import { useTouch } from './use-touch.ts';
import { useWallRoom } from './use-wall-room.ts';
import { useWhose } from './use-whose.ts';
import { WhoseCard } from './WhoseCard.tsx';

const NO_SCENES: readonly Scene[] = [];

export interface SceneStageProps {
  readonly scene: Scene;
  readonly player: PlayerState;
  readonly numbers: readonly SceneNumber[];
  /** The map's element: lifted above the page while the stage stands. */
  readonly mapElement: HTMLElement | undefined;
  readonly onAction: (action: PlayerAction) => void;
}

export function SceneStage({ scene, player, numbers, mapElement, onAction }: SceneStageProps) {
  const { t } = useTexts();
  const stage = useRef<HTMLElement>(null);
  const scenes = useWorkspace((state) => state.document?.scenes) ?? NO_SCENES;
  const prepared = usePrepared(scenes);
  const fullScreen = useFullScreen();
  const timer = useTimer();
  const presenter = usePresenter();
  const returnToScene = useWallRoom(scene, stage, player.asked);
  const onCommand = useStageCommands({ player, fullScreen, timer, presenter, returnToScene, onAction });
  const whose = useWhose(scene, player.asked, onAction);
  const hold = useTouch(onCommand);
  useLiftedMap(mapElement);
  useIdlePointer(player.tool !== undefined);
  useStageKeys(window, player, onCommand);
  useEffect(() => stage.current?.focus({ preventScroll: true }), []);

  return createPortal(
    <>
      <section
        ref={stage}
        className={classes.stage}
        tabIndex={-1}
        aria-label={t('briefing.stage')}
        data-testid="scene-stage"
        data-index={player.index}
        data-prepared={prepared !== undefined}
        data-board={scene.board?.type}
        data-asked={player.asked}
      >
        <StageWords scene={scene} index={player.index} count={player.count} />
        {scene.board && (
          <div className={classes.board} data-room="board">
            <SceneBoard scene={scene} />
          </div>
        )}
        <StageNumbers numbers={numbers} />
        <StageScale />
        {whose && player.asked && <WhoseCard whose={whose} people={player.people} />}
        <StageTools tool={hold ? 'laser' : player.tool} hold={hold} />
        {player.panel === 'list' && (
          <StageList scenes={scenes} choice={player.choice} onGo={(index) => onAction({ type: 'go', index })} />
        )}
        {player.panel === 'help' && <StageHelp />}
        <StageNotes blocked={presenter.blocked} leftFullScreen={fullScreen.left} />
        <StageCovers cover={player.cover} />
      </section>
      {presenter.root && (
        <PresenterView
          root={presenter.root}
          scenes={scenes}
          player={player}
          timer={timer}
          prepared={prepared}
          onCommand={onCommand}
        />
      )}
    </>,
    document.body,
  );
}
