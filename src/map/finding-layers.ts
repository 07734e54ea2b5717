/** Findings on the map. Few enough (hundreds) for deck.gl to triangulate their ground itself. */
import { FillStyleExtension, PathStyleExtension } from '@deck.gl/extensions';
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers';
import { ABOVE_DATA_LAYER_ID, type DrawContext, findingMarkScale } from './draw-context.ts';
import type { Area, FindingDrawing, Stroke } from './finding-drawing.ts';
import { iconLayerOf } from './icon-layer.ts';
import { drawIndex } from './symbology.ts';
import { TEXTURE_PATTERNS } from './texture.ts';
import type { OrderedLayer } from './view-layers.ts';

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
        data: fills,
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
    const scale = findingMarkScale(context.zoom);
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
          getPixelOffset: ({ offset }) => [offset[0] * scale, offset[1] * scale],
          sizeScale: scale,
        },
        context,
      ),
    );
  }
  return layers;
}

const TEXTURING = [new FillStyleExtension({ pattern: true, proceduralPattern: true })];
const DASHING = [new PathStyleExtension({ dash: true, dashMode: 'path' })];
