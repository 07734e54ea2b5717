/**
 * An outline as the search for its largest inscribed circle asks of it: how far a place is from the
 * border, how far the places around it can be, and what border points would hold a circle there.
 */
import type { MetricPolygons } from './geos-wkb.ts';

/** Segments that are looked at for what may hold the circle. */
const MAX_CONTACTS = 8;

/** Polygons by the segments of their rings: ax, ay, bx, by. */
export interface Outline {
  readonly segments: Float64Array;
  readonly box: readonly [minX: number, minY: number, maxX: number, maxY: number];
  /** The box's shorter side: no circle inside is wider. */
  readonly width: number;
  /** From the outline's own axes to the frame's. */
  turnBack(x: number, y: number): [number, number];
}

/**
 * The outline turned so that its long side lies along x: a sliver that runs askew would else have a
 * box, and cells to look at, mostly outside of it.
 */
export function outlineOf(rings: MetricPolygons[number]): Outline {
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

/** What lies nearest to a point, and nearest on its far side. */
export interface Probe {
  /** Signed distance to the border, negative outside. */
  measure(x: number, y: number): number;
  /** Of the point measured last: the largest distance that a point of the square around it can have. */
  boundAround(half: number): number;
  /** Of the point measured last: border points that may hold the circle, nearest first, as px, py, distance. */
  contacts(): Contact[];
}

export interface Contact {
  /** The border point. */
  readonly px: number;
  readonly py: number;
  readonly distance: number;
  /** Unit vector from the border point to the place. */
  readonly ux: number;
  readonly uy: number;
}

export function createProbe({ segments }: Outline): Probe {
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
