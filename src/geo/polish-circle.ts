/**
 * From a circle that is good to the best one near it, and the proof that no step makes it larger.
 * Newton steps on the distances to the few border points around: exact to the last digits where the
 * search alone would stop at its precision.
 */
import type { Contact, Probe } from './outline-probe.ts';

const POLISHING_STEPS = 8;

export interface InscribedCircle {
  readonly x: number;
  readonly y: number;
  readonly radiusMeters: number;
}

/** A border point that holds the best circle, and its share in holding it: the shares of all add up to 1. */
export interface Support {
  readonly px: number;
  readonly py: number;
  readonly share: number;
}

export interface Polished extends InscribedCircle {
  /** Empty where nothing proves the circle to be locally the largest. */
  readonly supports: readonly Support[];
}

/** From a good place to the best one near it: balances two opposite contacts, then three; keeps only what is better. */
export function polish(probe: Probe, x: number, y: number, distance: number): Polished {
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
export function boundBySupports(supports: readonly Support[], x: number, y: number, half: number): number {
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
