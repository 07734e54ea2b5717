/** The numbers of each candidate: distances to lines and outlines, what lies inside what. No judgement here. */
import { textAt } from '../../model/feature-batch.ts';
import { nearestMeters, polygonsAround, type ReferenceEdges } from './reference-edges.ts';
import { REACH_METERS } from './region.ts';
import type { LayerSample } from './sample-layer.ts';

/**
 * Where the layer is laid down besides, east and north: what a candidate must beat. A wrong datum fits as well as
 * any of these, and fits well by chance where roads are dense; only the right one fits better than its own
 * surroundings. Of many lengths and directions, so that no street grid repeats itself under all of them.
 */
export const CONTROLS: readonly (readonly [east: number, north: number])[] = [90, 130, 170, 210, 250, 290].map(
  (meters, at) => {
    const angle = ((17 + 60 * at) * Math.PI) / 180;
    return [meters * Math.cos(angle), meters * Math.sin(angle)];
  },
);
/** A median is known well enough by so many; the layer is laid beside itself six times in each datum. */
const MAX_POSITIONS = 1000;
const MAX_CONTROL_POSITIONS = 250;

export interface Distances {
  /** Positions that have a reference within reach under some candidate. */
  readonly positions: number;
  /** Per candidate, in the order of DATUMS: the median distance, and that of the same layer laid beside. */
  readonly medianMeters: readonly number[];
  readonly controlMeters: readonly number[];
}

/** Undefined where no position has a reference within reach. O(sample × log segments). */
export function measureDistances(
  edges: readonly ReferenceEdges[],
  sample: LayerSample,
  laidOut: readonly Float64Array[],
): Distances | undefined {
  const nearestOf = (x: number, y: number) => Math.min(...edges.map((own) => nearestMeters(own, x, y)));
  if (edges.length === 0) return undefined;
  const near: number[] = [];
  const found: number[][] = laidOut.map(() => []);
  const count = sample.featureOf.length;
  for (let k = 0; k < Math.min(count, MAX_POSITIONS); k++) {
    const p = Math.floor((k * count) / Math.min(count, MAX_POSITIONS));
    const meters = laidOut.map((xy) => nearestOf(xy[2 * p]!, xy[2 * p + 1]!));
    if (Math.min(...meters) >= REACH_METERS) continue;
    near.push(p);
    for (const [at, distance] of meters.entries()) found[at]!.push(distance);
  }
  if (near.length === 0) return undefined;
  const step = Math.max(1, Math.ceil(near.length / MAX_CONTROL_POSITIONS));
  const some = near.filter((_, at) => at % step === 0);
  const controlMeters = laidOut.map((xy) =>
    median(CONTROLS.map(([dx, dy]) => median(some.map((p) => nearestOf(xy[2 * p]! + dx, xy[2 * p + 1]! + dy))))),
  );
  return { positions: near.length, medianMeters: found.map(median), controlMeters };
}

/** NaN of nothing. */
export function median(values: readonly number[]): number {
  return Float64Array.from(values).sort()[values.length >> 1] ?? Number.NaN;
}

/** Per candidate of DATUMS one flag per feature asked: 1 where it holds. */
export type Flags = readonly Uint8Array[];

export const countOf = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0);

export interface Insides {
  /** Features in the middle of which some reference zone or boundary lies under some candidate. */
  readonly count: number;
  /** Of those: whether inside the boundary. Undefined without a boundary. */
  readonly inside?: Flags;
  /** Of those: whether in other zones than under the first candidate. */
  readonly zoneChanges?: Flags;
  /** Of those that name a zone in one of their columns: that column, and whether they lie in the zone. */
  readonly named?: { readonly column: string; readonly agreeing: Flags };
}

/** `textOf`: what a column of the layer says of a sampled feature. O(sample × edges to the right). */
export function measureInsides(
  edges: ReferenceEdges,
  laidOutMiddles: readonly Float64Array[],
  columns: readonly string[],
  textOf: (column: string, sampled: number) => string | undefined,
): Insides {
  const { features } = edges;
  const isBoundary = features.map(({ kind }) => kind === 'boundary');
  const isZone = features.map(({ kind }) => kind === 'responsibilityZone' || kind === 'patrolZone');
  const names = features.map(({ reference, index }, at) =>
    isZone[at] || isBoundary[at] ? textAt(reference.batch, 'name', index)?.trim() : undefined,
  );
  const count = laidOutMiddles[0]!.length / 2;
  const around = laidOutMiddles.map((xy) =>
    Array.from({ length: count }, (_, at) => [...polygonsAround(edges, xy[2 * at]!, xy[2 * at + 1]!)]),
  );
  const known = Array.from({ length: count }, (_, at) => at).filter((at) =>
    around.some((of) => of[at]!.some((feature) => isBoundary[feature] || isZone[feature])),
  );
  const flag = (rows: readonly number[], test: (found: readonly number[], at: number) => boolean): Flags =>
    around.map((of) => Uint8Array.from(rows, (at) => (test(of[at]!, at) ? 1 : 0)));
  const zonesOf = (found: readonly number[]) => found.filter((feature) => isZone[feature]).join();
  const named = findNamed(new Set(names.filter((name) => name !== undefined)), columns, known, textOf);
  return {
    count: known.length,
    ...(isBoundary.includes(true)
      ? { inside: flag(known, (found) => found.some((feature) => isBoundary[feature])) }
      : {}),
    ...(isZone.includes(true)
      ? { zoneChanges: flag(known, (found, at) => zonesOf(found) !== zonesOf(around[0]![at]!)) }
      : {}),
    ...(named
      ? {
          named: {
            column: named.column,
            agreeing: flag(named.rows, (found, at) => {
              const wanted = textOf(named.column, at);
              return found.some((feature) => names[feature] === wanted);
            }),
          },
        }
      : {}),
  };
}

/** The column most of whose values are names of zones, at least two different ones: a ledger says in which street a thing lies. */
function findNamed(
  names: ReadonlySet<string>,
  columns: readonly string[],
  known: readonly number[],
  textOf: (column: string, sampled: number) => string | undefined,
): { column: string; rows: number[] } | undefined {
  let best: { column: string; rows: number[] } | undefined;
  if (names.size < 2) return undefined;
  for (const column of columns) {
    const filled = known.filter((at) => textOf(column, at) !== undefined);
    const rows = filled.filter((at) => names.has(textOf(column, at)!));
    const isMostly = rows.length * 2 > filled.length && new Set(rows.map((at) => textOf(column, at))).size >= 2;
    if (isMostly && rows.length > (best?.rows.length ?? 0)) best = { column, rows };
  }
  return best;
}
