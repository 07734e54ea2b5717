/**
 * A polygon sawn into pieces along lines through its vertices and between them: the pieces must make
 * up the whole, alone, together, and in what they share with any other polygon. Needs no judge: GEOS
 * only holds the saw.
 */
import { createRandom, type Random } from '../../src/core/random.ts';
import type { Geos } from '../../src/geo/geos.ts';
import type { MetricPolygons } from '../../src/geo/geos-wkb.ts';
import { createIntersectionArea } from '../../src/geo/intersection-area.ts';
import { polygonsOf } from '../../src/geo/packed-polygons.ts';
import { measureCoveredArea } from '../../src/geo/union-area.ts';
import { packFeatures } from '../support/packed-layer.ts';
import { CASE, type FuzzCase } from './fuzz-case.ts';

/** What of the pieces is added up, and what it must be. */
export interface MosaicSum {
  readonly what: string;
  readonly sum: number;
  readonly expected: number;
}

/**
 * undefined for a case far from the centre: there a saw cut ends up to 1e-10 m beside the edge that it
 * cuts, and pieces of millimetres would rightly differ.
 */
export function addUpMosaic(fuzzCase: FuzzCase, geos: Geos): MosaicSum[] | undefined {
  const { layer, seed } = fuzzCase;
  if (layer.xy.some((value) => Math.abs(value) > 10_000)) return undefined;
  const [whole, other] = [polygonsOf(layer, CASE.a), polygonsOf(layer, CASE.b)];
  const pieces = saw(geos, whole, createRandom(seed + 1));
  const mosaic = packFeatures(
    [whole, other, ...pieces].map((polygons) => ({ polygons: polygons.map(ringsAsNumbers) })),
  );
  const numbers = pieces.map((_, index) => index + 2);
  const covers = numbers.map((feature) => ({ layer: mosaic, feature }));
  const area = createIntersectionArea();
  const add = (measure: (piece: number) => number) => numbers.reduce((sum, piece) => sum + measure(piece), 0);
  const [wholeArea, shared] = [mosaic.areas[0]!, area.measure(mosaic, 0, mosaic, 1)];
  const doublyShared = measureCoveredArea(mosaic, 1, [...covers, { layer: mosaic, feature: 0 }]);
  return [
    { what: 'areas of the pieces', sum: add((piece) => mosaic.areas[piece]!), expected: wholeArea },
    {
      what: 'what each piece shares with the whole',
      sum: add((piece) => area.measure(mosaic, piece, mosaic, 0)),
      expected: wholeArea,
    },
    {
      what: 'what each piece shares with b',
      sum: add((piece) => area.measure(mosaic, piece, mosaic, 1)),
      expected: shared,
    },
    { what: 'the whole under its pieces', sum: measureCoveredArea(mosaic, 0, covers), expected: wholeArea },
    { what: 'b under the pieces', sum: measureCoveredArea(mosaic, 1, covers), expected: shared },
    { what: 'b under the pieces and the whole', sum: doublyShared, expected: shared },
  ];
}

const ringsAsNumbers = (rings: readonly Float64Array[]) => rings.map((ring) => [...ring]);

function saw(geos: Geos, whole: MetricPolygons, random: Random): MetricPolygons[] {
  const values = whole.flat().map((ring) => [...ring]);
  const columns = cutsOf(
    values.flatMap((ring) => ring.filter((_, i) => i % 2 === 0)),
    random,
  );
  const rows = cutsOf(
    values.flatMap((ring) => ring.filter((_, i) => i % 2 === 1)),
    random,
  );
  const pieces: MetricPolygons[] = [];
  for (let column = 0; column + 1 < columns.length; column++) {
    for (let row = 0; row + 1 < rows.length; row++) {
      const [left, right, bottom, top] = [columns[column]!, columns[column + 1]!, rows[row]!, rows[row + 1]!];
      const cell = Float64Array.of(left, bottom, right, bottom, right, top, left, top, left, bottom);
      const piece = geos.intersection(whole, [[cell]]);
      if (!piece.ok) throw new Error(String(piece.problem.params.reason));
      if (piece.value.length > 0) pieces.push(piece.value);
    }
  }
  return pieces;
}

/** From below the least value to above the greatest, with a few cuts at values and between two of them. */
function cutsOf(values: readonly number[], random: Random): number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const cuts = new Set([least - 1, most + 1]);
  for (let count = random.integer(1, 3); count > 0; count--) {
    cuts.add(random.next() < 0.5 ? random.pick(values) : (random.pick(values) + random.pick(values)) / 2);
  }
  return [...cuts].sort((p, q) => p - q);
}
