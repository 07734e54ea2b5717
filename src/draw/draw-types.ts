/** What drawing takes and gives: the words between the map's gestures and the panels. No terra-draw here. */
import type { Problem } from '../core/result.ts';
import type { Subject } from '../core/subject.ts';
import type { FeatureBatch } from '../model/feature-batch.ts';

export type ZoneGeometry = GeoJSON.Polygon | GeoJSON.MultiPolygon;

/** A layer whose polygon edges the pointer snaps to. */
export interface SnapSource {
  readonly layer: string;
  readonly batch: FeatureBatch;
}

/** The zone to edit. */
export interface ZoneToEdit {
  readonly subject: Subject;
  readonly geometry: ZoneGeometry;
}

/**
 *            start('polygon')              last vertex, Enter
 *   idle ───────────────────────▶ drawing ───────────────────▶ editing ──▶ idle
 *    │                              Escape ▶ idle                ▲     finish, cancel, remove
 *    └──────────── start('edit', zone) ──────────────────────────┘
 */
export type DrawPhase = 'idle' | 'drawing' | 'editing';

export interface DrawState {
  readonly phase: DrawPhase;
  /** The zone being edited; absent while a new one is drawn. */
  readonly subject?: Subject;
  /** As staged: nothing of it is in the document yet. Absent before the third vertex. */
  readonly geometry?: ZoneGeometry;
  /** Vertices placed so far. */
  readonly vertices: number;
  /** Whether the geometry differs from where it started. */
  readonly changed: boolean;
  readonly canUndoVertex: boolean;
}

/** What a finished gesture asks of the document. */
export type DrawGesture =
  | { readonly type: 'create'; readonly geometry: ZoneGeometry }
  | { readonly type: 'update'; readonly subject: Subject; readonly geometry: ZoneGeometry }
  | { readonly type: 'delete'; readonly subject: Subject };

export interface DrawOptions {
  /** Zones to snap to. Asked again when the view moves or `refreshSnapping` is called. */
  readonly zones: () => Iterable<SnapSource>;
  /** After every change of the draft, while the pointer moves too (the vertex under it counts as placed). */
  readonly onStage?: (geometry: ZoneGeometry | undefined) => void;
  readonly onState?: (state: DrawState) => void;
  readonly onCommit: (gesture: DrawGesture) => void;
  /** What cannot be done and why; undefined takes the last one back. */
  readonly onNotice?: (problem: Problem | undefined) => void;
}

export interface DrawController {
  readonly state: DrawState;
  start(tool: 'polygon'): void;
  start(tool: 'edit', zone: ZoneToEdit): void;
  /** Closes the ring being drawn, or commits the draft being edited (`onCommit`). As Enter does. */
  readonly finish: () => void;
  /** Drops the draft. As Escape does. */
  readonly cancel: () => void;
  /** Asks for the edited zone to be deleted, or drops a new one. */
  readonly remove: () => void;
  /** Takes the last vertex (drawing) or the last change (editing) back; false if there is none. */
  readonly undoVertex: () => boolean;
  readonly refreshSnapping: () => void;
  readonly destroy: () => void;
}
