/**
 * What the kernel answers for one case, held against GEOS. Yes and no must be the same; measures may
 * differ by rounding, and the largest differences are kept for the report.
 */
import { createWithinTest, findNearest } from '../../src/geo/distance.ts';
import type { Geos } from '../../src/geo/geos.ts';
import { findInteriorPoint } from '../../src/geo/interior-point.ts';
import { createIntersectionArea } from '../../src/geo/intersection-area.ts';
import { measureLineCoverage } from '../../src/geo/line-coverage.ts';
import { polygonsOf } from '../../src/geo/packed-polygons.ts';
import {
  holdsPlace,
  Location,
  locatePoint,
  locatePointPlainly,
  ON_EDGE_METERS,
} from '../../src/geo/point-in-polygon.ts';
import { createRelater, Relation } from '../../src/geo/relate.ts';
import { buildSegmentChunks } from '../../src/geo/segment-chunks.ts';
import { measureCoveredArea } from '../../src/geo/union-area.ts';
import { locateExactly, meetExactly } from './exact.ts';
import { CASE, type FuzzCase, lineOf, movedPolygons, moveToOrigin } from './fuzz-case.ts';
import type { Oracle, Shape } from './geos-oracle.ts';
import { addUpMosaic } from './mosaic.ts';

/** Of the larger operand. */
const AREA_TOLERANCE = 1e-9;
const METERS_TOLERANCE = 1e-9;
/** So much nearer is no longer within: the kernel's own allowance for rounding, and GEOS's. */
const THRESHOLD_METERS = 2e-9;

/** The DE-9IM pattern of a polygon in another's inside, borders apart. */
const STRICTLY_INSIDE = 'TFFTFF***';

/** The largest difference seen of each measure: areas as a share of the larger operand, lines of their length (at least 1 m), distances in metres. */
export interface Worst {
  intersectionArea: number;
  coveredArea: number;
  mosaicArea: number;
  distanceMeters: number;
  lineLength: number;
}

export interface Verdict {
  /** One line for each answer that differs, with both answers. */
  readonly disagreements: readonly string[];
  readonly intersects: boolean;
  readonly sharesArea: boolean;
}

export interface Judge {
  readonly worst: Worst;
  judge(fuzzCase: FuzzCase): Verdict;
}

export function createJudge(oracle: Oracle, geos: Geos): Judge {
  const area = createIntersectionArea();
  const relater = createRelater();
  const worst: Worst = { intersectionArea: 0, coveredArea: 0, mosaicArea: 0, distanceMeters: 0, lineLength: 0 };
  let disagreements: string[] = [];

  const same = (what: string, ours: unknown, expected: unknown) => {
    if (ours !== expected) disagreements.push(`${what}: ours ${ours}, expected ${expected}`);
  };
  const close = (what: string, measure: keyof Worst, ours: number, expected: number, unit: number, limit: number) => {
    const error = Math.abs(ours - expected) / unit;
    if (!(error <= limit)) disagreements.push(`${what}: ours ${ours}, expected ${expected}, differ by ${error}`);
    else worst[measure] = Math.max(worst[measure], error);
  };

  function judgeAreas({ layer }: FuzzCase, shapes: Shapes): boolean {
    const { a, b } = shapes;
    const [areaA, areaB, areaC] = [layer.areas[CASE.a]!, layer.areas[CASE.b]!, layer.areas[CASE.c]!];
    const expected = oracle.area(oracle.intersection(a, b));
    const larger = Math.max(areaA, areaB);
    const ours = area.measure(layer, CASE.a, layer, CASE.b);
    close('a and b', 'intersectionArea', ours, expected, larger, AREA_TOLERANCE);
    const swapped = area.measure(layer, CASE.b, layer, CASE.a);
    close('b and a', 'intersectionArea', swapped, expected, larger, AREA_TOLERANCE);
    const coverOf = (feature: number) => ({ layer, feature });
    const byOne = measureCoveredArea(layer, CASE.a, [coverOf(CASE.b)]);
    close('a covered by b', 'coveredArea', byOne, expected, larger, AREA_TOLERANCE);
    const covered = measureCoveredArea(layer, CASE.a, [coverOf(CASE.b), coverOf(CASE.c)]);
    const byBoth = oracle.area(oracle.intersection(a, shapes.covers));
    close('a covered by b and c', 'coveredArea', covered, byBoth, Math.max(larger, areaC), AREA_TOLERANCE);
    const rest = oracle.area(oracle.difference(a, shapes.covers));
    close('the rest of a', 'coveredArea', areaA - covered, rest, Math.max(larger, areaC), AREA_TOLERANCE);
    return expected > AREA_TOLERANCE * larger;
  }

  /** Where GEOS differs on whether they meet at all, whole numbers decide. */
  function judgeRelation(fuzzCase: FuzzCase, { a, b }: Shapes): boolean {
    const { layer } = fuzzCase;
    const ours = relater.relate(layer, CASE.a, fuzzCase, CASE.b);
    const meet = oracle.intersects(a, b);
    const isDisputed = meet !== (ours !== Relation.disjoint);
    const doMeet = isDisputed ? meetExactly(polygonsOf(layer, CASE.a), polygonsOf(layer, CASE.b)) : meet;
    const [inside, holds] = [oracle.relates(a, b, STRICTLY_INSIDE), oracle.relates(b, a, STRICTLY_INSIDE)];
    const expected = !doMeet ? Relation.disjoint : inside ? Relation.inside : holds ? Relation.holds : Relation.crosses;
    same('relation of a to b', ours, expected);
    const mirrored = inside ? Relation.holds : holds ? Relation.inside : expected;
    same('relation of b to a', relater.relate(layer, CASE.b, fuzzCase, CASE.a), mirrored);
    return doMeet;
  }

  /** Vertices of b, and the middles of its edges as far as numbers can name them, in a. Where GEOS differs, whole numbers decide. */
  function judgePlaces({ layer, bands, origin }: FuzzCase, { a, borderA }: Shapes): void {
    for (const ring of movedPolygons(layer, CASE.b, [0, 0]).flat()) {
      for (let i = 0; i + 3 < ring.length; i += 2) {
        const middle = [(ring[i]! + ring[i + 2]!) / 2, (ring[i + 1]! + ring[i + 3]!) / 2] as const;
        for (const [x, y] of [[ring[i]!, ring[i + 1]!] as const, middle]) {
          const [localX, localY] = moveToOrigin(Float64Array.of(x, y), origin);
          const point = oracle.point(localX!, localY!);
          const byGeos = !oracle.intersects(a, point)
            ? Location.outside
            : oracle.intersects(borderA, point)
              ? Location.edge
              : Location.inside;
          const ours = locatePoint(layer, bands, CASE.a, x, y);
          const expected = ours === byGeos ? byGeos : locateExactly(polygonsOf(layer, CASE.a), x, y);
          same(`place ${x} ${y} in a`, ours, expected);
          same(`place ${x} ${y} in a, plainly`, locatePointPlainly(layer, CASE.a, x, y), expected);
          const distance = oracle.distance(a, point);
          if (Math.abs(distance - ON_EDGE_METERS) < METERS_TOLERANCE) continue;
          same(`a holds ${x} ${y}`, holdsPlace(layer, bands, CASE.a, x, y), distance <= ON_EDGE_METERS);
        }
      }
    }
  }

  /** From a and from the line to the outline of b; exactly that far is within, a little less is not. */
  function judgeDistances({ layer }: FuzzCase, { a, line, borderB }: Shapes): void {
    const chunks = buildSegmentChunks(layer, (feature) => feature === CASE.b);
    for (const [feature, shape] of [[CASE.a, a] as const, [CASE.line, line] as const]) {
      const expected = oracle.distance(shape, borderB);
      const { distanceMeters } = findNearest(layer, feature, chunks, Infinity);
      close(`distance of ${feature}`, 'distanceMeters', distanceMeters, expected, 1, METERS_TOLERANCE);
      if (oracle.intersects(shape, borderB)) same(`${feature} touches`, distanceMeters, 0);
      same(`${feature} within its distance`, createWithinTest(chunks, distanceMeters)(layer, feature), true);
      if (expected < THRESHOLD_METERS) continue;
      same(`${feature} within less`, createWithinTest(chunks, expected - THRESHOLD_METERS)(layer, feature), false);
    }
  }

  function judgeInteriorPoints(fuzzCase: FuzzCase, { a, b }: Shapes): void {
    const { layer, origin } = fuzzCase;
    const place = (found: readonly [number, number]) => {
      const [x, y] = moveToOrigin(Float64Array.from(found), origin);
      return oracle.point(x!, y!);
    };
    const inside = findInteriorPoint(layer, CASE.a);
    if (!inside) disagreements.push('a has no interior point');
    else same('the interior point is inside a', oracle.relates(place(inside), a, 'T********'), true);
    const free = findInteriorPoint(layer, CASE.a, fuzzCase, [CASE.b]);
    if (!free) return;
    same('the free point is inside a', oracle.relates(place(free), a, 'T********'), true);
    same('the free point is outside b', oracle.intersects(place(free), b), false);
  }

  /**
   * GEOS is asked twice: for the numbers as they are, in which the place of a crossing at a millionth
   * of a degree is exact, and for the whole millimetres that they stand for, in which what runs along
   * a border does so exactly. Segment by segment and cover by cover: GEOS counts a stretch that a
   * line runs twice once, and its union moves borders by a rounding.
   */
  function judgeLine({ layer, bands, origin }: FuzzCase): void {
    const views: View[] = [
      (ring) => moveToOrigin(ring, origin),
      (ring) => ring.map((value, i) => Math.round(value * 1000) - Math.round(origin[i % 2]! * 1000)),
    ];
    const [lineAsIs, lineInMillimeters] = views.map((view) => view(lineOf(layer)));
    const [coversAsIs, coversInMillimeters] = views.map((view) =>
      [CASE.b, CASE.c].map((feature) => oracle.polygons(polygonsOf(layer, feature).map((rings) => rings.map(view)))),
    );
    const covered = (line: Float64Array, at: number, covers: readonly Shape[]) => {
      const segment = line.subarray(at, at + 4);
      const shape = oracle.line(segment);
      return measureStretches(
        segment,
        covers.flatMap((cover) => oracle.lines(oracle.intersection(shape, cover))),
      );
    };
    for (const [what, features] of [
      ['b', [CASE.b]],
      ['b and c', [CASE.b, CASE.c]],
    ] as const) {
      let [least, most] = [0, 0];
      for (let at = 0; at + 3 < lineAsIs!.length; at += 2) {
        const asIs = covered(lineAsIs!, at, coversAsIs!.slice(0, features.length));
        const inMillimeters = covered(lineInMillimeters!, at, coversInMillimeters!.slice(0, features.length)) / 1000;
        least += Math.min(asIs, inMillimeters);
        most += Math.max(asIs, inMillimeters);
      }
      const { coveredMeters } = measureLineCoverage(layer, CASE.line, { layer, bands }, features);
      const nearest = Math.min(most, Math.max(least, coveredMeters));
      const unit = Math.max(1, layer.lengths[CASE.line]!);
      close(`line in ${what}`, 'lineLength', coveredMeters, nearest, unit, METERS_TOLERANCE);
    }
  }

  function judgeMosaic(fuzzCase: FuzzCase): void {
    const { areas } = fuzzCase.layer;
    const larger = Math.max(areas[CASE.a]!, areas[CASE.b]!);
    for (const { what, sum, expected } of addUpMosaic(fuzzCase, geos) ?? []) {
      close(what, 'mosaicArea', sum, expected, larger, AREA_TOLERANCE);
    }
  }

  return {
    worst,
    judge(fuzzCase) {
      disagreements = [];
      try {
        const shapes = shapesOf(oracle, fuzzCase);
        const sharesArea = judgeAreas(fuzzCase, shapes);
        const intersects = judgeRelation(fuzzCase, shapes);
        judgePlaces(fuzzCase, shapes);
        judgeDistances(fuzzCase, shapes);
        judgeInteriorPoints(fuzzCase, shapes);
        judgeLine(fuzzCase);
        judgeMosaic(fuzzCase);
        return { disagreements, intersects, sharesArea };
      } finally {
        oracle.release();
      }
    },
  };
}

interface Shapes {
  readonly a: Shape;
  readonly b: Shape;
  readonly borderA: Shape;
  readonly borderB: Shape;
  readonly line: Shape;
  /** b and c together. */
  readonly covers: Shape;
}

function shapesOf(oracle: Oracle, { layer, origin }: FuzzCase): Shapes {
  const [a, b, c] = [CASE.a, CASE.b, CASE.c].map((feature) => oracle.polygons(movedPolygons(layer, feature, origin)));
  return {
    a: a!,
    b: b!,
    borderA: oracle.boundary(a!),
    borderB: oracle.boundary(b!),
    covers: oracle.union(b!, c!),
    line: oracle.line(moveToOrigin(lineOf(layer), origin)),
  };
}

type View = (ring: Float64Array) => Float64Array;

/** How much of a segment its pieces make up, counted once where they overlap. */
function measureStretches(segment: Float64Array, pieces: readonly Float64Array[]): number {
  const [ax, ay] = [segment[0]!, segment[1]!];
  const along = pieces
    .map((piece) => [Math.hypot(piece[0]! - ax, piece[1]! - ay), Math.hypot(piece.at(-2)! - ax, piece.at(-1)! - ay)])
    .map(([p, q]) => [Math.min(p!, q!), Math.max(p!, q!)] as const)
    .sort((p, q) => p[0] - q[0]);
  let [sum, reached] = [0, 0];
  for (const [from, to] of along) {
    sum += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return sum;
}
