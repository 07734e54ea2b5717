/** Icon layers over the theme's atlas: the one place that knows how deck.gl wants its image. */
import type { Layer } from '@deck.gl/core';
import { IconLayer, type IconLayerProps } from '@deck.gl/layers';
import { ABOVE_DATA_LAYER_ID, type DrawContext, layerOpacity, markScale } from './draw-context.ts';

export type IconProps<T> = Pick<
  IconLayerProps<T>,
  'data' | 'getPosition' | 'getIcon' | 'getSize' | 'getColor' | 'getAngle' | 'getPixelOffset' | 'sizeScale'
> & { readonly id: string; readonly visible?: boolean; readonly opacity?: number };

export function iconLayerOf<T>(props: IconProps<T>, { atlas, zoom, theme }: DrawContext): Layer {
  return new IconLayer<T, { beforeId: string }>({
    sizeScale: markScale(zoom),
    ...props,
    opacity: layerOpacity(props.opacity ?? 1),
    beforeId: ABOVE_DATA_LAYER_ID,
    // The prop takes any image at run time; its type names only addresses and textures.
    iconAtlas: atlas.image as unknown as IconLayerProps['iconAtlas'],
    iconMapping: atlas.mapping,
    updateTriggers: { getIcon: theme, getPixelOffset: zoom },
    sizeUnits: 'pixels',
    pickable: false,
  });
}
