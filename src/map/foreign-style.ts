/**
 * Another's MapLibre style as a base map: its ground under the data, its names above them and in our
 * fonts, so that no glyph server is asked. Pure.
 */
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { MEDIUM_FONT, REGULAR_FONT } from './base-flavors.ts';

export interface ForeignParts {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly ground: readonly LayerSpecification[];
  readonly labels: readonly LayerSpecification[];
  readonly sprite?: NonNullable<StyleSpecification['sprite']>;
}

/** Ids get a name before them that the whole style owns: none can meet one of ours. */
const owned = (id: string) => `chentu-base-${id}`;

export function adoptStyle(style: StyleSpecification): ForeignParts {
  const layers = style.layers.map(adoptLayer);
  const isLabel = ({ type }: LayerSpecification) => type === 'symbol';
  return {
    sources: Object.fromEntries(Object.entries(style.sources).map(([id, source]) => [owned(id), source])),
    ground: layers.filter((layer) => !isLabel(layer)),
    labels: layers.filter(isLabel),
    ...(style.sprite === undefined ? {} : { sprite: style.sprite }),
  };
}

function adoptLayer(layer: LayerSpecification): LayerSpecification {
  const adopted = {
    ...layer,
    id: owned(layer.id),
    ...('source' in layer ? { source: owned(layer.source) } : {}),
  } as LayerSpecification;
  if (adopted.type !== 'symbol' || adopted.layout?.['text-field'] === undefined) return adopted;
  const bold = /bold|medium|semibold|heavy/iu.test(JSON.stringify(adopted.layout['text-font'] ?? ''));
  return { ...adopted, layout: { ...adopted.layout, 'text-font': [bold ? MEDIUM_FONT : REGULAR_FONT] } };
}
