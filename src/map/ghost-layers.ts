/**
 * What would come in with an import, over everything else: plain outlines and points, and dashed
 * where the same shapes would lie without the change of datum that was chosen.
 */
import type { Layer } from '@deck.gl/core';
import { PathStyleExtension } from '@deck.gl/extensions';
import { PathLayer, ScatterplotLayer, SolidPolygonLayer } from '@deck.gl/layers';
import { legibleOn, parseHex } from './color.ts';
import { ABOVE_DATA_LAYER_ID } from './draw-context.ts';
import { type FlatPosition, linesOf, pointsOf, polygonsOf } from './geometry-parts.ts';
import type { Ghost, MapTheme } from './map-types.ts';
import { THEMES } from './theme.ts';

/** A blue of its own: no layer of data and no finding has it. */
const COLOR = '#0b57d0';
const FILL_ALPHA = 40;
const EDGE_PIXELS = 2;
const POINT_PIXELS = 5;
const DASHING = [new PathStyleExtension({ dash: true })];
const COMMON = { pickable: false, beforeId: ABOVE_DATA_LAYER_ID } as const;

/** Taken apart once, when the ghost changes: themes and zooms only draw it again. */
export interface GhostShapes {
  readonly polygons: FlatPosition[][][];
  readonly paths: FlatPosition[][];
  readonly points: FlatPosition[];
  readonly pathsBefore: FlatPosition[][];
  readonly pointsBefore: FlatPosition[];
}

export function takeApart({ shapes, before }: Ghost): GhostShapes {
  const pathsOf = (geometries: readonly GeoJSON.Geometry[]) =>
    geometries.flatMap((geometry) => [...polygonsOf(geometry).flat(), ...linesOf(geometry)]);
  return {
    polygons: shapes.flatMap(polygonsOf),
    paths: pathsOf(shapes),
    points: shapes.flatMap(pointsOf),
    pathsBefore: pathsOf(before),
    pointsBefore: before.flatMap(pointsOf),
  };
}

/** No layers at all where there is nothing to show, which is almost always. */
export function ghostLayers(ghost: GhostShapes, theme: MapTheme): Layer[] {
  if (Object.values(ghost).every((shapes) => shapes.length === 0)) return [];
  const palette = THEMES[theme];
  const color = parseHex(legibleOn(palette.paper, COLOR, palette.edgeContrast));
  const muted = parseHex(palette.ink);
  const paths = (id: string, data: FlatPosition[][], rgb: readonly number[], dashed: boolean) =>
    new PathLayer<FlatPosition[], { beforeId: string; getDashArray?: [number, number] }>({
      id: `ghost/${id}`,
      data,
      getPath: (path) => path,
      getColor: [...rgb] as [number, number, number],
      getWidth: (dashed ? 1.5 : EDGE_PIXELS) * palette.edgeFactor,
      widthUnits: 'pixels',
      ...(dashed ? { getDashArray: [4, 3] as [number, number], extensions: DASHING } : {}),
      ...COMMON,
    });
  const points = (id: string, data: FlatPosition[], rgb: readonly number[], filled: boolean) =>
    new ScatterplotLayer<FlatPosition, { beforeId: string }>({
      id: `ghost/${id}`,
      data,
      getPosition: (position) => position,
      getRadius: POINT_PIXELS * palette.glyphFactor,
      radiusUnits: 'pixels',
      filled,
      stroked: true,
      getFillColor: [...rgb, 160] as [number, number, number, number],
      getLineColor: [...rgb] as [number, number, number],
      getLineWidth: 1.5,
      lineWidthUnits: 'pixels',
      ...COMMON,
    });
  return [
    new SolidPolygonLayer<FlatPosition[][], { beforeId: string }>({
      id: 'ghost/fill',
      data: ghost.polygons,
      getPolygon: (polygon) => polygon,
      getFillColor: [...color, FILL_ALPHA] as [number, number, number, number],
      ...COMMON,
    }),
    paths('paths-before', ghost.pathsBefore, muted, true),
    points('points-before', ghost.pointsBefore, muted, false),
    paths('paths', ghost.paths, color, false),
    points('points', ghost.points, color, true),
  ];
}
