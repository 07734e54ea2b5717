/** What a tool made is taken in hand; where it failed, or nothing is left, that is said. */
import type { Problem, Result } from '../../core/result.ts';
import type { Shape } from '../../draw/shape-paths.ts';

export function takeOrSay(
  made: Result<Shape | undefined>,
  take: (shape: Shape) => void,
  say: (found: Problem) => void,
  nothing: Problem = { code: 'draw.nothing-left', params: {} },
): void {
  if (!made.ok) say(made.problem);
  else if (made.value) take(made.value);
  else say(nothing);
}
