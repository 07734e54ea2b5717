/** All scenes, to go to one: the keys move the choice (scene-player.ts), a click or a tap takes one. */
import { useEffect, useRef } from 'react';
import type { Scene } from '../../../model/scene.ts';
import { useTexts } from '../../app-context.tsx';
import classes from './stage.module.css';

export interface StageListProps {
  readonly scenes: readonly Scene[];
  readonly choice: number;
  readonly onGo: (index: number) => void;
}

export function StageList({ scenes, choice, onGo }: StageListProps) {
  const { t } = useTexts();
  const chosen = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is another element
  useEffect(() => {
    // Newer browsers answer a promise, which is no cleanup.
    void chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [choice]);
  return (
    <nav className={classes.panel} aria-label={t('stage.list')} data-testid="stage-list">
      <h2>{t('stage.list')}</h2>
      <ol className={classes.list}>
        {scenes.map(({ id, title, group }, index) => (
          <li key={id}>
            {group && group !== scenes[index - 1]?.group && <div className={classes.listGroup}>{group}</div>}
            <button
              ref={index === choice ? chosen : undefined}
              type="button"
              tabIndex={-1}
              aria-current={index === choice}
              onClick={() => onGo(index)}
            >
              <span className={classes.listNumber}>{index + 1}</span>
              {title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
