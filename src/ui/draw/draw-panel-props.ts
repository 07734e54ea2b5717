/** What the panel of 划区 and its sections are given. */
import type { Result } from '../../core/result.ts';
import type { Subject } from '../../core/subject.ts';
import type { SnapSource } from '../../draw/draw-types.ts';
import type { OverlayTools, SharedGround } from '../../draw/overlay-tools.ts';
import type { Frame } from '../../geo/laea.ts';
import type { LayerKind } from '../../model/kinds.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import type { FeaturesByLayer } from '../store/layer-features.ts';
import type { EditTool } from './tool-letters.ts';
import type { DrawSession } from './use-draw-session.ts';
import type { ZoneRow } from './ZoneList.tsx';

export interface DrawPanelProps {
  readonly session: DrawSession;
  /** What is drawn next. */
  readonly kind: LayerKind;
  readonly onKind: (kind: LayerKind) => void;
  readonly openTool: EditTool | undefined;
  readonly onOpenTool: (tool: EditTool | undefined) => void;
  readonly shared: readonly SharedGround[];
  /** Areas chosen to be united; undefined while none are asked for. */
  readonly collected: readonly Subject[] | undefined;
  readonly onCollect: (collected: readonly Subject[] | undefined) => void;
  readonly frame: Frame;
  readonly document: WorkspaceDocument;
  readonly features: FeaturesByLayer;
  readonly zones: readonly ZoneRow[];
  readonly selected: Subject | undefined;
  readonly loadTools: () => Promise<Result<OverlayTools>>;
  /** What a draft can be merged or clipped with. */
  readonly nearbySources: () => Iterable<SnapSource>;
  /** What an exported page shows around a zone. */
  readonly roads: () => Iterable<SnapSource>;
  readonly nameOf: (feature: Subject) => string;
  readonly onSelect: (zone: Subject) => void;
  readonly onZoomTo: (zone: Subject) => void;
  readonly letterOf: (tool: EditTool) => string;
}
