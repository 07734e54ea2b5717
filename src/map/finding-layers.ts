/** Findings on the map: ground, of which there is little enough for deck.gl to triangulate it, and any number of marks. */
import { FillStyleExtension, PathStyleExtension } from '@deck.gl/extensions';
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers';
import { type BinaryData, colorAttribute } from './binary-data.ts';
import { type Badge, badgesOf, clusterLayers } from './cluster-layers.ts';
import { clusterMarks } from './cluster-marks.ts';
import { ABOVE_DATA_LAYER_ID, type DrawContext, findingMarkScale } from './draw-context.ts';
import type { Area, FindingDrawing, Stroke } from './finding-drawing.ts';
import { type FindingMarks, selectMarks } from './finding-marks.ts';
import { iconLayerOf } from './icon-layer.ts';
import { drawIndex } from './symbology.ts';
import { TEXTURE_PATTERNS } from './texture.ts';
import type { OrderedLayer } from './view-layers.ts';

export function findingLayers(
  drawing: FindingDrawing,
  context: DrawContext,
): { layers: OrderedLayer[]; badges: readonly Badge[] } {
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
    if (strokes.length === 0 || (part === 'line' && context.zoom < LINES_FROM_ZOOM)) continue;
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
  const { singles, badges } = shownMarks(marks, context);
  layers.push(...clusterLayers(badges, context));
  if (singles.count > 0) {
    const scale = findingMarkScale(context.zoom);
    add(
      'mark',
      iconLayerOf(
        {
          id: 'findings/mark',
          data: dataOf(singles),
          getIcon: (_, { index }) => singles.icons[index] ?? '',
          getPixelOffset: (_, { index }) => {
            const [x = 0, y = 0] = singles.offsets[index] ?? [];
            return [x * scale, y * scale];
          },
          sizeScale: scale,
        },
        context,
      ),
    );
  }
  return { layers, badges };
}

interface ShownMarks {
  readonly of: Pick<DrawContext, 'zoom' | 'window' | 'theme'>;
  readonly singles: FindingMarks;
  readonly badges: readonly Badge[];
}

const shown = new WeakMap<FindingMarks, ShownMarks>();

/** Kept until scale, window or theme change. */
function shownMarks(marks: FindingMarks, { zoom, window, theme }: DrawContext): ShownMarks {
  const kept = shown.get(marks);
  if (kept && kept.of.zoom === zoom && kept.of.window === window && kept.of.theme === theme) return kept;
  const { singles, rows } = clusterMarks(marks, zoom, window);
  const made = { of: { zoom, window, theme }, singles: selectMarks(marks, singles), badges: badgesOf(rows, theme) };
  shown.set(marks, made);
  return made;
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

/** Before, unswept roads would be all that one sees; their counts stand on the map. */
const LINES_FROM_ZOOM = 12.5;
const TEXTURING = [new FillStyleExtension({ pattern: true, proceduralPattern: true })];
const DASHING = [new PathStyleExtension({ dash: true, dashMode: 'path' })];
