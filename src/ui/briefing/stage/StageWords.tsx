/** Group, place in the briefing, title and caption of the scene on the wall. */
import type { Scene } from '../../../model/scene.ts';
import { useTexts } from '../../app-context.tsx';
import { SceneConditions } from '../scenes/SceneConditions.tsx';
import classes from './stage.module.css';

export interface StageWordsProps {
  readonly scene: Scene;
  readonly index: number;
  readonly count: number;
}

export function StageWords({ scene, index, count }: StageWordsProps) {
  const { t } = useTexts();
  return (
    <div className={classes.words} aria-live="polite" data-room="words">
      <div className={classes.progress}>
        {scene.group && (
          <span className={classes.group} data-testid="stage-group">
            {scene.group}
          </span>
        )}
        <span className={classes.position} data-testid="stage-position">
          {t('briefing.position', { number: index + 1, total: count })}
        </span>
      </div>
      <h1 className={classes.title} data-testid="stage-title">
        {scene.title}
      </h1>
      {scene.caption && <p className={classes.caption}>{scene.caption}</p>}
      <SceneConditions scene={scene} className={classes.conditions} />
    </div>
  );
}
