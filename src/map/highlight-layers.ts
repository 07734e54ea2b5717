/** Selection and hover: outlines with a casing, so that they read on any ground. Always on top of the data. */
import type { Layer } from '@deck.gl/core';
import { PathLayer, ScatterplotLayer } from '@deck.gl/layers';
import { type Hex, parseHex } from './color.ts';
import { ABOVE_DATA_LAYER_ID } from './draw-context.ts';
import { type FlatPosition, linesOf, pointsOf, polygonsOf } from './geometry-parts.ts';
import type { MapTheme } from './map-types.ts';
import { THEMES } from './theme.ts';

export interface Highlight {
  readonly paths: FlatPosition[][];
  readonly points: FlatPosition[];
}

export function highlightOf(geometries: readonly GeoJSON.Geometry[]): Highlight {
  return {
    paths: geometries.flatMap((geometry) => [...polygonsOf(geometry).flat(), ...linesOf(geometry)]),
    points: geometries.flatMap(pointsOf),
  };
}

/** Widths in CSS pixels of the coloured line; the casing adds as much again. */
const WIDTH = { hover: 2, selection: 3 } as const;
const POINT_RADIUS = { hover: 12, selection: 14 } as const;

export function highlightLayers(highlight: Highlight, role: 'hover' | 'selection', theme: MapTheme): Layer[] {
  const palette = THEMES[theme];
  const width = WIDTH[role] * palette.edgeFactor;
  const radius = POINT_RADIUS[role] * palette.glyphFactor;
  const stroke = (suffix: string, color: Hex, widthPixels: number): Layer[] => [
    ...(highlight.paths.length > 0
      ? [
          new PathLayer<FlatPosition[], { beforeId: string }>({
            id: `${role}/path-${suffix}`,
            data: highlight.paths,
            getPath: (path) => path,
            getColor: [...parseHex(color)],
            getWidth: widthPixels,
            widthUnits: 'pixels',
            jointRounded: true,
            capRounded: true,
            pickable: false,
            beforeId: ABOVE_DATA_LAYER_ID,
            updateTriggers: { getColor: color },
          }),
        ]
      : []),
    ...(highlight.points.length > 0
      ? [
          new ScatterplotLayer<FlatPosition, { beforeId: string }>({
            id: `${role}/point-${suffix}`,
            data: highlight.points,
            getPosition: (point) => point,
            filled: false,
            stroked: true,
            getLineColor: [...parseHex(color)],
            getLineWidth: widthPixels,
            lineWidthUnits: 'pixels',
            getRadius: radius,
            radiusUnits: 'pixels',
            pickable: false,
            beforeId: ABOVE_DATA_LAYER_ID,
            updateTriggers: { getLineColor: color },
          }),
        ]
      : []),
  ];
  return [...stroke('casing', palette.casing, width * 2 + 1), ...stroke('line', palette[role], width)];
}
