/** The two editors of what a scene has on the ground, under each other. */
import type { Scene } from '../../../model/scene.ts';
import draw from '../../draw/draw.module.css';
import { AnnotationEditor } from './AnnotationEditor.tsx';
import { SwipeEditor } from './SwipeEditor.tsx';

export function GroundEditors({ scene, scenes }: { readonly scene: Scene; readonly scenes: readonly Scene[] }) {
  return (
    <div className={draw.section}>
      <AnnotationEditor scene={scene} />
      <SwipeEditor scene={scene} scenes={scenes} />
    </div>
  );
}
