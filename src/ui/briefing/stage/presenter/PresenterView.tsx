/** What the presenter sees: the wall, the talking points, what comes next, the time. All of it also works by the keys of the wall. */
import { createPortal } from 'react-dom';
import type { PlayerState } from '../../../../briefing/scene-player.ts';
import type { StageCommand } from '../../../../briefing/stage-keys.ts';
import type { Scene } from '../../../../model/scene.ts';
import { useTexts } from '../../../app-context.tsx';
import type { Prepared } from '../use-prepared.ts';
import { useStageKeys } from '../use-stage-keys.ts';
import type { Timer } from '../use-timer.ts';
import { Clocks } from './Clocks.tsx';
import { Controls } from './Controls.tsx';
import { NextScene } from './NextScene.tsx';
import classes from './presenter.module.css';
import { WallMirror } from './WallMirror.tsx';

export interface PresenterViewProps {
  readonly root: HTMLElement;
  readonly scenes: readonly Scene[];
  readonly player: PlayerState;
  readonly timer: Timer;
  readonly prepared: Prepared | undefined;
  readonly onCommand: (command: StageCommand) => void;
}

export function PresenterView({ root, scenes, player, timer, prepared, onCommand }: PresenterViewProps) {
  const { t } = useTexts();
  useStageKeys(root.ownerDocument.defaultView ?? undefined, player, onCommand, true);
  const scene = scenes[player.index];
  return createPortal(
    <div className={classes.presenter} data-testid="presenter" data-index={player.index}>
      <header className={classes.head}>
        <div className={classes.now}>
          <span className={classes.position} data-testid="presenter-position">
            {t('briefing.position', { number: player.index + 1, total: player.count })}
          </span>
          {scene?.group && <span className={classes.group}>{scene.group}</span>}
          <h1 data-testid="presenter-title">{scene?.title}</h1>
        </div>
        <Clocks timer={timer} />
      </header>
      <div className={classes.columns}>
        <main className={classes.notes} aria-label={t('stage.presenter.notes')} data-testid="presenter-notes">
          {scene?.notes ? scene.notes : <span className={classes.muted}>{t('stage.presenter.noNotes')}</span>}
        </main>
        <div className={classes.side}>
          <WallMirror player={player} />
          <NextScene scene={scenes[player.index + 1]} />
          <ol className={classes.list}>
            {scenes.map(({ id, title }, index) => (
              <li key={id}>
                <button
                  type="button"
                  aria-current={index === player.index}
                  onClick={() => onCommand({ type: 'go', index })}
                >
                  {index + 1}. {title}
                </button>
              </li>
            ))}
          </ol>
        </div>
      </div>
      <Controls player={player} onCommand={onCommand} />
      <p className={classes.state} role="status" data-testid="presenter-network">
        {t(`stage.network.${prepared ?? 'preparing'}`)}
      </p>
    </div>,
    root,
  );
}
