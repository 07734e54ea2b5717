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
/** A place is polished again where it is better than the best one by this share of it. */
const WORTH_POLISHING = 0.02;
const POLISHING_STEPS = 8;
/** Segments that are looked at for what may hold the circle. */
const MAX_CONTACTS = 8;

/** Polygons by the segments of their rings: ax, ay, bx, by. */
interface Outline {
  readonly segments: Float64Array;
  readonly box: readonly [minX: number, minY: number, maxX: number, maxY: number];
  /** The box's shorter side: no circle inside is wider. */
  readonly width: number;
  /** From the outline's own axes to the frame's. */
  turnBack(x: number, y: number): [number, number];
}

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

/**
 * The outline turned so that its long side lies along x: a sliver that runs askew would else have a
 * box, and cells to look at, mostly outside of it.
 */
function outlineOf(rings: readonly Float64Array[]): Outline {
  const [originX, originY] = [rings[0]![0]!, rings[0]![1]!];
  const { cos, sin } = mainDirection(rings[0]!);
  const count = rings.reduce((sum, ring) => sum + ring.length / 2 - 1, 0);
  const segments = new Float64Array(4 * count);
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  let at = 0;
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      for (let k = i; k <= i + 2; k += 2) {
        const dx = ring[k]! - originX;
        const dy = ring[k + 1]! - originY;
        segments[at++] = dx * cos + dy * sin;
        segments[at++] = dy * cos - dx * sin;
      }
      minX = Math.min(minX, segments[at - 2]!);
      maxX = Math.max(maxX, segments[at - 2]!);
      minY = Math.min(minY, segments[at - 1]!);
      maxY = Math.max(maxY, segments[at - 1]!);
    }
  }
  const turnBack = (x: number, y: number): [number, number] => [
    originX + x * cos - y * sin,
    originY + x * sin + y * cos,
  ];
  return { segments, box: [minX, minY, maxX, maxY], width: Math.min(maxX - minX, maxY - minY), turnBack };
}

/** The direction in which the ring's edges, weighted by their length, run most: the first axis of their second moments. */
function mainDirection(ring: Float64Array): { cos: number; sin: number } {
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const dx = ring[i + 2]! - ring[i]!;
    const dy = ring[i + 3]! - ring[i + 1]!;
    const length = Math.hypot(dx, dy) || 1;
    xx += (dx * dx) / length;
    xy += (dx * dy) / length;
    yy += (dy * dy) / length;
  }
  const angle = xy === 0 && xx >= yy ? 0 : 0.5 * Math.atan2(2 * xy, xx - yy);
  return { cos: Math.cos(angle), sin: Math.sin(angle) };
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
  /** The border point. */
  readonly px: number;
  readonly py: number;
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
    const length = Math.sqrt(dx * dx + dy * dy);
    const along = ((placeX - ax) * dx + (placeY - ay) * dy) / length;
    // How far the square reaches from its centre, along the segment as across it.
    const reach = (half * (Math.abs(dx) + Math.abs(dy))) / length;
    if (along >= reach && along + reach <= length && reach <= distance) return 0;
    return (half * half) / distance;
  }

  function contacts(): Contact[] {
    const found: Contact[] = [];
    for (const i of nearestSegments()) {
      const distance = Math.sqrt(distances[i]!);
      if (distance === 0) continue;
      const [px, py] = [footX[i]!, footY[i]!];
      const contact = { px, py, distance, ux: (placeX - px) / distance, uy: (placeY - py) / distance };
      // Two segments that meet in the nearest corner are one contact.
      if (found.every((other) => other.ux * contact.ux + other.uy * contact.uy < 0.9999)) found.push(contact);
    }
    return found;
  }

  /** The few nearest, sorted by distance, then by their order. */
  function nearestSegments(): number[] {
    const chosen: number[] = [];
    for (let i = 0; i < count; i++) {
      const distance = distances[i]!;
      if (chosen.length === MAX_CONTACTS && distance >= distances[chosen[MAX_CONTACTS - 1]!]!) continue;
      let at = chosen.length < MAX_CONTACTS ? chosen.length : MAX_CONTACTS - 1;
      while (at > 0 && distances[chosen[at - 1]!]! > distance) {
        chosen[at] = chosen[at - 1]!;
        at--;
      }
      chosen[at] = i;
    }
    return chosen;
  }

  return { measure, boundAround, contacts };
}

/** A border point that holds the best circle, and its share in holding it: the shares of all add up to 1. */
interface Support {
  readonly px: number;
  readonly py: number;
  readonly share: number;
}

interface Polished extends InscribedCircle {
  /** Empty where nothing proves the circle to be locally the largest. */
  readonly supports: readonly Support[];
}

/** From a good place to the best one near it: balances two opposite contacts, then three; keeps only what is better. */
function polish(probe: Probe, x: number, y: number, distance: number): Polished {
  let best = { x, y, radiusMeters: distance };
  let contacts: Contact[] = [];
  for (let step = 0; step < POLISHING_STEPS; step++) {
    probe.measure(best.x, best.y);
    contacts = probe.contacts();
    const from = best;
    for (const [dx, dy] of movesOf(contacts)) {
      const radiusMeters = probe.measure(from.x + dx, from.y + dy);
      if (radiusMeters > best.radiusMeters + 1e-12) best = { x: from.x + dx, y: from.y + dy, radiusMeters };
    }
    if (best === from) break;
  }
  return { ...best, supports: supportsOf(contacts) };
}

/**
 * Two contacts that face each other, or three around the centre, with shares such that their
 * directions cancel: a step away from all of them at once does not exist.
 */
function supportsOf(contacts: readonly Contact[]): Support[] {
  const [first] = contacts;
  if (!first) return [];
  const held = contacts.filter((contact) => contact.distance <= first.distance * (1 + 1e-6) + 1e-6);
  const support = ({ px, py }: Contact, share: number): Support => ({ px, py, share });
  for (const [i, a] of held.entries()) {
    for (const [j, b] of held.entries()) {
      if (j <= i) continue;
      if (a.ux * b.ux + a.uy * b.uy < -1 + 1e-9) return [support(a, 0.5), support(b, 0.5)];
      for (const c of held.slice(j + 1)) {
        const [p, q, r] = [cross(b, c), cross(c, a), cross(a, b)];
        const sum = p + q + r;
        if (sum !== 0 && p / sum >= 0 && q / sum >= 0 && r / sum >= 0) {
          return [support(a, p / sum), support(b, q / sum), support(c, r / sum)];
        }
      }
    }
  }
  return [];
}

function cross(a: Contact, b: Contact): number {
  return a.ux * b.uy - a.uy * b.ux;
}

/**
 * No place of the square is farther from the border than from any mix of the supports, and near the
 * best circle their directions cancel: what is left falls with the square of the cell's size, which
 * ends the search there levels earlier. Costs three distances instead of one per segment.
 */
function boundBySupports(supports: readonly Support[], x: number, y: number, half: number): number {
  if (supports.length === 0) return Infinity;
  let bound = 0;
  let slopeX = 0;
  let slopeY = 0;
  for (const { px, py, share } of supports) {
    // Math.hypot guards against overflow that cannot happen here and costs ten times as much.
    const distance = Math.sqrt((x - px) ** 2 + (y - py) ** 2);
    if (distance === 0) return Infinity;
    bound += share * (distance + (half * half) / distance);
    slopeX += (share * (x - px)) / distance;
    slopeY += (share * (y - py)) / distance;
  }
  return bound + half * (Math.abs(slopeX) + Math.abs(slopeY));
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
