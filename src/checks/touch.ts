/** What an edit did to a feature, as far as whoever lies around it must know. */
import type { Box } from '../geo/box.ts';

/** Where a feature was before an edit and is after it; undefined where it was or is not. */
export interface Touch {
  readonly before: Box | undefined;
  readonly after: Box | undefined;
  /** Whether findings that name it read differently now: its name, its unit. */
  readonly renamed: boolean;
  /**
   * Where its border is another one now: the box of the edges that only one of the two has; null where
   * all are the same. Undefined: anywhere.
   */
  readonly changed?: Box | null | undefined;
}

/** The box around a feature before and after, widened; undefined where it was and is nowhere. */
export function unite({ before, after }: Touch, meters: number): Box | undefined {
  const [a, b] = [before ?? after, after ?? before];
  if (!a || !b) return undefined;
  return [
    Math.min(a[0], b[0]) - meters,
    Math.min(a[1], b[1]) - meters,
    Math.max(a[2], b[2]) + meters,
    Math.max(a[3], b[3]) + meters,
  ];
}
