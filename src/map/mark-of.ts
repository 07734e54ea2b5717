/** The mark of a class where it is a point: its own glyph, else a dot in the colour of its edge. */
import type { ClassStyle } from './symbology.ts';

const DOT_SIZE = 11;
export type Mark = NonNullable<ClassStyle['mark']>;

export function markOf({ mark, edge, line }: ClassStyle): Mark | undefined {
  const stroke = edge ?? line;
  return mark ?? (stroke && { glyph: 'circle', color: stroke.color, size: DOT_SIZE });
}
