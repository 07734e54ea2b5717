/** What every layer maker needs to know of the moment: theme, zoom, atlas, and where in the stack deck.gl draws. */
import type { GlyphAtlas } from './glyph-atlas.ts';
import type { Bounds, MapTheme } from './map-types.ts';

export interface DrawContext {
  readonly theme: MapTheme;
  readonly atlas: GlyphAtlas;
  /** In half steps (`zoomStep`), so that layers are not remade at every frame of a zoom. */
  readonly zoom: number;
  /** Metres on the ground under one CSS pixel at the near end of the zoom step. */
  readonly metersPerPixel: number;
  /** What is in view, with a margin: the rest need not be drawn. */
  readonly window: Bounds;
}

/** MapLibre's layer right above all data: labels and the veil lie on top of it. */
export const ABOVE_DATA_LAYER_ID = 'chentu-veil';
/** MapLibre's layer right below all data: the ground ends here. */
export const BELOW_DATA_LAYER_ID = 'chentu-ground-end';

export const zoomStep = (zoom: number) => Math.floor(zoom * 2) / 2;

/** Marks shrink on the overview, where hundreds of them would hide the ground: a third at zoom 10.5, whole from 13.5 on. */
export const markScale = (zoom: number) => Math.min(1, Math.max(0.36, 0.36 + (zoom - 10.5) * 0.21));

/** Marks of findings stand beside what they mark and are many: on the overview they are small as dots. */
export const findingMarkScale = (zoom: number) => Math.min(1, Math.max(0.2, 0.2 + (zoom - 10.75) * 0.29));

/** Routes thin out on the overview, or they would be all that one sees: whole width from zoom 13.5 on. */
export const lineScale = (zoom: number) => Math.min(1, Math.max(0.45, 0.45 + (zoom - 10.5) * 0.18));

/** deck.gl takes the 2.2th root of a layer's opacity; this takes it back, so that 0.5 means half. */
export const layerOpacity = (opacity: number) => opacity ** 2.2;
