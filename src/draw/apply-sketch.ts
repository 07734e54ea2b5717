/** A sketch done to the shape in hand: a further part, a hole, a split. Pure. */
import { fail, ok, type Result } from '../core/result.ts';
import type { Frame } from '../geo/laea.ts';
import { splitPolygon } from '../geo/split-polygon.ts';
import type { DraftStep } from './draft.ts';
import type { SketchPurpose } from './draw-types.ts';
import { isInsideRing } from './ring-crossing.ts';
import { type Path, pathsOfShape, type Shape, shapeOfPaths } from './shape-paths.ts';

/** Fails where the sketch does not fit the shape: `draw.not-area`, `draw.hole-outside`, `split.line-misses`. */
export function applySketch(
  step: DraftStep,
  purpose: Exclude<SketchPurpose, 'create'>,
  sketched: Shape,
  frame: Frame,
): Result<DraftStep> {
  const shape = shapeOfPaths(step.paths);
  const isArea = shape?.type === 'Polygon' || shape?.type === 'MultiPolygon';
  if (!isArea) return fail('draw.not-area');
  if (purpose === 'split') {
    const found = splitPolygon(shape, sketched as GeoJSON.LineString, frame);
    if (!found.ok) return found;
    const [largest, ...rest] = found.value as [Shape, ...Shape[]];
    return ok({ ...step, paths: pathsOfShape(largest), pieces: [...step.pieces, ...rest] });
  }
  const added = pathsOfShape(sketched)[0]!;
  const part = purpose === 'hole' ? partAround(step.paths, added.positions[0]!) : nextPart(step.paths);
  if (part === undefined) return fail('draw.hole-outside');
  const path: Path = { ...added, part, role: purpose === 'hole' ? 'hole' : 'outer' };
  const after = step.paths.findLastIndex((other) => other.part === part);
  return ok({ ...step, paths: step.paths.toSpliced(after < 0 ? step.paths.length : after + 1, 0, path) });
}

/** The part whose outer ring is around a place. */
function partAround(paths: readonly Path[], position: GeoJSON.Position): number | undefined {
  return paths.find(({ role, positions }) => role === 'outer' && isInsideRing(position, positions))?.part;
}

const nextPart = (paths: readonly Path[]) => Math.max(-1, ...paths.map(({ part }) => part)) + 1;
