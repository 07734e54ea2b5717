/**
 * Looks through the geometries of a topology before they are put together: the library trusts every number in
 * them, and few bytes can ask for an arc ten thousand times.
 */

/** 16 bytes each when they are stored, several times that on the way. */
const MAX_POSITIONS = 16_000_000;
/** Deeper collections are not opened: a hostile file could exhaust the stack. */
const MAX_DEPTH = 64;

const ARC_DEPTH: Readonly<Record<string, number>> = { LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 };
const COORDINATE_DEPTH: Readonly<Record<string, number>> = { Point: 0, MultiPoint: 1 };

export interface ArcCounter {
  /** `topojson-geometry-broken`, `topojson-too-large`, or undefined for a geometry that can be put together. O(its arcs). */
  findProblem(geometry: unknown): string | undefined;
}

export function createArcCounter(arcs: unknown): ArcCounter {
  const lengths = (Array.isArray(arcs) ? (arcs as unknown[]) : []).map((arc) =>
    Array.isArray(arc) && arc.every(isPosition) ? arc.length : 0,
  );
  let positions = 0;

  function countArcs(value: unknown, depth: number): number {
    if (depth === 0) {
      const length = typeof value === 'number' ? lengths[value < 0 ? ~value : value] : undefined;
      return length === undefined || length === 0 || !Number.isInteger(value) ? Number.NaN : length;
    }
    if (!Array.isArray(value) || (depth === 1 && value.length === 0)) return Number.NaN;
    return value.reduce<number>((sum, inner) => sum + countArcs(inner, depth - 1), 0);
  }

  /** NaN where something is not as the library expects it. */
  function count(geometry: unknown, level: number): number {
    if (typeof geometry !== 'object' || geometry === null || level > MAX_DEPTH) return Number.NaN;
    const { type, arcs: own, coordinates, geometries } = geometry as Record<string, unknown>;
    if (type === 'GeometryCollection') {
      if (!Array.isArray(geometries)) return Number.NaN;
      return geometries.reduce<number>((sum, inner) => sum + count(inner, level + 1), 0);
    }
    const name = String(typeof type === 'string' ? type : '');
    if (Object.hasOwn(ARC_DEPTH, name)) return countArcs(own, ARC_DEPTH[name]!);
    if (!Object.hasOwn(COORDINATE_DEPTH, name)) return Number.NaN;
    const all = COORDINATE_DEPTH[name] === 0 ? [coordinates] : coordinates;
    return Array.isArray(all) && all.every(isPosition) ? all.length : Number.NaN;
  }

  return {
    findProblem(geometry) {
      const found = count(geometry, 0);
      if (Number.isNaN(found)) return 'topojson-geometry-broken';
      if (positions + found > MAX_POSITIONS) return 'topojson-too-large';
      positions += found;
      return undefined;
    },
  };
}

function isPosition(value: unknown): boolean {
  return Array.isArray(value) && value.length >= 2 && value.every((number) => typeof number === 'number');
}
