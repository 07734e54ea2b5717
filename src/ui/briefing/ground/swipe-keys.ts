/** How keys move the line between before and after. Pure. */

const STEP = 0.05;

/** On the line itself, as a slider. Undefined for every other key. */
export function shareAfterKey(key: string, share: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return tidy(share - STEP);
    case 'ArrowRight':
    case 'ArrowUp':
      return tidy(share + STEP);
    case 'Home':
      return 0;
    case 'End':
      return 1;
    default:
      return undefined;
  }
}

/** On the wall, where arrows turn the pages: [ and ] beside the other keys of the stage, with Shift to the very edge. */
export function shareAfterStageKey(key: string, share: number): number | undefined {
  switch (key) {
    case '[':
    case '【':
      return tidy(share - STEP);
    case ']':
    case '】':
      return tidy(share + STEP);
    case '{':
      return 0;
    case '}':
      return 1;
    default:
      return undefined;
  }
}

/** Within the map, without the crumbs of binary fractions. */
export function tidy(share: number): number {
  return Math.round(Math.max(0, Math.min(1, share)) * 1000) / 1000;
}
