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

export function dotParts({ positions, featureOfPoint, radiusMeters }: DrawableDots, looks: FeatureLooks): Part[] {
  if (featureOfPoint.length === 0) return [];
  const data: BinaryData = {
    length: featureOfPoint.length,
    attributes: {
      getPosition: { value: positions, size: 2 },
      getRadius: { value: radiusMeters, size: 1 },
      getFillColor: colorAttribute(expandColors(featureOfPoint, looks.colors(dotOf))),
    },
  };
  return [
    {
      name: 'fill',
      make: ({ id, visible, opacity }) =>
        new ScatterplotLayer<unknown, { beforeId: string }>({
          id: `${id}-dots`,
          data,
          visible,
          opacity: layerOpacity(opacity),
          beforeId: ABOVE_DATA_LAYER_ID,
          radiusUnits: 'meters',
          radiusMinPixels: SMALLEST_PIXELS,
          pickable: false,
        }),
    },
  ];
}
