/** Findings on the map: ground, of which there is little enough for deck.gl to triangulate it, and any number of marks. */
import { FillStyleExtension, PathStyleExtension } from '@deck.gl/extensions';
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers';
import { type BinaryData, colorAttribute } from './binary-data.ts';
import { ABOVE_DATA_LAYER_ID, type DrawContext, findingMarkScale } from './draw-context.ts';
import type { Area, FindingDrawing, Stroke } from './finding-drawing.ts';
import type { FindingMarks } from './finding-marks.ts';
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
  if (marks.count > 0) {
    const scale = findingMarkScale(context.zoom);
    add(
      'mark',
      iconLayerOf(
        {
          id: 'findings/mark',
          data: dataOf(marks),
          getIcon: (_, { index }) => marks.icons[index] ?? '',
          getPixelOffset: (_, { index }) => {
            const [x = 0, y = 0] = marks.offsets[index] ?? [];
            return [x * scale, y * scale];
          },
          sizeScale: scale,
        },
        context,
      ),
    );
  }
  return layers;
}

/** The same object for the same marks, so that a redraw for another reason moves nothing to the GPU. */
const kept = new WeakMap<FindingMarks, BinaryData>();

function dataOf(marks: FindingMarks): BinaryData {
  let data = kept.get(marks);
  if (!data) {
    const { count, positions, sizes, colors } = marks;
    data = {
      length: count,
      attributes: {
        getPosition: { value: positions, size: 2 },
        getSize: { value: sizes, size: 1 },
        getColor: colorAttribute(colors),
      },
    };
    kept.set(marks, data);
  }
  return data;
}

const TEXTURING = [new FillStyleExtension({ pattern: true, proceduralPattern: true })];
const DASHING = [new PathStyleExtension({ dash: true, dashMode: 'path' })];
