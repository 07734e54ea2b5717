/** The three themes: paper, ink and factors. Everything that depends on a theme starts here. */
import type { Hex } from './color.ts';
import type { MapTheme } from './map-types.ts';

export interface ThemePalette {
  /** The land of the base map, on which all data is seen. */
  readonly paper: Hex;
  readonly ink: Hex;
  readonly quietInk: Hex;
  /** Around labels. */
  readonly halo: Hex;
  /** Around glyphs and highlights. */
  readonly casing: Hex;
  readonly selection: Hex;
  readonly hover: Hex;
  /** Lays over what is outside the scope. */
  readonly veil: Hex;
  readonly veilOpacity: number;
  readonly edgeFactor: number;
  readonly fillFactor: number;
  readonly textFactor: number;
  readonly glyphFactor: number;
  /** Least contrast of edges and glyphs on the paper. */
  readonly edgeContrast: number;
}

export const THEMES: Readonly<Record<MapTheme, ThemePalette>> = {
  light: {
    paper: '#f3f3f0',
    ink: '#1f2428',
    quietInk: '#5c646b',
    halo: '#ffffff',
    casing: '#ffffff',
    selection: '#0b57d0',
    hover: '#3d434a',
    veil: '#f3f3f0',
    veilOpacity: 0.62,
    edgeFactor: 1,
    fillFactor: 1,
    textFactor: 1,
    glyphFactor: 1,
    edgeContrast: 2.8,
  },
  dark: {
    paper: '#1b1e22',
    ink: '#eceff1',
    quietInk: '#a3abb3',
    halo: '#121417',
    casing: '#0d0f11',
    selection: '#8ab4f8',
    hover: '#dfe3e7',
    veil: '#1b1e22',
    veilOpacity: 0.62,
    edgeFactor: 1,
    fillFactor: 1.15,
    textFactor: 1,
    glyphFactor: 1,
    edgeContrast: 3.5,
  },
  projector: {
    paper: '#ffffff',
    ink: '#000000',
    quietInk: '#3a3f44',
    halo: '#ffffff',
    casing: '#ffffff',
    selection: '#0842a0',
    hover: '#000000',
    veil: '#ffffff',
    veilOpacity: 0.72,
    edgeFactor: 1.6,
    fillFactor: 1.3,
    textFactor: 1.7,
    glyphFactor: 1.4,
    edgeContrast: 4,
  },
};
