/** How far a piece of ground runs along the zones that have a part in it. */
import type { MetricPolygons } from '../../geo/geos-wkb.ts';
import { isNearBorder } from '../../geo/point-in-polygon.ts';
import type { ZoneSet } from '../zone-set.ts';
import type { ConflictRule } from './settle-types.ts';

/** Snapping moves the ends of an edge by up to 0.71 mm each. */
const SAME_EDGE_METERS = 0.002;

export interface BorderEdge {
  readonly middle: readonly [x: number, y: number];
  readonly meters: number;
  /** For each party, whether its border runs here. */
  readonly along: readonly boolean[];
}

/** Edge by edge, by the middle of each. */
export function bordersOf(zones: ZoneSet, ground: MetricPolygons, parties: readonly number[]): BorderEdge[] {
  const edges: BorderEdge[] = [];
  for (const ring of ground.flat()) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [x, y] = [(ring[i]! + ring[i + 2]!) / 2, (ring[i + 1]! + ring[i + 3]!) / 2];
      const along = parties.map((zone) => isNearBorder(zones.layer, zones.bands, zone, x, y, SAME_EDGE_METERS));
      edges.push({ middle: [x, y], meters: Math.hypot(ring[i + 2]! - ring[i]!, ring[i + 3]! - ring[i + 1]!), along });
    }
  }
  return edges;
}

/**
 * Whose own ground lies beyond an edge. Of an overlap of two zones that is the other one than the one
 * whose border runs here; where both do, nobody's. Of a gap or an escape it is the zone along it.
 */
export function bordersOn({ along }: BorderEdge, party: number, rule: ConflictRule): boolean {
  return rule === 'zone-overlap' ? !along[party] && along[1 - party] === true : along[party] === true;
}

export function borderMeters(edges: readonly BorderEdge[], party: number, rule: ConflictRule): number {
  return edges.reduce((sum, edge) => (bordersOn(edge, party, rule) ? sum + edge.meters : sum), 0);
}
