/**
 * Marks in the ink of the theme with a rim of its paper: what a speaker drew on the ground. They have no hue, since
 * every hue belongs to data, and the rim keeps them apart from whatever lies under them. Over labels and veil.
 */
import type { Layer } from '@deck.gl/core';
import { PathLayer, ScatterplotLayer, SolidPolygonLayer, TextLayer } from '@deck.gl/layers';
import { parseHex } from './color.ts';
import { type FlatPosition, pointsOf, polygonsOf } from './geometry-parts.ts';
import type { InkShape, MapTheme } from './map-types.ts';
import { THEMES } from './theme.ts';

interface Of<T> {
  readonly at: T;
  readonly shape: InkShape;
}

/** O(positions). Nothing is kept: a speaker draws a handful. */
export function inkLayers(shapes: readonly InkShape[], theme: MapTheme): Layer[] {
  const ink = rgba(THEMES[theme].ink);
  const paper = rgba(THEMES[theme].casing);
  const polygons = shapes.flatMap((shape) => polygonsOf(shape.geometry).map((at) => ({ at, shape })));
  const outlines = polygons.flatMap(({ at, shape }) => at.map((ring) => ({ at: ring, shape })));
  const filled = polygons.filter(({ shape }) => shape.filled);
  const lined = outlines.filter(({ shape }) => shape.linePixels !== undefined);
  const points = shapes.flatMap((shape) => pointsOf(shape.geometry).map((at) => ({ at, shape })));
  const labels = points.filter(({ shape }) => shape.label !== undefined);
  const dots = points.filter(({ shape }) => shape.dotPixels !== undefined);
  return [
    ...pathLayer('rim', outlines, paper, ({ shape }) => (shape.linePixels ?? 0) + 2 * (shape.rimPixels ?? 0)),
    ...(filled.length > 0
      ? [
          new SolidPolygonLayer<Of<FlatPosition[][]>>({
            id: 'ink/fill',
            data: filled,
            getPolygon: ({ at }) => at,
            getFillColor: ink,
            updateTriggers: { getFillColor: theme },
          }),
        ]
      : []),
    ...pathLayer('line', lined, ink, ({ shape }) => shape.linePixels ?? 0),
    ...(labels.length > 0 ? [labelLayer(labels, ink, paper, theme)] : []),
    ...(dots.length > 0 ? [dotLayer(dots, ink, paper, theme)] : []),
  ];
}

function pathLayer(
  name: string,
  data: readonly Of<FlatPosition[]>[],
  color: Rgba,
  width: (of: Of<FlatPosition[]>) => number,
): Layer[] {
  if (data.length === 0) return [];
  return [
    new PathLayer<Of<FlatPosition[]>>({
      id: `ink/${name}`,
      data,
      getPath: ({ at }) => at,
      getColor: color,
      getWidth: width,
      widthUnits: 'pixels',
      jointRounded: true,
      capRounded: true,
      updateTriggers: { getColor: color.join() },
    }),
  ];
}

function labelLayer(data: readonly Of<FlatPosition>[], ink: Rgba, paper: Rgba, theme: MapTheme): Layer {
  return new TextLayer<Of<FlatPosition>>({
    id: 'ink/label',
    data,
    getText: ({ shape }) => shape.label ?? '',
    getPosition: ({ at }) => at,
    getSize: ({ shape }) => shape.labelPixels ?? 0,
    getPixelOffset: ({ shape }) => [...(shape.labelOffset ?? ([0, 0] as const))],
    getColor: ink,
    characterSet: 'auto',
    fontFamily: '"Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif',
    fontWeight: 600,
    lineHeight: 1.25,
    background: true,
    backgroundPadding: [8, 4],
    backgroundBorderRadius: 3,
    getBackgroundColor: paper,
    getBorderColor: ink,
    getBorderWidth: 1.5,
    updateTriggers: { getColor: theme, getBackgroundColor: theme, getBorderColor: theme },
  });
}

function dotLayer(data: readonly Of<FlatPosition>[], ink: Rgba, paper: Rgba, theme: MapTheme): Layer {
  return new ScatterplotLayer<Of<FlatPosition>>({
    id: 'ink/dot',
    data,
    getPosition: ({ at }) => at,
    getRadius: ({ shape }) => shape.dotPixels ?? 0,
    radiusUnits: 'pixels',
    stroked: true,
    getFillColor: paper,
    getLineColor: ink,
    getLineWidth: 2.5,
    lineWidthUnits: 'pixels',
    updateTriggers: { getFillColor: theme, getLineColor: theme },
  });
}

type Rgba = [number, number, number, number];
const rgba = (color: Parameters<typeof parseHex>[0]): Rgba => [...(parseHex(color) as [number, number, number]), 255];
