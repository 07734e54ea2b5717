/** What drawing takes and gives: the words between the map's gestures and the panels. No terra-draw here. */
import type { Problem } from '../core/result.ts';
import type { Subject } from '../core/subject.ts';
import type { Frame } from '../geo/laea.ts';
import type { FeatureBatch } from '../model/feature-batch.ts';
import type { Shape } from './shape-paths.ts';

export type ZoneGeometry = GeoJSON.Polygon | GeoJSON.MultiPolygon;

export const SKETCH_TOOLS = ['polygon', 'rectangle', 'freehand', 'line', 'point'] as const;
export type SketchTool = (typeof SKETCH_TOOLS)[number];

/** What a sketch is for: a new feature, or something done to the one in hand. */
export type SketchPurpose = 'create' | 'part' | 'hole' | 'split';

/** A layer whose borders or lines the pointer snaps to. */
export interface SnapSource {
  readonly layer: string;
  readonly batch: FeatureBatch;
}

/** A feature of the document with another shape. */
export interface ReshapedFeature {
  readonly subject: Subject;
  readonly shape: Shape;
}

/**
 *            sketch(tool)                 last vertex, Enter
 *   idle ───────────────────▶ sketching ───────────────────▶ editing ──▶ idle
 *    │                            │ Escape: where it came from  ▲  │       finish, cancel, remove
 *    │                            └─────────────────────────────┘  │
 *    │                                  sketch(tool, purpose) ◀────┘
 *    └───── edit(feature), take(shape) ─────────────────────────▲
 */
export type DrawPhase = 'idle' | 'sketching' | 'editing';

export interface DrawState {
  readonly phase: DrawPhase;
  readonly tool: SketchTool | undefined;
  readonly purpose: SketchPurpose | undefined;
  /** The feature being edited; absent for a new one. */
  readonly subject: Subject | undefined;
  /** As staged: nothing of it is in the document yet. Absent before there is one, as before a third vertex. */
  readonly shape: Shape | undefined;
  /** Pieces that a split line cut off: features of their own when it is finished. */
  readonly pieces: readonly Shape[];
  /** Features that were merged into it. */
  readonly absorbed: readonly Subject[];
  /** Vertices placed so far, or of the shape. */
  readonly vertices: number;
  /** Whether anything differs from where it started. */
  readonly changed: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The vertex that keys move and remove; while sketching the last one placed. */
  readonly vertex: GeoJSON.Position | undefined;
  /** The shape is moved, turned and scaled as a whole. */
  readonly transforming: boolean;
}

/** What the pointer does besides: switches that stay as they were set. */
export interface DrawSwitches {
  /** Between two places on one border, the path follows it. */
  readonly tracing: boolean;
  /** What happens to a vertex happens to the same vertex of the neighbours. */
  readonly shared: boolean;
  readonly snapping: boolean;
}

/** What a finished gesture asks of the document: one edit. */
export type DrawGesture =
  | {
      readonly type: 'save';
      readonly subject: Subject | undefined;
      readonly shape: Shape;
      readonly pieces: readonly Shape[];
      readonly absorbed: readonly Subject[];
      /** Neighbours that went along. */
      readonly neighbours: readonly ReshapedFeature[];
    }
  | { readonly type: 'delete'; readonly subject: Subject };

export interface DrawOptions {
  readonly frame: Frame;
  /** Layers to snap to. Asked again when the view moves or `refreshSnapping` is called. */
  readonly snapSources: () => Iterable<SnapSource>;
  /** Layers of what is in hand: common borders within them stay common when the switch is on. */
  readonly zones: () => Iterable<SnapSource>;
  readonly onState: (state: DrawState) => void;
  readonly onCommit: (gesture: DrawGesture) => void;
  /** Why what is in hand cannot be committed now; it then stays in hand. */
  readonly refusal: (gesture: DrawGesture['type']) => Problem | undefined;
  /** What cannot be done and why; undefined takes the last one back. */
  readonly onNotice: (problem: Problem | undefined) => void;
  /** A letter or number that means nothing here: true if the panel used it. */
  readonly onKey: (key: string, shift: boolean) => boolean;
}

export interface DrawController {
  readonly state: DrawState;
  /** Begins a new feature, or with another purpose something done to the one in hand. */
  sketch(tool: SketchTool, purpose?: SketchPurpose): void;
  edit(feature: ReshapedFeature): void;
  /** Takes a finished shape in hand as a new feature. */
  take(shape: Shape): void;
  /** Another shape for the one in hand, as one step. */
  reshape(shape: Shape, absorbed?: readonly Subject[]): void;
  /** The next vertex, or the chosen one, by number. */
  place(position: GeoJSON.Position): void;
  setTransforming(on: boolean): void;
  setSwitches(switches: DrawSwitches): void;
  /** The traced stretch placed last, the other way round its ring. */
  otherWay(): void;
  /** Closes the sketch, or commits the draft being edited (`onCommit`). As Enter does. */
  finish(): void;
  /** One step out: from a sketch to the shape it was for, else drops the draft. As Escape does. */
  cancel(): void;
  /** Drops everything. */
  reset(): void;
  /** Takes the last vertex (sketching) or the last step (editing) back; false if there is none. */
  undo(): boolean;
  redo(): boolean;
  refreshSnapping(): void;
  /** What the map shows beside the shape: collisions hatched, sources lit. */
  show(marks: DrawMarks): void;
  destroy(): void;
}

export interface DrawMarks {
  readonly hatched: readonly GeoJSON.Geometry[];
  readonly lit: readonly GeoJSON.Geometry[];
  /** Outlined: what is collected for a new zone. */
  readonly collected: readonly GeoJSON.Geometry[];
}
