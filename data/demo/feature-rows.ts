/** Collects a layer row by row, in metres of the frame, and hands it out as a feature batch in degrees. */
import { createGeometryBuilder, GeometryType } from '../../src/geo/geometry-column.ts';
import type { Frame } from '../../src/geo/laea.ts';
import { createColumnsBuilder } from '../../src/model/column-builder.ts';
import type { FeatureBatch } from '../../src/model/feature-batch.ts';
import type { Point } from './plane.ts';
import type { Polygons } from './zone-arcs.ts';

export type Row = Readonly<Record<string, string | number | undefined>>;

/** How a place becomes degrees; a layer delivered in the wrong datum has another one. */
export type Place = (point: Point) => readonly [longitude: number, latitude: number];

interface FeatureRows {
  point(at: Point, row: Row): void;
  line(path: readonly Point[], row: Row): void;
  /** Several paths as one feature. */
  lines(paths: readonly (readonly Point[])[], row: Row): void;
  /** Rings are open here and closed on the way out. `place` overrides the layer's way to degrees for this feature. */
  polygon(polygons: Polygons, row: Row, place?: Place): void;
  finish(): FeatureBatch;
}

export function createFeatureRows(frame: Frame): FeatureRows {
  const geometry = createGeometryBuilder();
  const columns = createColumnsBuilder();
  let count = 0;
  const toDegrees: Place = (point) => frame.unproject(point[0], point[1]);
  const put = (point: Point, place: Place) => {
    const [longitude, latitude] = place(point);
    geometry.position(longitude, latitude);
  };
  const endRow = (row: Row) => {
    geometry.endFeature();
    for (const name in row) columns.set(count, name, row[name]);
    count++;
  };
  const putLines = (paths: readonly (readonly Point[])[], row: Row) => {
    geometry.beginFeature(GeometryType.line);
    for (const path of paths) {
      geometry.beginPart();
      geometry.beginRing();
      for (const point of path) put(point, toDegrees);
    }
    endRow(row);
  };
  return {
    point(at, row) {
      geometry.beginFeature(GeometryType.point);
      geometry.beginPart();
      geometry.beginRing();
      put(at, toDegrees);
      endRow(row);
    },
    line: (path, row) => putLines([path], row),
    lines: (paths, row) => putLines(paths, row),
    polygon(polygons, row, place = toDegrees) {
      geometry.beginFeature(GeometryType.polygon);
      for (const rings of polygons) {
        geometry.beginPart();
        for (const ring of rings) {
          geometry.beginRing();
          for (const point of ring) put(point, place);
          put(ring[0]!, place);
        }
      }
      endRow(row);
    },
    finish() {
      const rows = Uint32Array.from({ length: count }, (_, index) => index);
      return { geometry: geometry.finish(), columns: columns.finish(count), rows, ids: [] };
    },
  };
}
