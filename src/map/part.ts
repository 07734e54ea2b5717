/** One deck.gl layer in the making: data prepared once, props of the moment given when it is drawn. */
import type { Layer } from '@deck.gl/core';
import type { DrawContext } from './draw-context.ts';

export interface Part {
  /** As in DRAW_ORDER, without the kind. */
  readonly name: 'fill' | 'texture' | 'edge' | 'line' | 'halo' | 'mark' | 'measures';
  readonly minZoom?: number;
  /** From here on it is not drawn. */
  readonly maxZoom?: number;
  make(props: PartProps, context: DrawContext): Layer;
}
export interface PartProps {
  readonly id: string;
  readonly visible: boolean;
  readonly opacity: number;
}
