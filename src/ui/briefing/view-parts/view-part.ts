/** One side of what is looked at: how it becomes part of a scene, and how a scene's part comes back to the page. */
import type { ShownView } from '../../../briefing/shown-view.ts';
import type { Scene } from '../../../model/scene.ts';
import type { AppServices } from '../../app-context.tsx';

/** What takes longer to reach the map than this is waited for no longer. */
export const PATIENCE_MS = 5000;

export interface ViewPart {
  /** Nothing for what stands as it does at the beginning. */
  read(services: AppServices): Partial<ShownView>;
  /** At once; the answer settles when the map has it too. What the workspace no longer holds is passed over. */
  show(scene: Scene, services: AppServices): Promise<void> | undefined;
  /** Remembers everything that `show` may change; the answer brings it back. */
  remember(services: AppServices): () => void;
}
