/**
 * The largest circle inside polygons: its diameter is a piece's greatest width, its centre a good
 * place for a pin. Branch and bound over square cells, as in polylabel, but with a bound that knows
 * two borders at once: in a sliver of even width every cell of the centre line is as good as every
 * other, and a bound by one distance alone would split all of them down to the precision.
 */
import type { MetricPolygons } from './geos-wkb.ts';
import { createProbe, type Outline, outlineOf } from './outline-probe.ts';
import { boundBySupports, type InscribedCircle, type Polished, polish } from './polish-circle.ts';

/** The search stops this near to the optimum; the polishing that follows usually finds it to the last digits. */
const PRECISION_METERS = 0.0005;
/** Against endless search on shapes nobody draws; reached by none of the tested ones. */
const MAX_CELLS = 50_000;
/** A place is polished again where it is better than the best one by this share of it. */
const WORTH_POLISHING = 0.02;

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  /** No point of the cell is farther from the border than this. */
  readonly bound: number;
}

/** A radius that misses the one asked for by less has missed it by rounding. */
const ROUNDING_METERS = 5e-7;

/**
 * The largest inscribed circle of all parts; undefined where there is none, or where its radius is
 * certain to be below `minRadiusMeters` (the search ends as soon as that is known). Rings are closed.
 */
export function findInscribedCircle(polygons: MetricPolygons, minRadiusMeters = 0): InscribedCircle | undefined {
  const leastMeters = Math.max(0, minRadiusMeters - ROUNDING_METERS);
  let best: InscribedCircle | undefined;
  for (const rings of polygons) {
    const outline = outlineOf(rings);
    const floor = Math.max(best?.radiusMeters ?? 0, leastMeters - PRECISION_METERS);
    if (outline.width / 2 <= floor) continue;
    const circle = searchOutline(outline, Math.max(0, floor));
    if (circle && circle.radiusMeters > (best?.radiusMeters ?? 0)) best = circle;
  }
  return best && best.radiusMeters >= leastMeters ? best : undefined;
}

/** The best circle with a radius above `floor`, within the precision. */
function searchOutline(outline: Outline, floor: number): InscribedCircle | undefined {
  const { box } = outline;
  const probe = createProbe(outline);
  const queue = new CellQueue();
  let best: Polished = { x: 0, y: 0, radiusMeters: floor, supports: [] };
  let found = false;
  const consider = (x: number, y: number, half: number) => {
    if (boundBySupports(best.supports, x, y, half) <= best.radiusMeters + PRECISION_METERS) return;
    const distance = probe.measure(x, y);
    const bound = probe.boundAround(half);
    if (distance > best.radiusMeters) {
      const isWorthIt = !found || distance > best.radiusMeters * (1 + WORTH_POLISHING);
      best = isWorthIt ? polish(probe, x, y, distance) : { x, y, radiusMeters: distance, supports: best.supports };
      found = true;
    }
    if (bound > best.radiusMeters + PRECISION_METERS) queue.push({ x, y, half, bound });
  };
  const half = outline.width / 2;
  for (let x = box[0] + half; x < box[2] + half; x += 2 * half) {
    for (let y = box[1] + half; y < box[3] + half; y += 2 * half) consider(x, y, half);
  }
  for (let cells = 0; cells < MAX_CELLS; cells++) {
    const cell = queue.pop();
    if (!cell || cell.bound <= best.radiusMeters + PRECISION_METERS) break;
    const quarter = cell.half / 2;
    consider(cell.x - quarter, cell.y - quarter, quarter);
    consider(cell.x + quarter, cell.y - quarter, quarter);
    consider(cell.x - quarter, cell.y + quarter, quarter);
    consider(cell.x + quarter, cell.y + quarter, quarter);
  }
  if (!found) return undefined;
  const polished = polish(probe, best.x, best.y, best.radiusMeters);
  const [x, y] = outline.turnBack(polished.x, polished.y);
  return { x, y, radiusMeters: polished.radiusMeters };
}

/** Cells by their bound, largest first: a binary heap. */
class CellQueue {
  #cells: Cell[] = [];

  push(cell: Cell): void {
    const cells = this.#cells;
    let at = cells.length;
    cells.push(cell);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (cells[parent]!.bound >= cell.bound) break;
      cells[at] = cells[parent]!;
      at = parent;
    }
    cells[at] = cell;
  }

  pop(): Cell | undefined {
    const cells = this.#cells;
    const first = cells[0];
    const last = cells.pop();
    if (!last || cells.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= cells.length) break;
      if (child + 1 < cells.length && cells[child + 1]!.bound > cells[child]!.bound) child++;
      if (cells[child]!.bound <= last.bound) break;
      cells[at] = cells[child]!;
      at = child;
    }
    cells[at] = last;
    return first;
  }
}
