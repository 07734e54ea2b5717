/**
 * What a scene has on the ground: its annotations, and its before and after. Under the scene that the map shows;
 * folded, so that a list of scenes stays a list, and so that nothing on the map is moved by chance.
 */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { lazy, useEffect } from 'react';
import type { Scene } from '../../../model/scene.ts';
import { useApp, useTexts, useView } from '../../app-context.tsx';
import { Lazily } from '../../shell/Lazily.tsx';
import classes from './ground.module.css';

const GroundEditors = lazy(() => import('./GroundEditors.tsx').then((module) => ({ default: module.GroundEditors })));

interface GroundSectionProps {
  readonly scene: Scene;
  readonly scenes: readonly Scene[];
}

export function GroundSection({ scene, scenes }: GroundSectionProps) {
  const { t } = useTexts();
  const { view } = useApp();
  const isOpen = useView((state) => state.groundOpen);
  // A scene just made is shown without having been put on the map.
  useEffect(() => {
    if (view.getState().sceneOnMap?.id !== scene.id) view.setState({ sceneOnMap: scene });
  }, [view, scene]);
  const count = scene.annotations?.length ?? 0;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.section} aria-label={t('ground.title')} data-testid="ground-section">
      <button
        type="button"
        className={classes.fold}
        aria-expanded={isOpen}
        onClick={() => view.setState({ groundOpen: !isOpen })}
        data-testid="ground-fold"
      >
        <Chevron size={16} aria-hidden />
        <span>{t('ground.title')}</span>
        {count > 0 && <span className={classes.count}>{count}</span>}
      </button>
      {isOpen && (
        <Lazily quiet>
          <GroundEditors scene={scene} scenes={scenes} />
        </Lazily>
      )}
    </section>
  );
}
