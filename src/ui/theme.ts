/** The page's look for Mantine: one accent, 13 px text, quiet greys. Sizes of panels stand in shell/layout.css. */
import { createTheme, type MantineColorsTuple, rem } from '@mantine/core';

/** Ink blue: what can be pressed. Far from every hue that means something on the map. */
const accent: MantineColorsTuple = [
  '#eef4fa',
  '#dbe6f1',
  '#b5cbe1',
  '#8baecf',
  '#6a96c0',
  '#5486b7',
  '#3f76ab',
  '#2c6297',
  '#1f527f',
  '#154067',
];

/** Fading in costs frames that a weak machine with a map on the page does not have. */
const AT_ONCE = { duration: 0 };

export const mantineTheme = createTheme({
  primaryColor: 'accent',
  // Both dark enough for white type on it: 8.4 : 1 and 4.8 : 1.
  primaryShade: { light: 8, dark: 6 },
  colors: { accent },
  // By language: shell/page.css.
  fontFamily: 'var(--ct-font)',
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(15), xl: rem(22) },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5' },
  headings: { fontWeight: '600' },
  defaultRadius: 4,
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // What scrolls is the list itself: a scrolling box around it would be one more stop that keys cannot enter.
    Select: {
      defaultProps: { comboboxProps: { transitionProps: AT_ONCE }, withScrollArea: false },
      styles: { options: { maxHeight: rem(420), overflowY: 'auto' } },
    },
    Tooltip: { defaultProps: { transitionProps: AT_ONCE, openDelay: 400, withArrow: false, fz: 'xs' } },
    // Escape is the page's: one step back at a time (shell/use-shortcuts.ts).
    // The page never scrolls; what locks scrolling writes inline styles that the policy refuses.
    Modal: { defaultProps: { transitionProps: AT_ONCE, lockScroll: false, closeOnEscape: false } },
    // Its placeholder for the first focus is a child that no menu may have.
    Menu: { defaultProps: { transitionProps: AT_ONCE, shadow: 'md', withInitialFocusPlaceholder: false } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
  },
});
