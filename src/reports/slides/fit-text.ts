/** How large a text may be in its box: office programs shrink a text only once somebody types in it. Estimates, no font is read. */
import { displayWidth } from '../../i18n/display-width.ts';

const POINTS_PER_INCH = 72;
/** A Chinese character is one em wide, a Latin one about half; a little room for bold letters. */
const EM_PER_COLUMN = 0.55;
/** Of 微软雅黑 with a little air: Latin fonts take less. */
const LINE_HEIGHT = 1.35;

/** Lines that a text takes at a size, at least one. */
export function countLines(text: string, points: number, widthInches: number): number {
  const columns = Math.max(1, (widthInches * POINTS_PER_INCH) / points / EM_PER_COLUMN);
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(displayWidth(line) / columns)), 0);
}

export const heightOfLines = (lines: number, points: number) => (lines * points * LINE_HEIGHT) / POINTS_PER_INCH;

/** The largest whole size from `maximum` down at which the text fits its box, never below `minimum`. */
export function fitPoints(
  text: string,
  box: { readonly w: number; readonly h: number },
  maximum: number,
  minimum: number,
): number {
  for (let points = maximum; points > minimum; points--) {
    if (heightOfLines(countLines(text, points, box.w), points) <= box.h) return points;
  }
  return minimum;
}
