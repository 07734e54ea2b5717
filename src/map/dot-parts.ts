/** Polygons too small to have a shape at a scale: discs of their ground, never under a pixel, so that none is lost. */
import { ScatterplotLayer } from '@deck.gl/layers';
import type { DrawableDots } from '../geo/drawable.ts';
import { type BinaryData, colorAttribute } from './binary-data.ts';
import { ABOVE_DATA_LAYER_ID, layerOpacity } from './draw-context.ts';
import { expandColors } from './expand.ts';
import type { FeatureLooks } from './feature-looks.ts';
import type { Part } from './part.ts';
import type { ClassStyle } from './symbology.ts';

const SMALLEST_PIXELS = 0.75;

/** What fills them, else what outlines them. */
const dotOf = ({ fill, edge }: ClassStyle) => (fill && fill.opacity > 0 ? fill : edge);

/** One part for each least size in use: deck.gl knows one for a layer. */
export function dotParts(dots: DrawableDots, looks: FeatureLooks): Part[] {
  const leastOf = (feature: number) => looks.styleOf(feature).leastDotPixels ?? SMALLEST_PIXELS;
  const sizes = [...new Set(Array.from(dots.featureOfPoint, leastOf))].sort((a, b) => a - b);
  return sizes.map((least) => {
    const chosen = sizes.length === 1 ? dots : choose(dots, (feature) => leastOf(feature) === least);
    return dotPart(chosen, least, looks);
  });
}

function choose({ positions, featureOfPoint, radiusMeters }: DrawableDots, accepts: (feature: number) => boolean) {
  const points = Uint32Array.from(featureOfPoint.keys()).filter((point) => accepts(featureOfPoint[point]!));
  return {
    positions: Float64Array.from({ length: 2 * points.length }, (_, i) => positions[2 * points[i >> 1]! + (i & 1)]!),
    featureOfPoint: Uint32Array.from(points, (point) => featureOfPoint[point]!),
    radiusMeters: Float32Array.from(points, (point) => radiusMeters[point]!),
  };
}

function dotPart({ positions, featureOfPoint, radiusMeters }: DrawableDots, least: number, looks: FeatureLooks): Part {
  const data: BinaryData = {
    length: featureOfPoint.length,
    attributes: {
      getPosition: { value: positions, size: 2 },
      getRadius: { value: radiusMeters, size: 1 },
      getFillColor: colorAttribute(expandColors(featureOfPoint, looks.colors(dotOf))),
    },
  };
  return {
    name: 'fill',
    make: ({ id, visible, opacity }) =>
      new ScatterplotLayer<unknown, { beforeId: string }>({
        id: `${id}-dots-${least}`,
        data,
        visible,
        opacity: layerOpacity(opacity),
        beforeId: ABOVE_DATA_LAYER_ID,
        radiusUnits: 'meters',
        radiusMinPixels: least,
        pickable: false,
      }),
  };
}
