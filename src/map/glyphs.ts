/**
 * Map marks as SVG paths on a 24 × 24 field: the map's atlas and the legend draw the same ones.
 * Filled with the even-odd rule; each is centred on (12, 12).
 */
export const GLYPHS = {
  crane:
    'M9.3 1.6 22.4 8.4H1.6zM9.3 3.9 5.4 6.6h9.2zM8 8.4h2.7v11.4H13v2.4H5.6v-2.4H8zM18.2 8.4h1.5v4.4h2.1v3.8h-5.7v-3.8h2.1z',
  factory:
    'M3.5 20V12l5 3v-3l5 3v-3l2.6 1.6L16.6 4h2.6l1.3 16zM6 16.5h2.4v1.8H6zM10.8 16.5h2.4v1.8h-2.4zM15.4 16.5h2.4v1.8h-2.4z',
  pile: 'M12 4.5 21 19.5H3z',
  station:
    'M12 3.2a8.8 8.8 0 1 1 0 17.6 8.8 8.8 0 0 1 0-17.6zM12 6.4a5.6 5.6 0 1 0 0 11.2 5.6 5.6 0 0 0 0-11.2zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  school:
    'M12 4 22 9l-10 5L2 9zM6.2 12.4l5.8 2.9 5.8-2.9v3.8c-1.4 1.6-3.4 2.5-5.8 2.5s-4.4-.9-5.8-2.5zM20 10.6h1.3v6H20z',
  hospital:
    'M5 3.5h14a1.5 1.5 0 0 1 1.5 1.5v14a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19V5A1.5 1.5 0 0 1 5 3.5zM10.2 6.8v3.4H6.8v3.6h3.4v3.4h3.6v-3.4h3.4v-3.6h-3.4V6.8z',
  place: 'M12 3.5l8.5 8.5-8.5 8.5L3.5 12zM12 8.3 8.3 12l3.7 3.7 3.7-3.7z',
  square: 'M5.5 5.5h13v13h-13z',
  diamond: 'M12 3.6 20.4 12 12 20.4 3.6 12z',
  circle: 'M12 4.6a7.4 7.4 0 1 1 0 14.8 7.4 7.4 0 0 1 0-14.8z',
  bubble: 'M5 4h14a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2h-6.2L8.5 21v-4.5H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z',
  /** Under counts of findings: full shapes, one for each group. */
  badgeRound: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20z',
  badgeSquare:
    'M4.5 2h15A2.5 2.5 0 0 1 22 4.5v15a2.5 2.5 0 0 1-2.5 2.5h-15A2.5 2.5 0 0 1 2 19.5v-15A2.5 2.5 0 0 1 4.5 2z',
  badgeHexagon: 'M7 2h10l6 10-6 10H7L1 12z',
  badgeShield: 'M3 2h18v11c0 5-4 8-9 10-5-2-9-5-9-10z',
  ring: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 6.4a5.6 5.6 0 1 0 0 11.2 5.6 5.6 0 0 0 0-11.2z',
  ringDiamond: 'M12 1.8 22.2 12 12 22.2 1.8 12zM12 6.9 6.9 12l5.1 5.1 5.1-5.1z',
  ringSquare: 'M4 4h16v16H4zM7.4 7.4v9.2h9.2V7.4z',
  ringTriangle: 'M12 2.5 22.5 20.5h-21zM12 9.2 7.4 17.2h9.2z',
  ringHexagon: 'M12 2 20.7 7v10L12 22l-8.7-5V7zM12 5.9 6.7 9v6l5.3 3.1L17.3 15V9z',
  cross: 'M6.6 3.6 12 9l5.4-5.4 3 3L15 12l5.4 5.4-3 3L12 15l-5.4 5.4-3-3L9 12 3.6 6.6z',
  question:
    'M12 2.6a9.4 9.4 0 1 1 0 18.8 9.4 9.4 0 0 1 0-18.8zM10.9 16.2v2.2h2.2v-2.2zM8.2 9.4h2.2c0-1.1.7-1.8 1.7-1.8s1.6.6 1.6 1.5c0 .8-.4 1.2-1.3 1.9-1.1.8-1.6 1.6-1.5 3.2v.6h2.1v-.4c0-.9.3-1.3 1.2-2 1.1-.8 1.7-1.8 1.7-3.3 0-2.1-1.6-3.5-3.8-3.5-2.3 0-3.9 1.5-3.9 3.8z',
} as const;
export type GlyphName = keyof typeof GLYPHS;

/** A sixth of a ring from 12 o'clock clockwise: thick for a measure not in place, thin for one that is, broken for one that nobody verified. */
export const RING_SEGMENTS = {
  segmentThick: ringSegment(11.6, 8.2),
  segmentThin: ringSegment(10.9, 9.5),
  segmentBroken: [4, 24, 44].map((from) => ringSegment(10.9, 9.5, from, from + 12)).join(''),
} as const;
export type RingSegmentName = keyof typeof RING_SEGMENTS;

function ringSegment(outer: number, inner: number, from = 4, to = 56): string {
  const at = (radius: number, degrees: number) => {
    const angle = ((degrees - 90) * Math.PI) / 180;
    return `${(12 + radius * Math.cos(angle)).toFixed(2)} ${(12 + radius * Math.sin(angle)).toFixed(2)}`;
  };
  return `M${at(outer, from)}A${outer} ${outer} 0 0 1 ${at(outer, to)}L${at(inner, to)}A${inner} ${inner} 0 0 0 ${at(inner, from)}z`;
}
