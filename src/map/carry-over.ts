/** Layers and sources that others (the drawing tools) added to the map outlive a change of style, on top as before. */
import type { StyleSpecification } from 'maplibre-gl';
import { BASE_SOURCE_ID } from './base-style.ts';
import { ownsId } from './compose-style.ts';

export function keepForeign(before: StyleSpecification | undefined, next: StyleSpecification): StyleSpecification {
  if (!before) return next;
  const foreignSources = Object.entries(before.sources).filter(([id]) => !ownsId(id) && id !== BASE_SOURCE_ID);
  const names = new Set(foreignSources.map(([id]) => id));
  const foreignLayers = before.layers.filter((layer) => 'source' in layer && names.has(layer.source));
  return {
    ...next,
    sources: { ...next.sources, ...Object.fromEntries(foreignSources) },
    layers: [...next.layers, ...foreignLayers],
  };
}
