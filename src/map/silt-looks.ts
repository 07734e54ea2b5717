/** Roads by silt loading: four steps from little to much dust, told apart by lightness alone, on light and dark paper. */
import type { RecolorClass } from './map-types.ts';

type Look = Pick<RecolorClass, 'color' | 'darkColor' | 'lineWidth'>;

/** Wider than routes, which lie on top: both are seen. */
const WIDTH_PIXELS = 5.5;

export const SILT_LOOKS: readonly Look[] = [
  { color: '#ad6d19', darkColor: '#886a90', lineWidth: WIDTH_PIXELS },
  { color: '#a13e25', darkColor: '#c9809a', lineWidth: WIDTH_PIXELS },
  { color: '#70274e', darkColor: '#f2a987', lineWidth: WIDTH_PIXELS },
  { color: '#33123b', darkColor: '#f8e29c', lineWidth: WIDTH_PIXELS },
];

/** Thin and grey, as roads are. */
export const UNMEASURED_LOOK: Look = { color: '#7d868e' };
