/**
 * Findings: overlaps and escapes hatched, gaps as a white core with a dotted edge, the others as a
 * mark at their point. Few enough (hundreds) for deck.gl to triangulate; made once per set and theme.
 */

import type { Position } from '@deck.gl/core';
import { FillStyleExtension, PathStyleExtension } from '@deck.gl/extensions';
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers';
import { type Hex, parseHex } from './color.ts';
import { ABOVE_DATA_LAYER_ID, type DrawContext } from './draw-context.ts';
import { linesOf, polygonsOf } from './geometry-parts.ts';
import { CELL_PER_GLYPH, iconKey } from './glyph-atlas.ts';
import { iconLayerOf } from './icon-layer.ts';
import type { FindingShape, MapTheme } from './map-types.ts';
import { type ClassStyle, drawIndex, findingStyleFor } from './symbology.ts';
import { TEXTURE_PATTERNS, type TextureName } from './texture.ts';
import type { OrderedLayer } from './view-layers.ts';

type Rgba = [number, number, number, number];
interface Area {
  readonly polygon: Position[][];
  readonly color: Rgba;
  readonly texture?: TextureName;
}
interface Stroke {
  readonly path: Position[];
  readonly color: Rgba;
  readonly width: number;
  readonly dash: readonly [number, number];
}
interface Mark {
  readonly at: Position;
  readonly icon: string;
  readonly size: number;
  readonly alpha: number;
}
export interface FindingDrawing {
  readonly fills: readonly Area[];
  readonly textures: readonly Area[];
  readonly lines: readonly Stroke[];
  readonly edges: readonly Stroke[];
  readonly marks: readonly Mark[];
}

const DIMMED = 0.25;

export function drawFindings(findings: readonly FindingShape[], theme: MapTheme): FindingDrawing {
  const [fills, textures, lines, edges, marks]: [Area[], Area[], Stroke[], Stroke[], Mark[]] = [[], [], [], [], []];
  for (const { rule, at, geometry, dimmed } of findings) {
    const style = findingStyleFor(rule, theme);
    const presence = dimmed ? DIMMED : 1;
    const color = (of: { color: Hex; opacity?: number }): Rgba => rgba(of.color, (of.opacity ?? 1) * presence);
    for (const polygon of geometry ? polygonsOf(geometry) : []) {
      if (style.fill) fills.push({ polygon, color: color(style.fill) });
      if (style.texture) textures.push({ polygon, color: color(style.texture), texture: style.texture.name });
      const { edge } = style;
      if (edge) edges.push(...polygon.map((path) => strokeOf(path, edge, color)));
    }
    if (style.line)
      for (const path of geometry ? linesOf(geometry) : []) lines.push(strokeOf(path, lineAsEdge(style.line), color));
    const { mark } = style;
    // An area too small to see is still found by its mark; the ground itself says the rest.
    if (mark)
      marks.push({
        at: [at[0], at[1]],
        icon: iconKey(mark.glyph, mark.color),
        size: mark.size * CELL_PER_GLYPH,
        alpha: 255 * presence,
      });
  }
  return { fills, textures, lines, edges, marks };
}

export function findingLayers(drawing: FindingDrawing, context: DrawContext): OrderedLayer[] {
  const { fills, textures, lines, edges, marks } = drawing;
  const common = { pickable: false, beforeId: ABOVE_DATA_LAYER_ID } as const;
  const layers: OrderedLayer[] = [];
  const add = (part: string, layer: OrderedLayer['layer']) => layers.push({ order: drawIndex('finding', part), layer });
  if (fills.length > 0) {
    add(
      'fill',
      new SolidPolygonLayer<Area, { beforeId: string }>({
        id: 'findings/fill',
        data: [...fills],
        getPolygon: ({ polygon }) => polygon,
        getFillColor: ({ color }) => color,
        ...common,
      }),
    );
  }
  if (textures.length > 0) {
    add(
      'texture',
      new SolidPolygonLayer<Area, { beforeId: string; [texture: string]: unknown }>({
        id: 'findings/texture',
        data: textures,
        getPolygon: ({ polygon }) => polygon,
        getFillColor: ({ color }) => color,
        extensions: TEXTURING,
        fillPatternMapping: TEXTURE_PATTERNS,
        fillPatternSizeUnits: 'pixels',
        getFillPattern: ({ texture }: Area) => texture ?? '',
        ...common,
      }),
    );
  }
  for (const [part, strokes] of [
    ['line', lines],
    ['edge', edges],
  ] as const) {
    if (strokes.length === 0) continue;
    add(
      part,
      new PathLayer<
        Stroke,
        { beforeId: string; dashUnits: 'pixels'; getDashArray: (stroke: Stroke) => readonly [number, number] }
      >({
        id: `findings/${part}`,
        data: strokes,
        getPath: ({ path }) => path,
        getColor: ({ color }) => color,
        getWidth: ({ width }) => width,
        getDashArray: ({ dash }) => dash,
        widthUnits: 'pixels',
        dashUnits: 'pixels',
        jointRounded: true,
        extensions: DASHING,
        ...common,
      }),
    );
  }
  if (marks.length > 0) {
    add(
      'mark',
      iconLayerOf(
        {
          id: 'findings/mark',
          data: marks,
          getPosition: ({ at }) => at,
          getIcon: ({ icon }) => icon,
          getSize: ({ size }) => size,
          getColor: ({ alpha }) => [255, 255, 255, alpha],
        },
        context,
      ),
    );
  }
  return layers;
}

const TEXTURING = [new FillStyleExtension({ pattern: true, proceduralPattern: true })];
const DASHING = [new PathStyleExtension({ dash: true, dashMode: 'path' })];

const rgba = (color: Hex, opacity: number): Rgba => [...parseHex(color), Math.round(255 * opacity)];

type Edge = NonNullable<ClassStyle['edge']>;
const lineAsEdge = ({ width, ...line }: NonNullable<ClassStyle['line']>): Edge => ({ ...line, width: width[0] });
function strokeOf(path: Position[], edge: Edge, color: (of: Edge) => Rgba): Stroke {
  return { path, color: color(edge), width: edge.width, dash: edge.dash ?? [0, 0] };
}
