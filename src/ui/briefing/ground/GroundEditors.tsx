/** The two editors of what a scene has on the ground, under each other. */
import draw from '../../draw/draw.module.css';
import { AnnotationEditor } from './AnnotationEditor.tsx';
import type { GroundSectionProps } from './GroundSection.tsx';
import { SwipeEditor } from './SwipeEditor.tsx';

export function GroundEditors({ scene, scenes }: GroundSectionProps) {
  return (
    <div className={draw.section}>
      <AnnotationEditor scene={scene} />
      <SwipeEditor scene={scene} scenes={scenes} />
    </div>
  );
}
