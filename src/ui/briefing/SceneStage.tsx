/**
 * A scene on the wall: the map over the whole window, the words large, the keys of a clicker. Full
 * screen where the browser allows it; the same over the whole window where it does not.
 */
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { SceneNumber } from '../../briefing/scene-numbers.ts';
import { actionOfKey, type PlayerAction, type PlayerState } from '../../briefing/scene-player.ts';
import type { Scene } from '../../model/scene.ts';
import { useTexts } from '../app-context.tsx';
import { SceneBoard } from './board/SceneBoard.tsx';
import classes from './briefing.module.css';
import { writeSceneNumber } from './scene-number-words.ts';
import './stage.css';

export interface SceneStageProps {
  readonly scene: Scene;
  readonly player: PlayerState;
  readonly numbers: readonly SceneNumber[];
  /** The map's element: lifted above the page while the stage stands. */
  readonly mapElement: HTMLElement | undefined;
  readonly onAction: (action: PlayerAction) => void;
}

export function SceneStage({ scene, player, numbers, mapElement, onAction }: SceneStageProps) {
  const { t, language } = useTexts();
  const stage = useRef<HTMLElement>(null);
  useLiftedMap(mapElement);
  useFullScreen(onAction);
  useKeys(onAction);
  useEffect(() => stage.current?.focus({ preventScroll: true }), []);

  return createPortal(
    <section
      ref={stage}
      className={classes.stage}
      tabIndex={-1}
      aria-label={t('briefing.stage')}
      data-testid="scene-stage"
      data-index={player.index}
    >
      <div className={classes.words} aria-live="polite">
        <h1 className={classes.stageTitle} data-testid="stage-title">
          {scene.title}
        </h1>
        {scene.caption && <p className={classes.stageCaption}>{scene.caption}</p>}
      </div>
      <SceneBoard scene={scene} />
      {numbers.length > 0 && (
        <dl className={classes.callouts}>
          {numbers.map((number) => {
            const { label, value, detail } = writeSceneNumber(number, t, language);
            return (
              <div key={number.key} className={classes.callout} data-testid={`stage-number-${number.key}`}>
                <dt>{label}</dt>
                <dd>
                  {value}
                  {detail !== undefined && <small>{detail}</small>}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
      <div className={classes.position} data-testid="stage-position">
        {t('briefing.position', { number: player.index + 1, total: player.count })}
      </div>
      {player.blank && (
        <div className={classes.blank} data-testid="stage-blank" role="img" aria-label={t('briefing.blank')} />
      )}
    </section>,
    document.body,
  );
}

function useLiftedMap(element: HTMLElement | undefined): void {
  useEffect(() => {
    if (!element) return undefined;
    element.dataset.onStage = 'true';
    return () => {
      delete element.dataset.onStage;
    };
  }, [element]);
}

/** Leaving full screen by the browser's own means ends the briefing. A refusal changes nothing: the window is filled anyway. */
function useFullScreen(onAction: (action: PlayerAction) => void): void {
  const latest = useRef(onAction);
  useEffect(() => {
    latest.current = onAction;
  });
  useEffect(() => {
    const page = document.documentElement;
    let entered = false;
    const onChange = () => {
      if (document.fullscreenElement) entered = true;
      else if (entered) latest.current({ type: 'end' });
    };
    document.addEventListener('fullscreenchange', onChange);
    page.requestFullscreen?.().catch(() => {});
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    };
  }, []);
}

/** Before anyone else: while a briefing plays, no key does anything on the page behind. */
function useKeys(onAction: (action: PlayerAction) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      event.stopImmediatePropagation();
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const action = actionOfKey(event.key);
      if (!action) return;
      event.preventDefault();
      onAction(action);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [onAction]);
}
