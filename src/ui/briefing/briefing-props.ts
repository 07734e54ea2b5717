/** What the list of scenes is given, shared by the panel and its rows. */
import type { Patch } from '../../model/patch.ts';
import type { Scene } from '../../model/scene.ts';

export interface BriefingPanelProps {
  readonly scenes: readonly Scene[];
  /** The scene that the map shows, if it is one. */
  readonly shown: string | undefined;
  /** Undefined: nothing changes. */
  readonly onEdit: (patch: Patch | undefined) => void;
  readonly onCapture: () => void;
  readonly onPlay: (index: number) => void;
  readonly onShow: (scene: Scene) => void;
  readonly onRetake: (id: string) => void;
}
