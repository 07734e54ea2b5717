/** What a scene has on the ground: its annotations, and its before and after. */
import { useEffect } from 'react';
import type { Scene } from '../../../model/scene.ts';
import { useApp, useTexts } from '../../app-context.tsx';
import draw from '../../draw/draw.module.css';
import { AnnotationEditor } from './AnnotationEditor.tsx';
import classes from './ground.module.css';

export interface GroundSectionProps {
  readonly scenes: readonly Scene[];
  /** The scene that the map shows, if it is one. */
  readonly shown: string | undefined;
}

export function GroundSection({ scenes, shown }: GroundSectionProps) {
  const { t } = useTexts();
  const { view } = useApp();
  const scene = scenes.find(({ id }) => id === shown);
  // A scene just made is shown without having been put on the map.
  useEffect(() => {
    if (scene && view.getState().sceneOnMap?.id !== scene.id) view.setState({ sceneOnMap: scene });
  }, [view, scene]);
  if (!scene) return null;
  return (
    <section className={draw.section} aria-label={t('ground.title')} data-testid="ground-section">
      <h3 className={classes.heading}>{t('ground.title')}</h3>
      <AnnotationEditor key={scene.id} scene={scene} />
    </section>
  );
}
