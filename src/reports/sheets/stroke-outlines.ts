/** Lines of a width as shapes to be filled by the non-zero rule: a quad for each stretch, a disc for each joint. Pure. */
import type { Path, Stroke } from './drawing.ts';

const DISC_CORNERS = 12;
/** What is thinner than this has no joints that could be seen. */
const THIN_PIXELS = 1.2;

/** All turn the same way, so that none takes away from another. O(positions × dashes). */
export function outlineStroke(paths: readonly Path[], closed: boolean, { width, dash }: Stroke): Path[] {
  const outlines: Path[] = [];
  for (const path of paths) {
    const whole = closed && path.length > 4 ? [...path, path[0]!, path[1]!] : path;
    for (const piece of dash ? dashesOf(whole, dash) : [whole]) outlinePiece(piece, width, !dash, outlines);
  }
  return outlines;
}

function outlinePiece(path: Path, width: number, capped: boolean, outlines: Path[]): void {
  const half = width / 2;
  for (let i = 0; i + 3 < path.length; i += 2) {
    const [ax, ay, bx, by] = [path[i]!, path[i + 1]!, path[i + 2]!, path[i + 3]!];
    const length = Math.hypot(bx - ax, by - ay);
    if (length === 0) continue;
    const [nx, ny] = [(-(by - ay) / length) * half, ((bx - ax) / length) * half];
    outlines.push([ax + nx, ay + ny, ax - nx, ay - ny, bx - nx, by - ny, bx + nx, by + ny]);
  }
  if (width < THIN_PIXELS) return;
  const from = capped ? 0 : 2;
  const end = capped ? path.length : path.length - 2;
  for (let i = from; i < end; i += 2) outlines.push(disc(path[i]!, path[i + 1]!, half));
}

/** In the direction of the quads. */
export function disc(x: number, y: number, radius: number, corners = DISC_CORNERS): Path {
  return Array.from({ length: corners }, (_, index) => {
    const angle = (2 * Math.PI * index) / corners;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  }).flat();
}

function dashesOf(path: Path, [on, off]: readonly [number, number]): Path[] {
  const dashes: number[][] = [];
  let isOn = true;
  let left = on;
  let dash: number[] = [path[0]!, path[1]!];
  for (let i = 0; i + 3 < path.length; i += 2) {
    let [x, y] = [path[i]!, path[i + 1]!];
    const [bx, by] = [path[i + 2]!, path[i + 3]!];
    for (let rest = Math.hypot(bx - x, by - y); rest > 0; ) {
      const step = Math.min(rest, left);
      x += ((bx - x) / rest) * step;
      y += ((by - y) / rest) * step;
      rest -= step;
      left -= step;
      if (isOn) dash.push(x, y);
      if (left > 0) continue;
      if (isOn) dashes.push(dash);
      isOn = !isOn;
      left = isOn ? on : off;
      dash = [x, y];
    }
  }
  if (isOn && dash.length > 2) dashes.push(dash);
  return dashes;
}
