/** What the list of scenes is given, shared by the panel and its rows. */
import type { SceneText } from '../../briefing/scene-edits.ts';
import type { Scene } from '../../model/scene.ts';

export interface BriefingPanelProps {
  readonly scenes: readonly Scene[];
  /** The scene that the map shows, if it is one. */
  readonly shown: string | undefined;
  readonly onCapture: () => void;
  readonly onPlay: (index: number) => void;
  readonly onShow: (scene: Scene) => void;
  readonly onMove: (id: string, toIndex: number) => void;
  readonly onDescribe: (id: string, text: SceneText) => void;
  readonly onRetake: (id: string) => void;
  readonly onDelete: (id: string) => void;
}
