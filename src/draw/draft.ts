/**
 * A feature in hand as a row of steps, each a whole value: what was done last can be taken back, and
 * nothing of it is in the document yet. Pure.
 */
import { fail, ok, type Problem, type Result } from '../core/result.ts';
import type { Subject } from '../core/subject.ts';
import type { ReshapedFeature } from './draw-types.ts';
import { findShapeFault } from './find-fault.ts';
import {
  type Path,
  pathsOfShape,
  type Shape,
  samePaths,
  shapeOfPaths,
  type VertexAddress,
  withVertexInserted,
  withVertexMoved,
  withVertexRemoved,
} from './shape-paths.ts';
import { followChange, type Neighbour, type VertexChange } from './shared-border.ts';

export interface DraftStep {
  readonly paths: readonly Path[];
  /** Those with common vertices; they change along where borders are shared. */
  readonly neighbours: readonly Neighbour[];
  readonly pieces: readonly Shape[];
  readonly absorbed: readonly Subject[];
}

export interface Draft {
  /** Undefined for a new feature. */
  readonly subject: Subject | undefined;
  /** As it was taken in hand; decides whether a type of several parts stays one. */
  readonly like: Shape;
  readonly steps: readonly DraftStep[];
  readonly at: number;
}

export function beginDraft(shape: Shape, subject: Subject | undefined, neighbours: readonly Neighbour[]): Draft {
  const first = { paths: pathsOfShape(shape), neighbours, pieces: [], absorbed: [] };
  return { subject, like: shape, steps: [first], at: 0 };
}

export const stepOf = ({ steps, at }: Draft): DraftStep => steps[at]!;
/** Forgets what had been taken back. */
export function withStep(draft: Draft, step: DraftStep): Draft {
  const steps = [...draft.steps.slice(0, draft.at + 1), step];
  return { ...draft, steps, at: steps.length - 1 };
}
/** Undefined beyond either end. */
export function movedInTime(draft: Draft, by: 1 | -1): Draft | undefined {
  const at = draft.at + by;
  return draft.steps[at] ? { ...draft, at } : undefined;
}

/** The shape of a step; the very one taken in hand where nothing was changed, so that an untouched shape is no edit. */
export function shapeOfStep(draft: Draft, step: DraftStep): Shape {
  const isUntouched = samePaths(step.paths, draft.steps[0]!.paths) && draft.subject !== undefined;
  return isUntouched ? draft.like : (shapeOfPaths(step.paths, draft.like) ?? draft.like);
}

export function changedNeighbours(draft: Draft): ReshapedFeature[] {
  const first = draft.steps[0]!.neighbours;
  return stepOf(draft).neighbours.flatMap(({ subject, shape, paths }, index) => {
    const changed = first[index] ? first[index].paths !== paths : false;
    const reshaped = changed && shapeOfPaths(paths, shape);
    return reshaped ? [{ subject, shape: reshaped }] : [];
  });
}

/** Vertices of a step that were not there when the shape was taken in hand; all, of a new one. */
export function newVertices({ subject, steps }: Draft, { paths }: DraftStep): GeoJSON.Position[] {
  const before = new Set(subject ? steps[0]!.paths.flatMap(({ positions }) => positions.map(String)) : []);
  return paths.flatMap(({ positions }) => positions.filter((position) => !before.has(String(position))));
}

export type VertexEdit =
  | { readonly type: 'move'; readonly address: VertexAddress; readonly to: GeoJSON.Position }
  | { readonly type: 'insert'; readonly address: VertexAddress; readonly at: GeoJSON.Position }
  | { readonly type: 'remove'; readonly address: VertexAddress };

/** A step further by one vertex, and the neighbours with it where borders are shared; fails with what that would break. */
export function editVertex(step: DraftStep, edit: VertexEdit, shared: boolean): Result<DraftStep> {
  const own = step.paths[edit.address.path];
  const position = own?.positions[edit.address.vertex];
  if (!own || !position) return fail('draw.three-vertices');
  const paths = applyEdit(step.paths, edit);
  if (!paths) return fail('draw.three-vertices');
  const changed = paths.length === step.paths.length ? new Set([edit.address.path]) : undefined;
  const fault = newFault(step.paths, paths, changed);
  if (fault) return { ok: false, problem: fault };
  if (!shared) return ok({ ...step, paths });
  const change = changeOf(edit, position, own);
  const neighbours = step.neighbours.map((neighbour) => {
    const followed = followChange(neighbour.paths, change);
    return followed === neighbour.paths ? neighbour : { ...neighbour, paths: followed };
  });
  const broken = neighbours.some((neighbour, i) => {
    const before = step.neighbours[i]!;
    return neighbour !== before && newFault(before.paths, neighbour.paths);
  });
  return broken ? fail('draw.neighbour-breaks') : ok({ ...step, paths, neighbours });
}

/** What a change would break. What was so before, as rings of a file that touch, stays as it is and stops nobody. */
export function newFault(
  before: readonly Path[],
  after: readonly Path[],
  changed?: ReadonlySet<number>,
): Problem | undefined {
  const fault = findShapeFault(after, changed);
  return fault && findShapeFault(before, changed)?.code === fault.code ? undefined : fault;
}

function applyEdit(paths: readonly Path[], edit: VertexEdit): Path[] | undefined {
  switch (edit.type) {
    case 'move':
      return withVertexMoved(paths, edit.address, edit.to);
    case 'insert':
      return withVertexInserted(paths, edit.address, edit.at);
    case 'remove':
      return withVertexRemoved(paths, edit.address);
  }
}

function changeOf(edit: VertexEdit, position: GeoJSON.Position, { positions }: Path): VertexChange {
  switch (edit.type) {
    case 'move':
      return { type: 'move', from: position, to: edit.to };
    case 'remove':
      return { type: 'remove', at: position };
    case 'insert': {
      const before = positions[(edit.address.vertex + 1) % positions.length]!;
      return { type: 'insert', after: position, before, at: edit.at };
    }
  }
}
