/** How marks are named and measured in the atlas. */
import type { Hex } from './color.ts';
import type { GlyphName, RingSegmentName } from './glyphs.ts';

export type IconShape = GlyphName | RingSegmentName;

/** A glyph's field of 24 sits in a cell of 32: room for the casing. */
export const CELL_PER_GLYPH = 32 / 24;

export const iconKey = (shape: IconShape, color: Hex) => `${shape} ${color}`;
