/** Faults around a point where three grids meet: all claim it, or none does. */
import { grown, isDoubly, isGrid, type Planting, pairKey, plantEscape, subjectOf, zoneAt } from './fault-planting.ts';
import { add, type Box, boxesMeet, boxOf, direction, distance, type Point, roundPoint, signedArea } from './plane.ts';
import { type Arc, OUTSIDE } from './zone-arcs.ts';
import type { PlannedZone } from './zone-records.ts';

/** A junction of three grids with its three arcs, each seen outwards from the junction. */
interface Junction {
  readonly at: Point;
  /** Counter-clockwise; `zone` is the grid between this spoke and the next. */
  readonly spokes: readonly { arc: Arc; points: Point[]; isFromStart: boolean; zone: PlannedZone; leaf: number }[];
}

function findJunction(planting: Planting, reach: number, fits: (zones: readonly PlannedZone[]) => boolean): Junction {
  const { arcs, random, usedArcs, usedGround } = planting;
  const byVertex = new Map<number, { arc: Arc; isFromStart: boolean }[]>();
  for (const arc of arcs) {
    for (const isFromStart of [true, false]) {
      const vertex = isFromStart ? arc.start : arc.end;
      byVertex.set(vertex, [...(byVertex.get(vertex) ?? []), { arc, isFromStart }]);
    }
  }
  const vertices = [...byVertex.keys()];
  const offset = random.integer(0, vertices.length - 1);
  for (let step = 0; step < vertices.length; step++) {
    const ends = byVertex.get(vertices[(offset + step * 11) % vertices.length]!)!;
    if (
      ends.length !== 3 ||
      ends.some(({ arc }) => usedArcs.has(arc.id) || arc.left === OUTSIDE || arc.right === OUTSIDE)
    )
      continue;
    const spokes = ends
      .map(({ arc, isFromStart }) => {
        const points = isFromStart ? arc.points : arc.points.toReversed();
        const leaf = isFromStart ? arc.left : arc.right;
        return { arc, points, isFromStart, leaf, zone: zoneAt(planting, leaf) };
      })
      .sort((a, b) => angleOf(a.points) - angleOf(b.points));
    const zones = spokes.map(({ zone }) => zone);
    if (!zones.every(isGrid) || new Set(zones).size !== 3 || !fits(zones)) continue;
    if (spokes.some(({ points }) => distance(points[0]!, points[1]!) < reach + 40)) continue;
    if (gaps(spokes.map(({ points }) => angleOf(points))).some((gap) => gap < 0.8 || gap > 3.4)) continue;
    const at = spokes[0]!.points[0]!;
    const box: Box = grown([at[0], at[1], at[0], at[1]], reach + 30);
    if (usedGround.some((other) => boxesMeet(other, box))) continue;
    const others = arcs.filter(
      (arc) => !spokes.some((spoke) => spoke.arc === arc) && boxesMeet(boxOf(arc.points), box),
    );
    if (others.length > 0) continue;
    usedGround.push(box);
    for (const { arc } of spokes) usedArcs.add(arc.id);
    return { at, spokes: spokes as Junction['spokes'] };
  }
  throw new Error('planted faults: found no junction of three grids, expected one');
}

const angleOf = (points: readonly Point[]): number =>
  Math.atan2(points[1]![1] - points[0]![1], points[1]![0] - points[0]![0]);

const gaps = (angles: readonly number[]): number[] =>
  angles.map((angle, i) => (i + 1 < angles.length ? angles[i + 1]! - angle : angles[0]! + 2 * Math.PI - angle));

/** A polygon around a junction: one anchor on each spoke, and one corner inside each grid between them. */
function aroundJunction(junction: Junction, reach: number): { anchors: Point[]; corners: Point[] } {
  const { at, spokes } = junction;
  const anchors = spokes.map(({ arc, points, isFromStart }) => {
    const anchor = roundPoint(add(at, direction(points[0]!, points[1]!), reach));
    if (isFromStart) arc.points.splice(1, 0, anchor);
    else arc.points.splice(arc.points.length - 1, 0, anchor);
    return anchor;
  });
  const corners = spokes.map(({ points }, i) => {
    const from = angleOf(points);
    const gap = gaps(spokes.map((spoke) => angleOf(spoke.points)))[i]!;
    return roundPoint(add(at, [Math.cos(from + gap / 2), Math.sin(from + gap / 2)], reach * 0.9));
  });
  return { anchors, corners };
}

/** A spoke's arc that no longer starts at the junction but runs over other points to its anchor. */
function rerouted(spoke: Junction['spokes'][number], instead: readonly Point[]): Point[] {
  const rest = spoke.isFromStart ? spoke.arc.points.slice(1) : spoke.arc.points.slice(0, -1).reverse();
  const points = [...instead, ...rest];
  return spoke.isFromStart ? points : points.reverse();
}

/** Three grids of three communities all claim the ground around their junction. */
export function plantTriple(planting: Planting): void {
  const reach = 55;
  const junction = findJunction(
    planting,
    reach,
    (zones) =>
      new Set(zones.map((zone) => zone.parent)).size === 3 &&
      zones.every((zone, i) => !planting.usedPairs.has(pairKey(zone, zones[(i + 1) % 3]!))),
  );
  const { anchors, corners } = aroundJunction(junction, reach);
  const ring = anchors.flatMap((anchor, i) => [anchor, corners[i]!]);
  const area = signedArea(ring);
  const { spokes, at } = junction;
  for (let i = 0; i < 3; i++) {
    const [next, after] = [(i + 1) % 3, (i + 2) % 3];
    const zone = spokes[i]!.zone;
    // From this spoke's anchor around the far side of the polygon to the next spoke's anchor.
    zone.overrides.set(spokes[i]!.arc.id, rerouted(spokes[i]!, [anchors[after]!, corners[after]!]));
    zone.overrides.set(spokes[next]!.arc.id, rerouted(spokes[next]!, [anchors[after]!, corners[next]!]));
    const own = Math.abs(signedArea([at, anchors[i]!, corners[i]!, anchors[next]!]));
    planting.usedPairs.add(pairKey(zone, spokes[next]!.zone));
    plantEscape(planting, zone, 'triple-claim', area - own, false, ring);
    planting.faults.push({
      rule: 'zone-overlap',
      kind: 'triple-claim',
      isSliver: false,
      subjects: [subjectOf(zone), subjectOf(spokes[next]!.zone)],
      areaSquareMeters: area,
      at,
    });
  }
}

/** Three grids all draw back from their junction: ground enclosed by zones that none of them covers. */
export function plantEnclosedGap(planting: Planting): void {
  const reach = 70;
  const junction = findJunction(planting, reach, (zones) => zones.every((zone) => !isDoubly(planting, zone)));
  const { anchors, corners } = aroundJunction(junction, reach);
  const { spokes, at } = junction;
  for (let i = 0; i < 3; i++) {
    const next = (i + 1) % 3;
    const zone = spokes[i]!.zone;
    zone.overrides.set(spokes[i]!.arc.id, rerouted(spokes[i]!, [corners[i]!]));
    zone.overrides.set(spokes[next]!.arc.id, rerouted(spokes[next]!, [corners[i]!]));
  }
  const ring = anchors.flatMap((anchor, i) => [anchor, corners[i]!]);
  planting.faults.push({
    rule: 'zone-gap',
    kind: 'enclosed',
    isSliver: false,
    layerKind: 'responsibilityZone',
    subjects: spokes.map(({ zone }) => subjectOf(zone)),
    areaSquareMeters: signedArea(ring),
    at,
  });
}
