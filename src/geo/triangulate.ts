/**
 * What the map draws of a layer: triangles of its polygons (earcut), outlines, paths and points, as
 * flat arrays that can be transferred. In WGS84 degrees as read; nothing is repaired, since the map
 * shows the file. Positions that are not finite are left out, so that no buffer holds NaN.
 */
import earcut from 'earcut';
import type { Drawable } from './drawable.ts';
import { type GeometryColumn, GeometryType } from './geometry-column.ts';
import { GrowingArray } from './growing-array.ts';

/** O(n log n) in positions; features of type `none` draw nothing. */
export function buildDrawable(geometry: GeometryColumn): Drawable {
  const polygons = createPolygonCollector();
  const paths = createPathCollector();
  const points = createPathCollector();
  const { type, partStart, ringStart } = geometry;
  for (let feature = 0; feature < geometry.count; feature++) {
    for (let part = partStart[feature]!; part < partStart[feature + 1]!; part++) {
      const rings: number[][] = [];
      for (let ring = ringStart[part]!; ring < ringStart[part + 1]!; ring++)
        rings.push(finitePositions(geometry, ring));
      if (type[feature] === GeometryType.polygon) polygons.addPart(rings, feature);
      else if (type[feature] === GeometryType.line) for (const ring of rings) paths.addPath(ring, feature, 2);
      else if (type[feature] === GeometryType.point) for (const ring of rings) points.addPath(ring, feature, 1);
    }
  }
  const drawnPaths = paths.finish();
  const drawnPoints = points.finish();
  return {
    count: geometry.count,
    polygons: polygons.finish(),
    paths: {
      positions: drawnPaths.positions,
      pathStart: drawnPaths.pathStart,
      featureOfPath: drawnPaths.featureOfPath,
    },
    points: { positions: drawnPoints.positions, featureOfPoint: drawnPoints.featureOfPath },
  };
}

function finitePositions(geometry: GeometryColumn, ring: number): number[] {
  const flat: number[] = [];
  for (let p = geometry.positionStart[ring]!; p < geometry.positionStart[ring + 1]!; p++) {
    const longitude = geometry.coordinates[2 * p]!;
    const latitude = geometry.coordinates[2 * p + 1]!;
    if (Number.isFinite(longitude) && Number.isFinite(latitude)) flat.push(longitude, latitude);
  }
  return flat;
}

function createPolygonCollector() {
  const positions = new GrowingArray(new Float64Array(256));
  const triangles = new GrowingArray(new Uint32Array(256));
  const featureOfPosition = new GrowingArray(new Uint32Array(128));
  const ringStart = new GrowingArray(new Uint32Array(16));
  const featureOfRing = new GrowingArray(new Uint32Array(16));
  let count = 0;
  return {
    addPart(rings: readonly number[][], feature: number): void {
      const outer = rings[0];
      if (!outer || outer.length < 6) return;
      const base = count;
      const flat: number[] = [];
      const holes: number[] = [];
      // Relative to the first position: earcut's sums lose digits far from zero.
      const [originLongitude, originLatitude] = [outer[0]!, outer[1]!];
      for (const [index, ring] of rings.entries()) {
        if (ring.length < 6) continue;
        if (index > 0) holes.push(flat.length / 2);
        ringStart.push(count);
        featureOfRing.push(feature);
        const isClosed = ring[0] === ring.at(-2) && ring[1] === ring.at(-1);
        for (let i = 0; i < ring.length + (isClosed ? 0 : 2); i += 2) {
          const longitude = ring[i % ring.length]!;
          const latitude = ring[(i % ring.length) + 1]!;
          positions.push(longitude);
          positions.push(latitude);
          featureOfPosition.push(feature);
          flat.push(longitude - originLongitude, latitude - originLatitude);
          count++;
        }
      }
      for (const corner of earcut(flat, holes)) triangles.push(base + corner);
    },
    finish() {
      ringStart.push(count);
      return {
        positions: positions.finish(),
        triangles: triangles.finish(),
        featureOfPosition: featureOfPosition.finish(),
        ringStart: ringStart.finish(),
        featureOfRing: featureOfRing.finish(),
      };
    },
  };
}

function createPathCollector() {
  const positions = new GrowingArray(new Float64Array(256));
  const pathStart = new GrowingArray(new Uint32Array(16));
  const featureOfPath = new GrowingArray(new Uint32Array(16));
  let count = 0;
  return {
    addPath(flat: readonly number[], feature: number, fewest: number): void {
      if (flat.length < 2 * fewest) return;
      pathStart.push(count);
      featureOfPath.push(feature);
      for (const value of flat) positions.push(value);
      count += flat.length / 2;
    },
    finish() {
      pathStart.push(count);
      return {
        positions: positions.finish(),
        pathStart: pathStart.finish(),
        featureOfPath: featureOfPath.finish(),
      };
    },
  };
}
