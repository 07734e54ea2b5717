/**
 * What stands over the data and is no feature of a layer: measured distances, wind sectors, cells of
 * a grid, lassos. Under selection and hover, over findings; labels keep clear of nothing, so a
 * caller names few things.
 */
import type { Layer } from '@deck.gl/core';
import { PathStyleExtension } from '@deck.gl/extensions';
import { PathLayer, ScatterplotLayer, SolidPolygonLayer, TextLayer } from '@deck.gl/layers';
import { type Hex, legibleOn, parseHex } from './color.ts';
import { ABOVE_DATA_LAYER_ID } from './draw-context.ts';
import { type FlatPosition, linesOf, pointsOf, polygonsOf } from './geometry-parts.ts';
import type { MapTheme, OverlayShape } from './map-types.ts';
import { THEMES, type ThemePalette } from './theme.ts';

interface Of<T> {
  readonly at: T;
  readonly shape: OverlayShape;
}

/** Taken apart once, when the shapes change: themes and zooms only draw them again. */
export interface OverlayParts {
  readonly polygons: readonly Of<FlatPosition[][]>[];
  readonly paths: readonly Of<FlatPosition[]>[];
  readonly dashedPaths: readonly Of<FlatPosition[]>[];
  readonly points: readonly Of<FlatPosition>[];
  readonly labels: readonly Of<FlatPosition>[];
}

/** O(positions). */
export function partsOfOverlay(shapes: readonly OverlayShape[]): OverlayParts {
  const paths = shapes.flatMap((shape) =>
    shape.line ? [...polygonsOf(shape.geometry).flat(), ...linesOf(shape.geometry)].map((at) => ({ at, shape })) : [],
  );
  return {
    polygons: shapes.flatMap((shape) => (shape.fill ? polygonsOf(shape.geometry).map((at) => ({ at, shape })) : [])),
    paths: paths.filter(({ shape }) => !shape.line?.dashed),
    dashedPaths: paths.filter(({ shape }) => shape.line?.dashed),
    points: shapes.flatMap((shape) => pointsOf(shape.geometry).map((at) => ({ at, shape }))),
    labels: shapes.flatMap((shape) => {
      const at = shape.label === undefined ? undefined : firstPosition(shape.geometry);
      return at ? [{ at, shape }] : [];
    }),
  };
}

const COMMON = { pickable: false, beforeId: ABOVE_DATA_LAYER_ID } as const;
const DASHING = [new PathStyleExtension({ dash: true })];
const LABEL_PIXELS = 13;
const POINT_PIXELS = 5;

export function overlayLayers(name: string, parts: OverlayParts, theme: MapTheme): Layer[] {
  const palette = THEMES[theme];
  const { polygons, paths, dashedPaths, points, labels } = parts;
  const id = (part: string) => `overlay/${name}/${part}`;
  return [
    ...(polygons.length > 0 ? [fillLayer(id('fill'), polygons, palette)] : []),
    ...(paths.length > 0 ? [pathLayer(id('path'), paths, palette, false)] : []),
    ...(dashedPaths.length > 0 ? [pathLayer(id('dashes'), dashedPaths, palette, true)] : []),
    ...(points.length > 0 ? [pointLayer(id('point'), points, palette)] : []),
    ...(labels.length > 0 ? [labelLayer(id('label'), labels, palette)] : []),
  ];
}

function fillLayer(id: string, data: OverlayParts['polygons'], palette: ThemePalette): Layer {
  return new SolidPolygonLayer<Of<FlatPosition[][]>, { beforeId: string }>({
    id,
    data,
    getPolygon: ({ at }) => at,
    getFillColor: ({ shape }) =>
      rgba(shape.fill?.color ?? palette.ink, (shape.fill?.opacity ?? 0) * palette.fillFactor),
    updateTriggers: { getFillColor: palette },
    ...COMMON,
  });
}

function pathLayer(id: string, data: OverlayParts['paths'], palette: ThemePalette, dashed: boolean): Layer {
  return new PathLayer<Of<FlatPosition[]>, { beforeId: string; getDashArray?: [number, number] }>({
    id,
    data,
    getPath: ({ at }) => at,
    getColor: ({ shape }) => rgba(legible(shape.line?.color ?? palette.ink, palette), 1),
    getWidth: ({ shape }) => (shape.line?.width ?? 1) * palette.edgeFactor,
    widthUnits: 'pixels',
    jointRounded: true,
    capRounded: !dashed,
    updateTriggers: { getColor: palette, getWidth: palette },
    ...(dashed ? { getDashArray: [4, 3] as [number, number], extensions: DASHING } : {}),
    ...COMMON,
  });
}

function pointLayer(id: string, data: OverlayParts['points'], palette: ThemePalette): Layer {
  return new ScatterplotLayer<Of<FlatPosition>, { beforeId: string }>({
    id,
    data,
    getPosition: ({ at }) => at,
    getRadius: ({ shape }) => (shape.radiusPixels ?? POINT_PIXELS) * palette.glyphFactor,
    radiusUnits: 'pixels',
    filled: true,
    stroked: true,
    getFillColor: ({ shape }) => (shape.fill ? rgba(shape.fill.color, shape.fill.opacity) : [0, 0, 0, 0]),
    getLineColor: ({ shape }) => (shape.line ? rgba(legible(shape.line.color, palette), 1) : [0, 0, 0, 0]),
    getLineWidth: ({ shape }) => shape.line?.width ?? 0,
    lineWidthUnits: 'pixels',
    updateTriggers: { getLineColor: palette, getRadius: palette },
    ...COMMON,
  });
}

/** On paper of its own and over the labels of the map: a figure that was asked for is read before a street's name. */
function labelLayer(id: string, data: OverlayParts['labels'], palette: ThemePalette): Layer {
  return new TextLayer<Of<FlatPosition>>({
    id,
    data,
    getText: ({ shape }) => shape.label ?? '',
    getPosition: ({ at }) => at,
    getSize: LABEL_PIXELS * palette.textFactor,
    getColor: rgba(palette.ink, 1),
    getPixelOffset: ({ shape }) => [0, shape.labelCentered ? 0 : -16],
    characterSet: 'auto',
    fontFamily: '"Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif',
    fontWeight: 600,
    // A plate reads on any ground, where the outline of small Chinese type runs together; a filled point is one itself.
    background: true,
    backgroundPadding: [5, 2],
    backgroundBorderRadius: 3,
    getBackgroundColor: ({ shape }) => rgba(palette.paper, shape.labelCentered && shape.fill ? 0 : 0.92),
    updateTriggers: { getSize: palette, getColor: palette, getBackgroundColor: palette },
    pickable: false,
  });
}

const legible = (color: Hex, palette: ThemePalette) => legibleOn(palette.paper, color, palette.edgeContrast);

const rgba = (color: Hex, opacity: number): [number, number, number, number] => [
  ...(parseHex(color) as [number, number, number]),
  Math.round(255 * Math.min(1, opacity)),
];

function firstPosition(geometry: GeoJSON.Geometry): FlatPosition | undefined {
  return pointsOf(geometry)[0] ?? linesOf(geometry)[0]?.[0] ?? polygonsOf(geometry)[0]?.[0]?.[0];
}
