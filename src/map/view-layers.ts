/**
 * A layer view as deck.gl layers: fills, textures, edges, lines, halos and marks, all from flat
 * arrays. What depends on drawable, styling and theme alone is made once and kept by `createViewLayers`;
 * visibility, opacity and zoom only change props.
 */
import type { Layer } from '@deck.gl/core';
import { type AreaBuffers, areaParts, buffersOf } from './area-parts.ts';
import type { DrawContext } from './draw-context.ts';
import type { FeatureLooks } from './feature-looks.ts';
import { lookAt } from './feature-looks.ts';
import { lineParts } from './line-parts.ts';
import type { LayerView } from './map-types.ts';
import { markParts } from './mark-parts.ts';
import type { Part } from './part.ts';
import { drawIndex } from './symbology.ts';

export interface OrderedLayer {
  readonly order: number;
  readonly layer: Layer;
}

interface Kept {
  readonly view: LayerView;
  readonly theme: DrawContext['theme'];
  readonly buffers: AreaBuffers;
  readonly parts: readonly Part[];
}

export interface ViewLayers {
  build(views: readonly LayerView[], context: DrawContext): OrderedLayer[];
}

export function createViewLayers(): ViewLayers {
  let kept = new Map<string, Kept>();
  return {
    build(views, context) {
      const next = new Map<string, Kept>();
      const layers: OrderedLayer[] = [];
      for (const view of views) {
        const entry = reuse(kept.get(view.id), view, context);
        next.set(view.id, entry);
        for (const part of entry.parts) layers.push(layerOf(view, part, context));
      }
      kept = next;
      return layers;
    },
  };
}

function layerOf(view: LayerView, part: Part, context: DrawContext): OrderedLayer {
  const visible =
    view.visible &&
    view.opacity > 0 &&
    context.zoom >= (part.minZoom ?? 0) &&
    context.zoom < (part.maxZoom ?? Infinity);
  const props = { id: `${view.id}/${part.name}`, visible, opacity: view.opacity };
  return { order: drawIndex(view.kind, part.name), layer: part.make(props, context) };
}

function reuse(kept: Kept | undefined, view: LayerView, context: DrawContext): Kept {
  const sameGround = kept?.view.drawable === view.drawable;
  if (kept && sameGround && kept.view.styling === view.styling && kept.theme === context.theme) return kept;
  const buffers = kept && sameGround ? kept.buffers : buffersOf(view.drawable);
  const looks = lookAt(view.kind, view.styling, context.theme);
  return { view, theme: context.theme, buffers, parts: partsOf(view, looks, buffers) };
}

function partsOf(view: LayerView, looks: FeatureLooks, buffers: AreaBuffers): Part[] {
  return [
    ...areaParts(view.drawable, looks, buffers),
    ...lineParts(view.drawable, looks, buffers),
    ...markParts(view, looks, buffers),
  ];
}
