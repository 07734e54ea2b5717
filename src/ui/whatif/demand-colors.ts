/** What an alert asks, in colours of the map. The list and the legend name each: no colour stands alone. */
import type { Hex } from '../../map/color.ts';
import type { AlertDemand } from '../../rules/alert-plan.ts';

/** Apart in lightness as well: they are told apart in greyscale and by the colour-blind. */
export const DEMAND_COLORS: Readonly<Record<AlertDemand, Hex>> = {
  stop: '#a4133c',
  ask: '#d98e04',
  cover: '#6b4f2a',
  sprinkle: '#1c7ed6',
};
/** Of which the plan says nothing. */
export const UNASKED_COLOR: Hex = '#adb5bd';
