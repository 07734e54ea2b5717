/**
 * Geometries with fewer positions, for the map at small scales: Douglas-Peucker ring by ring. Neighbours
 * are simplified each for itself, so that shared borders part by up to twice the tolerance: for display
 * alone, nothing is measured on the result.
 */
import { METERS_PER_DEGREE, metersPerLongitude } from './display-box.ts';
import { createGeometryBuilder, type GeometryColumn, GeometryType } from './geometry-column.ts';

/**
 * The same features in the same order. No position that is left out lies farther than the tolerance (rough
 * metres, within 1% over a district) from what is kept; polygons keep at least a triangle; holes smaller
 * than the tolerance go. Positions that are not finite go too. O(n log n) as people draw, O(n²) at worst.
 */
export function simplifyColumn(column: GeometryColumn, toleranceMeters: number): GeometryColumn {
  const builder = createGeometryBuilder();
  const path = createPathScratch(toleranceMeters);
  const { type, partStart, ringStart } = column;
  for (let feature = 0; feature < column.count; feature++) {
    const isPolygon = type[feature] === GeometryType.polygon;
    builder.beginFeature(type[feature] as 0 | 1 | 2 | 3);
    for (let part = partStart[feature]!; part < partStart[feature + 1]!; part++) {
      builder.beginPart();
      const outer = ringStart[part]!;
      for (let ring = outer; ring < ringStart[part + 1]!; ring++) {
        path.load(column, ring, isPolygon);
        if (isPolygon && ring > outer && path.isTiny()) continue;
        builder.beginRing();
        path.reduce(isPolygon);
        path.forEachKept((longitude, latitude) => builder.position(longitude, latitude));
      }
    }
    builder.endFeature();
  }
  return builder.finish();
}

/** One ring at a time, in arrays that are used again for the next. */
function createPathScratch(tolerance: number) {
  let room = 256;
  let degrees = new Float64Array(2 * room);
  let xy = new Float64Array(2 * room);
  let kept = new Uint8Array(room);
  let length = 0;
  const open: number[] = [];

  const makeRoom = (needed: number) => {
    if (needed <= room) return;
    room = 2 * needed;
    degrees = new Float64Array(2 * room);
    xy = new Float64Array(2 * room);
    kept = new Uint8Array(room);
  };
  const squaredDistance = (i: number, a: number, b: number) => {
    const ax = xy[2 * a]!;
    const ay = xy[2 * a + 1]!;
    const dx = xy[2 * b]! - ax;
    const dy = xy[2 * b + 1]! - ay;
    const px = xy[2 * i]! - ax;
    const py = xy[2 * i + 1]! - ay;
    const squared = dx * dx + dy * dy;
    const along = squared === 0 ? 0 : (px * dx + py * dy) / squared;
    const t = Math.max(0, Math.min(1, along));
    const x = px - t * dx;
    const y = py - t * dy;
    return x * x + y * y;
  };
  /** The position between two that lies farthest from the line through them; -1 where none is farther than `beyond`. */
  const farthest = (a: number, b: number, beyond: number) => {
    let best = -1;
    let most = beyond;
    for (let i = a + 1; i < b; i++) {
      const own = squaredDistance(i, a, b);
      if (own <= most) continue;
      best = i;
      most = own;
    }
    return best;
  };
  const keepNeeded = (from: number, to: number) => {
    open.push(from, to);
    while (open.length > 0) {
      const b = open.pop()!;
      const a = open.pop()!;
      const needed = farthest(a, b, tolerance * tolerance);
      if (needed < 0) continue;
      kept[needed] = 1;
      open.push(a, needed, needed, b);
    }
  };

  return {
    /** Finite positions of a ring; rings of polygons are closed where the file left them open. */
    load({ positionStart, coordinates }: GeometryColumn, ring: number, close: boolean): void {
      const [from, to] = [positionStart[ring]!, positionStart[ring + 1]!];
      makeRoom(to - from + 1);
      length = 0;
      let longitudeScale = 0;
      const add = (longitude: number, latitude: number) => {
        if (length === 0) longitudeScale = metersPerLongitude(latitude);
        degrees[2 * length] = longitude;
        degrees[2 * length + 1] = latitude;
        xy[2 * length] = (longitude - degrees[0]!) * longitudeScale;
        xy[2 * length + 1] = (latitude - degrees[1]!) * METERS_PER_DEGREE;
        length++;
      };
      for (let p = from; p < to; p++) {
        const longitude = coordinates[2 * p]!;
        const latitude = coordinates[2 * p + 1]!;
        if (Number.isFinite(longitude) && Number.isFinite(latitude)) add(longitude, latitude);
      }
      const last = length - 1;
      const isClosed = degrees[0] === degrees[2 * last] && degrees[1] === degrees[2 * last + 1];
      if (close && last > 0 && !isClosed) add(degrees[0]!, degrees[1]!);
    },
    isTiny: () => length > 0 && farthestFromFirst() < 0,
    reduce(isRing: boolean): void {
      const fewest = isRing ? 4 : 2;
      kept.fill(length <= fewest ? 1 : 0, 0, length);
      if (length <= fewest) return;
      const last = length - 1;
      kept[0] = 1;
      kept[last] = 1;
      if (!isRing) {
        keepNeeded(0, last);
        return;
      }
      const across = farthestFromFirst(0);
      if (across < 0) return;
      kept[across] = 1;
      keepNeeded(0, across);
      keepNeeded(across, last);
      let count = 0;
      for (let i = 0; i < length && count < 4; i++) count += kept[i]!;
      if (count > 3) return;
      // A sliver: the position farthest from its axis makes a triangle of it.
      const [one, two] = [farthest(0, across, 0), farthest(across, last, 0)];
      const apex =
        one < 0 || (two >= 0 && squaredDistance(two, across, last) > squaredDistance(one, 0, across)) ? two : one;
      if (apex >= 0) kept[apex] = 1;
    },
    forEachKept(visit: (longitude: number, latitude: number) => void): void {
      for (let i = 0; i < length; i++) if (kept[i] === 1) visit(degrees[2 * i]!, degrees[2 * i + 1]!);
    },
  };

  function farthestFromFirst(beyond = tolerance * tolerance): number {
    let best = -1;
    let most = beyond;
    for (let i = 1; i < length; i++) {
      const x = xy[2 * i]! - xy[0]!;
      const y = xy[2 * i + 1]! - xy[1]!;
      if (x * x + y * y <= most) continue;
      best = i;
      most = x * x + y * y;
    }
    return best;
  }
}
