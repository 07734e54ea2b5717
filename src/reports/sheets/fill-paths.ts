/**
 * Filled shapes on a picture of bytes, with soft edges: each row of pixels is cut by four scan lines, and along a
 * scan line the share of each pixel is exact. No library draws without a page, a font engine or megabytes of
 * WebAssembly; a map wants shapes alone. Pure arithmetic: the same bytes on every machine.
 */
import type { FillRule, Hex, Ink, Path } from './drawing.ts';

export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of each pixel, row by row. */
  readonly bytes: Uint8Array;
}

/** Scan lines in a row of pixels. */
const LINES = 4;

export function createBitmap(width: number, height: number, paper: Hex): Bitmap {
  const bytes = new Uint8Array(3 * width * height);
  const color = channels(paper);
  for (let i = 0; i < bytes.length; i++) bytes[i] = color[i % 3]!;
  return { width, height, bytes };
}

/** Paths are closed; what lies outside of the bitmap is left out. O(positions + crossed rows × crossings). */
export function fillPaths(bitmap: Bitmap, paths: readonly Path[], ink: Ink, rule: FillRule): void {
  const { width, height } = bitmap;
  const [top, bottom] = rowsOf(paths, height);
  if (top >= bottom) return;
  const crossings = findCrossings(paths, top * LINES, bottom * LINES);
  const coverage = new Float32Array(width);
  const color = channels(ink.color);
  for (let y = top; y < bottom; y++) {
    let from = width;
    let to = 0;
    for (let line = (y - top) * LINES; line < (y - top + 1) * LINES; line++) {
      const row = crossings[line];
      if (!row) continue;
      row.sort((a, b) => a.x - b.x);
      let winding = 0;
      for (let i = 0; i + 1 < row.length; i++) {
        winding += row[i]!.turn;
        if (rule === 'evenodd' ? (i & 1) === 1 : winding === 0) continue;
        const left = Math.max(row[i]!.x, 0);
        const right = Math.min(row[i + 1]!.x, width);
        if (right <= left) continue;
        addSpan(coverage, left, right);
        from = Math.min(from, Math.floor(left));
        to = Math.max(to, Math.ceil(right));
      }
    }
    if (from >= to) continue;
    blend(bitmap, y, from, to, coverage, color, ink.opacity);
    coverage.fill(0, from, to);
  }
}

/** Rows of pixels that the paths reach: first, and one past the last. */
function rowsOf(paths: readonly Path[], height: number): [top: number, bottom: number] {
  let top = height;
  let bottom = 0;
  for (const path of paths) {
    for (let i = 1; i < path.length; i += 2) {
      top = Math.min(top, path[i]!);
      bottom = Math.max(bottom, path[i]!);
    }
  }
  return [Math.max(Math.floor(top), 0), Math.min(Math.ceil(bottom), height)];
}

interface Crossing {
  readonly x: number;
  readonly turn: 1 | -1;
}

/** By scan line, counted from `firstLine`. */
function findCrossings(paths: readonly Path[], firstLine: number, endLine: number): (Crossing[] | undefined)[] {
  const crossings: (Crossing[] | undefined)[] = new Array(endLine - firstLine);
  for (const path of paths) {
    for (let i = 0; i < path.length; i += 2) {
      const next = i + 2 < path.length ? i + 2 : 0;
      const [ax, ay, bx, by] = [path[i]!, path[i + 1]! * LINES, path[next]!, path[next + 1]! * LINES];
      // A scan line lies half way into its share of the row: an edge owns its upper end, not its lower one.
      const first = Math.max(Math.ceil(Math.min(ay, by) - 0.5), firstLine);
      const end = Math.min(Math.ceil(Math.max(ay, by) - 0.5), endLine);
      for (let line = first; line < end; line++) {
        const x = ax + ((line + 0.5 - ay) / (by - ay)) * (bx - ax);
        const crossing: Crossing = { x, turn: by > ay ? 1 : -1 };
        const row = crossings[line - firstLine];
        if (row) row.push(crossing);
        else crossings[line - firstLine] = [crossing];
      }
    }
  }
  return crossings;
}

function addSpan(coverage: Float32Array, left: number, right: number): void {
  const first = Math.floor(left);
  const last = Math.ceil(right) - 1;
  if (first === last) {
    coverage[first]! += right - left;
    return;
  }
  coverage[first]! += first + 1 - left;
  for (let x = first + 1; x < last; x++) coverage[x]! += 1;
  coverage[last]! += right - last;
}

function blend(
  { width, bytes }: Bitmap,
  y: number,
  from: number,
  to: number,
  coverage: Float32Array,
  color: readonly number[],
  opacity: number,
): void {
  for (let x = from; x < to; x++) {
    const share = (Math.min(coverage[x]!, LINES) / LINES) * opacity;
    if (share === 0) continue;
    const at = 3 * (y * width + x);
    for (let channel = 0; channel < 3; channel++) {
      const before = bytes[at + channel]!;
      bytes[at + channel] = Math.round(before + (color[channel]! - before) * share);
    }
  }
}

function channels(hex: Hex): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
