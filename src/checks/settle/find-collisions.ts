/** Whose ground a zone would share that takes in more: a fix may settle one conflict and make another. */

import { boxOfPolygons } from '../../geo/box.ts';
import type { Geos } from '../../geo/geos.ts';
import type { MetricPolygons } from '../../geo/geos-wkb.ts';
import { isTouching, measurePieces } from '../../geo/overlay.ts';
import { polygonsOf } from '../../geo/packed-polygons.ts';
import { nameOf, ownerOf } from '../check-input.ts';
import { mayNotShareGround } from '../zone-overlap.ts';
import type { ZoneSet } from '../zone-set.ts';
import type { Collision } from './settle-types.ts';

/** The largest first; what only touches is none. `ground`: what `zone` takes in. */
export function findCollisions(geos: Geos, zones: ZoneSet, zone: number, ground: MetricPolygons): Collision[] {
  const around: number[] = [];
  zones.index.some(...boxOfPolygons(ground), (other) => {
    if (other !== zone && mayNotShareGround(zones, zone, other)) around.push(other);
    return false;
  });
  const collisions = around.flatMap((other): Collision[] => {
    const shared = geos.intersection(ground, polygonsOf(zones.layer, other));
    if (!shared.ok) return [];
    const measures = measurePieces(shared.value);
    if (isTouching(measures)) return [];
    const ref = zones.refs[other]!;
    const owner = ownerOf(ref);
    const { areaSquareMeters } = measures;
    return [{ zone: zones.subjects[other]!, name: nameOf(ref), ...(owner ? { owner } : {}), areaSquareMeters }];
  });
  return collisions.sort((a, b) => b.areaSquareMeters - a.areaSquareMeters);
}
