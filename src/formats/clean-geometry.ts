/**
 * One geometry of a GeoJSON file, made fit for `appendGeoJson`: numbers written as text become
 * numbers, collections are opened, and everything that is no geometry is told. Repairs no shapes.
 */
import type { Params } from '../core/result.ts';
import { DEPTH_OF_TYPE } from '../geo/geometry-column.ts';

interface GeometryFault {
  readonly code: string;
  readonly params: Params;
}

export interface CleanGeometry {
  /** null where nothing usable is there. */
  readonly geometry: GeoJSON.Geometry | null;
  readonly faults: readonly GeometryFault[];
  /** Positions with more than two numbers; the third and later are left out. */
  readonly positionsWithHeight: number;
}

const DIMENSION: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 0,
  LineString: 1,
  MultiLineString: 1,
  Polygon: 2,
  MultiPolygon: 2,
};
/** Deeper collections are not opened: a hostile file could exhaust the stack. */
const MAX_COLLECTION_DEPTH = 64;

type Leaf = Exclude<GeoJSON.Geometry, GeoJSON.GeometryCollection>;

/** null and undefined are an absent geometry, no fault. O(positions). */
export function cleanGeometry(found: unknown): CleanGeometry {
  const state: State = { faults: new Map(), leaves: [], positionsWithHeight: 0, textCoordinates: 0 };
  if (found !== null && found !== undefined) collect(found, state, 0);
  if (state.textCoordinates > 0) addFault(state, 'coordinates-are-text', { count: state.textCoordinates });
  const highest = state.leaves.reduce((most, leaf) => Math.max(most, DIMENSION[leaf.type] as number), -1);
  const kept = state.leaves.filter((leaf) => DIMENSION[leaf.type] === highest);
  if (kept.length < state.leaves.length) addFault(state, 'geometry-mixed', {});
  return {
    geometry: kept.length === 1 ? (kept[0] as Leaf) : kept.length === 0 ? null : asCollection(kept),
    faults: [...state.faults.values()],
    positionsWithHeight: state.positionsWithHeight,
  };
}

const asCollection = (geometries: Leaf[]): GeoJSON.GeometryCollection => ({ type: 'GeometryCollection', geometries });

interface State {
  readonly faults: Map<string, GeometryFault>;
  readonly leaves: Leaf[];
  positionsWithHeight: number;
  textCoordinates: number;
}

function addFault(state: State, code: string, params: Params): void {
  if (!state.faults.has(code)) state.faults.set(code, { code, params });
}

function collect(found: unknown, state: State, depth: number): void {
  if (typeof found !== 'object' || found === null || Array.isArray(found)) {
    addFault(state, 'geometry-not-an-object', { found: describeFound(found) });
    return;
  }
  const { type, geometries, coordinates } = found as { type?: unknown; geometries?: unknown; coordinates?: unknown };
  if (type === 'GeometryCollection') {
    if (depth > 0) addFault(state, 'geometry-collection-nested', {});
    if (!Array.isArray(geometries) || depth > MAX_COLLECTION_DEPTH) {
      addFault(state, 'geometry-malformed', { geometry: 'GeometryCollection' });
    } else if (geometries.length === 0) addFault(state, 'geometry-empty', {});
    else for (const member of geometries) collect(member, state, depth + 1);
    return;
  }
  const levels = typeof type === 'string' && Object.hasOwn(DEPTH_OF_TYPE, type) ? DEPTH_OF_TYPE[type] : undefined;
  if (levels === undefined) {
    addFault(state, 'geometry-type-unknown', { found: describeFound(type) });
    return;
  }
  const cleaned = cleanLevel(coordinates, levels, state);
  if (cleaned === undefined) addFault(state, 'geometry-malformed', { geometry: String(type) });
  else if (isEmpty(cleaned)) addFault(state, 'geometry-empty', {});
  else state.leaves.push(cleaned === coordinates ? (found as Leaf) : ({ type, coordinates: cleaned } as Leaf));
}

/** The same array where it is sound, a corrected copy where numbers were text, undefined where it is no such nesting. */
function cleanLevel(value: unknown, levels: number, state: State): unknown[] | undefined {
  if (!Array.isArray(value)) return undefined;
  if (levels === 0) return cleanPosition(value, state);
  let copy: unknown[] | undefined;
  for (let i = 0; i < value.length; i++) {
    const inner = cleanLevel(value[i], levels - 1, state);
    // A position without numbers cannot stand in a line; an empty ring or part can.
    if (inner === undefined || (levels === 1 && inner.length === 0)) return undefined;
    if (inner !== value[i]) {
      copy ??= value.slice();
      copy[i] = inner;
    }
  }
  return copy ?? value;
}

function cleanPosition(position: unknown[], state: State): unknown[] | undefined {
  if (position.length === 0) return position;
  if (position.length > 2) state.positionsWithHeight++;
  const [x, y] = position;
  if (isFiniteNumber(x) && isFiniteNumber(y)) return position;
  const [longitude, latitude] = [toNumber(x), toNumber(y)];
  if (longitude === undefined || latitude === undefined) return undefined;
  state.textCoordinates++;
  return [longitude, latitude];
}

const isFiniteNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);

function toNumber(value: unknown): number | undefined {
  if (isFiniteNumber(value)) return value as number;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.every(isEmpty);

/** What stands there, short enough for a sentence. */
export function describeFound(found: unknown): string {
  if (found === undefined) return 'undefined';
  const text = toJson(found) ?? typeof found;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Undefined for what has no JSON, and for values nested so deep that the engine cannot write them. */
export function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}
