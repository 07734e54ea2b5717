/** Why a shape cannot stay as it is drawn: what the checks would have to repair is refused before it is saved. Pure. */
import { type Problem, problem } from '../core/result.ts';
import { findCrossing, isInsideRing, ringsMeet } from './ring-crossing.ts';
import { isClosed, type Path } from './shape-paths.ts';

/**
 * Looks at the paths that changed against all others; `changed` undefined looks at all. Lines may cross
 * themselves. O(n log n) in the changed paths, and their edges × those of the other rings whose box they meet.
 */
export function findShapeFault(paths: readonly Path[], changed?: ReadonlySet<number>): Problem | undefined {
  for (const [index, path] of paths.entries()) {
    if (!isClosed(path) || (changed && !changed.has(index))) continue;
    if (path.positions.length < 3) return problem('draw.three-vertices');
    if (findCrossing(path.positions, true)) return problem('draw.self-crossing');
    const fault = faultWithOthers(paths, index);
    if (fault) return fault;
  }
  return undefined;
}

function faultWithOthers(paths: readonly Path[], index: number): Problem | undefined {
  const own = paths[index]!;
  for (const [other, path] of paths.entries()) {
    if (other === index || !isClosed(path)) continue;
    const isSamePart = path.part === own.part;
    const code = isSamePart ? 'draw.hole-outside' : 'draw.parts-meet';
    if (boxesMeet(own.positions, path.positions) && ringsMeet(own.positions, path.positions)) return problem(code);
    if (isSamePart ? !fitsInPart(own, path) : liesIn(paths, own, path.part) || liesIn(paths, path, own.part)) {
      return problem(code);
    }
  }
  return undefined;
}

/** A hole inside its outer ring, holes beside each other. The rings do not meet. */
function fitsInPart(own: Path, other: Path): boolean {
  const inOther = isInsideRing(own.positions[0]!, other.positions);
  const holdsOther = isInsideRing(other.positions[0]!, own.positions);
  if (own.role === 'outer') return holdsOther;
  return other.role === 'outer' ? inOther : !inOther && !holdsOther;
}

/** Whether an outer ring lies on the ground of a part: inside, and in none of its holes. */
function liesIn(paths: readonly Path[], ring: Path, part: number): boolean {
  if (ring.role !== 'outer') return false;
  const rings = paths.filter((path) => path.part === part && isInsideRing(ring.positions[0]!, path.positions));
  return rings.some(({ role }) => role === 'outer') && rings.every(({ role }) => role === 'outer');
}

function boxesMeet(a: readonly GeoJSON.Position[], b: readonly GeoJSON.Position[]): boolean {
  return [0, 1].every((axis) => {
    const [aLow, aHigh] = rangeOf(a, axis);
    const [bLow, bHigh] = rangeOf(b, axis);
    return aLow <= bHigh && bLow <= aHigh;
  });
}

function rangeOf(positions: readonly GeoJSON.Position[], axis: number): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const position of positions) {
    low = Math.min(low, position[axis]!);
    high = Math.max(high, position[axis]!);
  }
  return [low, high];
}
