/**
 * The largest circle inside polygons: its diameter is a piece's greatest width, its centre a good
 * place for a pin. Branch and bound over square cells, as in polylabel, but with a bound that knows
 * two borders at once: in a sliver of even width every cell of the centre line is as good as every
 * other, and a bound by one distance alone would split all of them down to the precision.
 */
import type { MetricPolygons } from './geos-wkb.ts';

export interface InscribedCircle {
  readonly x: number;
  readonly y: number;
  readonly radiusMeters: number;
}

/** The search stops this near to the optimum; the polishing that follows usually finds it to the last digits. */
const PRECISION_METERS = 0.0005;
/** Against endless search on shapes nobody draws; reached by none of the tested ones. */
const MAX_CELLS = 50_000;

/** Polygons by the segments of their rings: ax, ay, bx, by. */
interface Outline {
  readonly segments: Float64Array;
  readonly box: readonly [minX: number, minY: number, maxX: number, maxY: number];
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  /** No point of the cell is farther from the border than this. */
  readonly bound: number;
}

/**
 * The largest inscribed circle of all parts; undefined where there is none, or where its radius is
 * certain to be below `minRadiusMeters` (the search ends as soon as that is known). Rings are closed.
 */
export function findInscribedCircle(polygons: MetricPolygons, minRadiusMeters = 0): InscribedCircle | undefined {
  let best: InscribedCircle | undefined;
  for (const rings of polygons) {
    const outline = outlineOf(rings);
    const reach = Math.min(outline.box[2] - outline.box[0], outline.box[3] - outline.box[1]) / 2;
    if (reach < minRadiusMeters || reach <= (best?.radiusMeters ?? 0)) continue;
    const circle = searchOutline(outline, Math.max(minRadiusMeters - PRECISION_METERS, best?.radiusMeters ?? 0));
    if (circle && circle.radiusMeters > (best?.radiusMeters ?? 0)) best = circle;
  }
  return best && best.radiusMeters >= minRadiusMeters ? best : undefined;
}

function outlineOf(rings: readonly Float64Array[]): Outline {
  const count = rings.reduce((sum, ring) => sum + ring.length / 2 - 1, 0);
  const segments = new Float64Array(4 * count);
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  let at = 0;
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2, at += 4) {
      segments.set(ring.subarray(i, i + 4), at);
      box[0] = Math.min(box[0], ring[i]!);
      box[1] = Math.min(box[1], ring[i + 1]!);
      box[2] = Math.max(box[2], ring[i]!);
      box[3] = Math.max(box[3], ring[i + 1]!);
    }
  }
  return { segments, box };
}

/** The best circle with a radius above `floor`, within the precision. */
function searchOutline(outline: Outline, floor: number): InscribedCircle | undefined {
  const { box } = outline;
  const probe = createProbe(outline);
  let best = { x: 0, y: 0, radiusMeters: floor };
  let found = false;
  const consider = (x: number, y: number, half: number): Cell => {
    const distance = probe.measure(x, y);
    if (distance > best.radiusMeters) {
      best = polish(probe, x, y, distance);
      found = true;
    }
    return { x, y, half, bound: probe.boundAround(half) };
  };
  const queue = new CellQueue();
  const offer = (cell: Cell) => {
    if (cell.bound > best.radiusMeters + PRECISION_METERS) queue.push(cell);
  };
  const half = Math.min(box[2] - box[0], box[3] - box[1]) / 2;
  for (let x = box[0] + half; x < box[2] + half; x += 2 * half) {
    for (let y = box[1] + half; y < box[3] + half; y += 2 * half) offer(consider(x, y, half));
  }
  for (let cells = 0; cells < MAX_CELLS; cells++) {
    const cell = queue.pop();
    if (!cell || cell.bound <= best.radiusMeters + PRECISION_METERS) break;
    const quarter = cell.half / 2;
    offer(consider(cell.x - quarter, cell.y - quarter, quarter));
    offer(consider(cell.x + quarter, cell.y - quarter, quarter));
    offer(consider(cell.x - quarter, cell.y + quarter, quarter));
    offer(consider(cell.x + quarter, cell.y + quarter, quarter));
  }
  return found ? best : undefined;
}

/** What lies nearest to a point, and nearest on its far side. */
interface Probe {
  /** Signed distance to the border, negative outside. */
  measure(x: number, y: number): number;
  /** Of the point measured last: the largest distance that a point of the square around it can have. */
  boundAround(half: number): number;
  /** Of the point measured last: border points that may hold the circle, nearest first, as px, py, distance. */
  contacts(): Contact[];
}

interface Contact {
  readonly distance: number;
  /** Unit vector from the border point to the place. */
  readonly ux: number;
  readonly uy: number;
}

function createProbe({ segments }: Outline): Probe {
  const count = segments.length / 4;
  const footX = new Float64Array(count);
  const footY = new Float64Array(count);
  const distances = new Float64Array(count);
  let placeX = 0;
  let placeY = 0;
  let signed = 0;
  let nearest = 0;

  function measure(x: number, y: number): number {
    placeX = x;
    placeY = y;
    let inside = false;
    let best = Infinity;
    for (let i = 0; i < count; i++) {
      const ax = segments[4 * i]!;
      const ay = segments[4 * i + 1]!;
      const dx = segments[4 * i + 2]! - ax;
      const dy = segments[4 * i + 3]! - ay;
      if (ay > y !== ay + dy > y && x < (dx * (y - ay)) / dy + ax) inside = !inside;
      const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      footX[i] = ax + t * dx;
      footY[i] = ay + t * dy;
      const squared = (x - footX[i]!) ** 2 + (y - footY[i]!) ** 2;
      distances[i] = squared;
      if (squared < best) {
        best = squared;
        nearest = i;
      }
    }
    signed = inside ? Math.sqrt(best) : -Math.sqrt(best);
    return signed;
  }

  /**
   * For any border point p at distance d from the centre in direction u, a place c + v of the cell
   * is no farther from p than d + u·v + v²/2d. One p gives the usual bound. Two of them on opposite
   * sides, averaged, nearly cancel u: what is left is half the local width.
   */
  function boundAround(half: number): number {
    const simple = signed + half * Math.SQRT2;
    if (signed <= 0 || count < 2) return simple;
    const ux = (placeX - footX[nearest]!) / signed;
    const uy = (placeY - footY[nearest]!) / signed;
    let bound = simple;
    for (let i = 0; i < count; i++) {
      if (i === nearest) continue;
      const distance = Math.sqrt(distances[i]!);
      if ((signed + distance) / 2 >= bound) continue;
      const wx = (placeX - footX[i]!) / distance;
      const wy = (placeY - footY[i]!) / distance;
      if (ux * wx + uy * wy > -0.5) continue;
      const slope = half * (Math.abs(ux + wx) + Math.abs(uy + wy)) * 0.5;
      const bend = 0.5 * (bendOf(nearest, half, signed) + bendOf(i, half, distance));
      bound = Math.min(bound, (signed + distance) / 2 + slope + bend);
    }
    return bound;
  }

  /** v²/2d for the farthest corner of the cell, or nothing where the whole cell faces the inside of the segment: then the distance is a plane. */
  function bendOf(i: number, half: number, distance: number): number {
    const ax = segments[4 * i]!;
    const ay = segments[4 * i + 1]!;
    const dx = segments[4 * i + 2]! - ax;
    const dy = segments[4 * i + 3]! - ay;
    const length = Math.hypot(dx, dy);
    const along = ((placeX - ax) * dx + (placeY - ay) * dy) / length;
    // How far the square reaches from its centre, along the segment as across it.
    const reach = (half * (Math.abs(dx) + Math.abs(dy))) / length;
    if (along >= reach && along + reach <= length && reach <= distance) return 0;
    return (half * half) / distance;
  }

  function contacts(): Contact[] {
    const order = Array.from(distances.keys()).sort((p, q) => distances[p]! - distances[q]! || p - q);
    const found: Contact[] = [];
    for (const i of order) {
      const distance = Math.sqrt(distances[i]!);
      if (distance === 0) continue;
      const contact = { distance, ux: (placeX - footX[i]!) / distance, uy: (placeY - footY[i]!) / distance };
      // Two segments that meet in the nearest corner are one contact.
      if (found.every((other) => other.ux * contact.ux + other.uy * contact.uy < 0.9999)) found.push(contact);
      if (found.length === 6) break;
    }
    return found;
  }

  return { measure, boundAround, contacts };
}

/** From a good place to the best one near it: balances two opposite contacts, then three; keeps only what is better. */
function polish(probe: Probe, x: number, y: number, distance: number): { x: number; y: number; radiusMeters: number } {
  let best = { x, y, radiusMeters: distance };
  for (let step = 0; step < 12; step++) {
    probe.measure(best.x, best.y);
    const contacts = probe.contacts();
    let improved = false;
    for (const move of movesOf(contacts)) {
      const radiusMeters = probe.measure(best.x + move[0], best.y + move[1]);
      if (radiusMeters > best.radiusMeters + 1e-12) {
        best = { x: best.x + move[0], y: best.y + move[1], radiusMeters };
        improved = true;
        break;
      }
    }
    if (!improved) break;
  }
  // The bound of the cell is asked of the place that was measured last.
  probe.measure(x, y);
  return best;
}

/** Steps after which the nearest contacts would be equally far, to first order. */
function movesOf(contacts: readonly Contact[]): [number, number][] {
  const first = contacts[0];
  if (!first) return [];
  const moves: [number, number][] = [];
  for (let i = 1; i < contacts.length; i++) {
    for (let j = i + 1; j < contacts.length; j++) {
      const move = balanceThree(first, contacts[i]!, contacts[j]!);
      if (move) moves.push(move);
    }
  }
  for (let i = 1; i < contacts.length; i++) {
    const other = contacts[i]!;
    const facing = 1 - (first.ux * other.ux + first.uy * other.uy);
    const way = (other.distance - first.distance) / facing;
    moves.push([first.ux * way, first.uy * way]);
  }
  return moves;
}

/** Solves dᵢ + uᵢ·v = r for the step v and the new radius r; undefined where the three do not hold a circle. */
function balanceThree(a: Contact, b: Contact, c: Contact): [number, number] | undefined {
  const [px, py, p] = [a.ux - b.ux, a.uy - b.uy, b.distance - a.distance];
  const [qx, qy, q] = [a.ux - c.ux, a.uy - c.uy, c.distance - a.distance];
  const determinant = px * qy - py * qx;
  if (Math.abs(determinant) < 1e-9) return undefined;
  const move: [number, number] = [(p * qy - py * q) / determinant, (px * q - p * qx) / determinant];
  return Math.hypot(move[0], move[1]) > 2 * Math.max(a.distance, b.distance, c.distance) ? undefined : move;
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
