/** A base map as features with the zooms in which they appear, and the pen that turns metres into degrees. */
import type { Point } from './plane.ts';

export type BaseMapLayer =
  | 'earth'
  | 'landcover'
  | 'landuse'
  | 'water'
  | 'roads'
  | 'buildings'
  | 'places'
  | 'pois'
  | 'boundaries';

export interface BaseMapFeature {
  readonly geometry: GeoJSON.Polygon | GeoJSON.LineString | GeoJSON.Point;
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  /** The first zoom in whose tiles it appears. */
  readonly fromZoom: number;
  /** The last such zoom; without it, all further ones. */
  readonly toZoom?: number;
}

export interface BaseMap {
  readonly layers: ReadonlyMap<BaseMapLayer, readonly BaseMapFeature[]>;
  /** West, south, east, north in degrees: what the tiles cover. */
  readonly bounds: readonly [number, number, number, number];
}

type Lines = (path: readonly Point[]) => GeoJSON.LineString;

type Rings = (ring: readonly Point[]) => GeoJSON.Polygon;

type Dot = (at: Point) => GeoJSON.Point;

export interface Pen {
  readonly line: Lines;
  readonly area: Rings;
  readonly dot: Dot;
}
