/**
 * What an edit would do, before it is made: ground that changes hands, hatched, and the line along
 * which it would be cut. On top of data and findings, under the labels.
 */
import type { Layer } from '@deck.gl/core';
import { FillStyleExtension } from '@deck.gl/extensions';
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers';
import { type Hex, legibleOn, parseHex } from './color.ts';
import { ABOVE_DATA_LAYER_ID } from './draw-context.ts';
import { type FlatPosition, linesOf, polygonsOf } from './geometry-parts.ts';
import type { MapTheme, Preview } from './map-types.ts';
import { PREVIEW_SIDES } from './preview-sides.ts';
import { TEXTURE_PATTERNS, type TextureName } from './texture.ts';
import { THEMES } from './theme.ts';

interface Ground {
  readonly polygon: FlatPosition[][];
  readonly color: Hex;
  readonly texture: TextureName;
}

const FILL_ALPHA = 90;
const EDGE_PIXELS = 2.5;

export function previewLayers({ areas, line }: Preview, theme: MapTheme): Layer[] {
  const palette = THEMES[theme];
  const grounds = areas.flatMap(({ geometry, side }): Ground[] => {
    const { color, texture } = PREVIEW_SIDES[side];
    const legible = legibleOn(palette.paper, color, palette.edgeContrast);
    return polygonsOf(geometry).map((polygon) => ({ polygon, color: legible, texture }));
  });
  const edges = grounds.flatMap(({ polygon, color }) => polygon.map((path) => ({ path, color })));
  const cuts = (line ? linesOf(line) : []).map((path) => ({ path, color: palette.ink }));
  const common = { pickable: false, beforeId: ABOVE_DATA_LAYER_ID } as const;
  const paths = (id: string, data: readonly { path: FlatPosition[]; color: Hex }[], width: number) =>
    new PathLayer<{ path: FlatPosition[]; color: Hex }, { beforeId: string }>({
      id: `preview/${id}`,
      data,
      getPath: ({ path }) => path,
      getColor: ({ color }) => [...parseHex(color)],
      getWidth: width * palette.edgeFactor,
      widthUnits: 'pixels',
      jointRounded: true,
      capRounded: true,
      ...common,
    });
  return [
    new SolidPolygonLayer<Ground, { beforeId: string }>({
      id: 'preview/fill',
      data: grounds,
      getPolygon: ({ polygon }) => polygon,
      getFillColor: ({ color }) => [...parseHex(color), FILL_ALPHA],
      ...common,
    }),
    new SolidPolygonLayer<Ground, { beforeId: string; [texture: string]: unknown }>({
      id: 'preview/texture',
      data: grounds,
      getPolygon: ({ polygon }) => polygon,
      getFillColor: ({ color }) => [...parseHex(color)],
      extensions: TEXTURING,
      fillPatternMapping: TEXTURE_PATTERNS,
      fillPatternSizeUnits: 'pixels',
      getFillPattern: ({ texture }: Ground) => texture,
      ...common,
    }),
    paths('edge', edges, EDGE_PIXELS),
    paths(
      'cut-casing',
      cuts.map(({ path }) => ({ path, color: palette.casing })),
      6,
    ),
    paths('cut', cuts, 3),
  ];
}

const TEXTURING = [new FillStyleExtension({ pattern: true, proceduralPattern: true })];
