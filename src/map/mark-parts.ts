/** Points: glyphs on point features and inside polygons, halos by value, ring segments for the six measures. */
import type { Layer } from '@deck.gl/core';
import { ScatterplotLayer } from '@deck.gl/layers';
import type { Drawable } from '../geo/drawable.ts';
import { type BinaryData, colorAttribute } from './binary-data.ts';
import { ABOVE_DATA_LAYER_ID, type DrawContext, layerOpacity, markScale } from './draw-context.ts';
import { expandColors, expandNumbers } from './expand.ts';
import type { FeatureLooks } from './feature-looks.ts';
import { MEASURES } from './feature-style.ts';
import { CELL_PER_GLYPH, iconKey } from './icon-key.ts';
import { iconLayerOf } from './icon-layer.ts';
import type { LayerView } from './map-types.ts';
import { type Mark, markOf } from './mark-of.ts';
import type { Part, PartProps } from './part.ts';
import { type ClassStyle, measureStyleFor, SYMBOLOGY } from './symbology.ts';

const RING_SIZE = 34;
/** From here on a satellite's pixel of 375 m is wider than its glyph, and stands for itself. */
const PIXELS_FROM_ZOOM = 11.5;

export function markParts(view: LayerView, looks: FeatureLooks): Part[] {
  const { drawable } = view;
  const points = { positions: drawable.points.positions, features: drawable.points.featureOfPoint };
  const inner = innerPoints(drawable, looks);
  const parts: Part[] = [];
  if (points.features.length > 0) {
    if (looks.some(({ halo }) => halo !== undefined)) parts.push(haloPart(points, looks));
    parts.push(markPart('', points, looks, markOf));
  }
  if (inner.features.length > 0) {
    const minZoom = looks.styleOf(inner.features[0] as number).mark?.minZoom;
    parts.push({
      ...markPart('-inner', inner, looks, ({ mark }) => mark),
      ...(minZoom === undefined ? {} : { minZoom }),
      ...(view.kind === 'hotspot' ? { maxZoom: PIXELS_FROM_ZOOM } : {}),
    });
  }
  return [...parts, ...measureParts(view, looks, points, inner)];
}

interface Points {
  readonly positions: Float64Array;
  readonly features: Uint32Array;
}

/** Polygon features whose class has a mark, each with the point inside it. */
function innerPoints(drawable: Drawable, looks: FeatureLooks): Points {
  if (drawable.polygons.triangles.length === 0 || !looks.some(({ mark }) => mark !== undefined)) {
    return { positions: new Float64Array(), features: new Uint32Array() };
  }
  const { positions, areas } = drawable.anchors;
  const features: number[] = [];
  areas.forEach((area, feature) => {
    if (area > 0 && looks.styleOf(feature).mark) features.push(feature);
  });
  return pointsAt(positions, features);
}

function pointsAt(anchors: Float64Array, features: readonly number[]): Points {
  const positions = new Float64Array(features.length * 2);
  features.forEach((feature, index) => {
    positions[2 * index] = anchors[2 * feature] as number;
    positions[2 * index + 1] = anchors[2 * feature + 1] as number;
  });
  return { positions, features: Uint32Array.from(features) };
}

function haloPart({ positions, features }: Points, looks: FeatureLooks): Part {
  const radius = looks.numbers(({ halo }, weight) =>
    halo ? halo.radius[0] + (halo.radius[1] - halo.radius[0]) * weight : 0,
  );
  const data: BinaryData = {
    length: features.length,
    attributes: {
      getPosition: { value: positions, size: 2 },
      getFillColor: colorAttribute(
        expandColors(
          features,
          looks.colors(({ halo }) => halo),
        ),
      ),
      getRadius: { value: expandNumbers(features, radius), size: 1 },
    },
  };
  return {
    name: 'halo',
    make: ({ id, visible, opacity }, context) =>
      new ScatterplotLayer<unknown, { beforeId: string }>({
        id,
        data,
        visible,
        opacity: layerOpacity(opacity),
        beforeId: ABOVE_DATA_LAYER_ID,
        radiusUnits: 'pixels',
        radiusScale: markScale(context.zoom),
        pickable: false,
      }),
  };
}

function markPart(
  suffix: string,
  { positions, features }: Points,
  looks: FeatureLooks,
  pick: (style: ClassStyle) => Mark | undefined,
): Part {
  const white = looks.colors((style) => (pick(style) ? { color: '#ffffff' } : undefined));
  const data: BinaryData = {
    length: features.length,
    attributes: {
      getPosition: { value: positions, size: 2 },
      getColor: colorAttribute(expandColors(features, white)),
      getSize: {
        value: expandNumbers(
          features,
          looks.numbers((style) => (pick(style)?.size ?? 0) * CELL_PER_GLYPH),
        ),
        size: 1,
      },
    },
  };
  const names = Array.from(features, (feature) => {
    const mark = pick(looks.styleOf(feature));
    return mark ? iconKey(mark.glyph, mark.color) : '';
  });
  return { name: 'mark', make: (props, context) => iconLayer(`${props.id}${suffix}`, props, data, names, context) };
}

function measureParts({ kind, styling }: LayerView, looks: FeatureLooks, points: Points, inner: Points): Part[] {
  const minZoom = SYMBOLOGY[kind].measuresFromZoom;
  const { measures } = styling;
  if (minZoom === undefined || !measures) return [];
  const features = [...points.features, ...inner.features];
  const at = [...points.positions, ...inner.positions];
  const [positions, angles, colors]: [number[], number[], number[]] = [[], [], []];
  const states: number[] = [];
  features.forEach((feature, index) => {
    for (let measure = 0; measure < MEASURES.length; measure++) {
      const state = measures[feature * MEASURES.length + measure] as number;
      if (!measureStyleFor(state, 'light')) continue;
      states.push(state);
      positions.push(at[2 * index] as number, at[2 * index + 1] as number);
      angles.push((-360 / MEASURES.length) * measure);
      colors.push(255, 255, 255, 255 * looks.presence(feature));
    }
  });
  if (states.length === 0) return [];
  const data: BinaryData = {
    length: states.length,
    attributes: {
      getPosition: { value: Float64Array.from(positions), size: 2 },
      getColor: colorAttribute(Uint8Array.from(colors)),
      getAngle: { value: Float32Array.from(angles), size: 1 },
      getSize: { value: new Float32Array(states.length).fill(RING_SIZE * CELL_PER_GLYPH), size: 1 },
    },
  };
  return [
    {
      name: 'measures',
      minZoom,
      make(props, context) {
        const names = states.map((state) => {
          const style = measureStyleFor(state, context.theme);
          return style ? iconKey(style.segment, style.color) : '';
        });
        return iconLayer(props.id, props, data, names, context);
      },
    },
  ];
}

function iconLayer(
  id: string,
  { visible, opacity }: PartProps,
  data: BinaryData,
  names: readonly string[],
  context: DrawContext,
): Layer {
  return iconLayerOf({ id, data, visible, opacity, getIcon: (_, { index }) => names[index] ?? '' }, context);
}
