/** The keys of the wall as buttons, for a hand on a mouse or a screen to touch. */
import type { PlayerState } from '../../../../briefing/scene-player.ts';
import type { StageCommand } from '../../../../briefing/stage-keys.ts';
import { useTexts } from '../../../app-context.tsx';
import classes from './presenter.module.css';

export interface ControlsProps {
  readonly player: PlayerState;
  readonly onCommand: (command: StageCommand) => void;
}

export function Controls({ player, onCommand }: ControlsProps) {
  const { t } = useTexts();
  const buttons: readonly {
    readonly name: string;
    readonly key: string;
    readonly command: StageCommand;
    readonly on?: boolean;
  }[] = [
    { name: 'previous', key: '←', command: { type: 'previous' } },
    { name: 'next', key: '→', command: { type: 'next' } },
    { name: 'black', key: 'B', command: { type: 'cover', cover: 'black' }, on: player.cover === 'black' },
    { name: 'white', key: 'W', command: { type: 'cover', cover: 'white' }, on: player.cover === 'white' },
    { name: 'people', key: 'P', command: { type: 'people' }, on: player.people },
    { name: 'return', key: 'R', command: { type: 'return' } },
    { name: 'end', key: '', command: { type: 'end' } },
  ];
  return (
    <div className={classes.controls} role="toolbar" aria-label={t('stage.presenter.controls')}>
      {buttons.map(({ name, key, command, on }) => (
        <button
          key={name}
          type="button"
          {...(on === undefined ? {} : { 'aria-pressed': on })}
          onClick={() => onCommand(command)}
          data-testid={`presenter-do-${name}`}
        >
          {t(`stage.control.${name}`)}
          {key && <kbd>{key}</kbd>}
        </button>
      ))}
    </div>
  );
}
