/** What the panel is told of a sketch and of a draft. Pure. */
import { type Draft, type DraftStep, shapeOfStep, stepOf } from './draft.ts';
import type { DrawState, SketchPurpose, SketchTool } from './draw-types.ts';
import { findCrossing } from './ring-crossing.ts';
import type { VertexAddress } from './shape-paths.ts';
import { shapeOfSketch } from './sketch-shape.ts';

type Position = GeoJSON.Position;

export const IDLE: DrawState = {
  phase: 'idle',
  tool: undefined,
  purpose: undefined,
  subject: undefined,
  shape: undefined,
  pieces: [],
  absorbed: [],
  vertices: 0,
  changed: false,
  canUndo: false,
  canRedo: false,
  vertex: undefined,
  transforming: false,
};

export interface Sketch {
  readonly tool: SketchTool;
  readonly purpose: SketchPurpose;
}

export const isAreaTool = (tool: SketchTool): boolean => tool !== 'line' && tool !== 'point';
/** Whether what has been placed has ground already. */
export const hasGround = (tool: SketchTool, placed: number): boolean =>
  isAreaTool(tool) && (tool !== 'polygon' || placed >= 2);

/**
 * @param path vertices placed, and the position under the pointer
 * @param full the path with what was traced
 * @param draft what the sketch is done to
 */
export function sketchState(
  { tool, purpose }: Sketch,
  path: readonly Position[],
  full: readonly Position[],
  placed: number,
  draft: Draft | undefined,
): DrawState {
  const isSound = hasGround(tool, placed) && full.length >= 3 && !findCrossing(full, true);
  const own = purpose === 'create' && isSound ? shapeOfSketch('polygon', full) : undefined;
  return {
    ...IDLE,
    phase: 'sketching',
    tool,
    purpose,
    subject: draft?.subject,
    shape: own ?? (draft && shapeOfStep(draft, stepOf(draft))),
    vertices: placed,
    changed: placed > 0 || (draft?.at ?? 0) > 0,
    canUndo: placed > 0,
    vertex: placed > 0 ? path[placed - 1] : undefined,
  };
}

export function draftState(
  draft: Draft,
  step: DraftStep,
  chosen: VertexAddress | undefined,
  transforming: boolean,
): DrawState {
  return {
    phase: 'editing',
    tool: undefined,
    purpose: undefined,
    subject: draft.subject,
    shape: shapeOfStep(draft, step),
    pieces: step.pieces,
    absorbed: step.absorbed,
    vertices: step.paths.reduce((sum, { positions }) => sum + positions.length, 0),
    changed: draft.at > 0 || !draft.subject,
    canUndo: draft.at > 0,
    canRedo: draft.at + 1 < draft.steps.length,
    vertex: chosen && step.paths[chosen.path]?.positions[chosen.vertex],
    transforming,
  };
}
