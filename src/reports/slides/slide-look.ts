/** Fonts, colours and sizes of slides: white ground and dark text at 7 : 1 and more, as on the wall. */

/**
 * Every Chinese office has it; where it is missing, office programs put their own Chinese font in its place. Written
 * as the East Asian typeface too, else PowerPoint takes the theme's for Chinese.
 */
export const FONT = 'Microsoft YaHei';

export const COLORS = {
  text: '1B1F23',
  muted: '4A525A',
  accent: '1F527F',
  line: '9AA3AB',
  paper: 'FFFFFF',
  head: 'E8EEF4',
  band: 'F6F8FA',
} as const;

/** Of text, in points. */
export const POINTS = {
  cover: 40,
  coverLine: 18,
  title: 28,
  caption: 16,
  number: 28,
  numberLabel: 13,
  numberDetail: 13,
  legend: 11,
  foot: 10,
  table: 13,
  note: 11,
} as const;
