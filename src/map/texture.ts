/** Fill textures by name: once for the shader (deck.gl's procedural patterns), once as lines of a legend swatch. */
import type { ProceduralPatternMapping } from '@deck.gl/extensions';

export type TextureName = 'net' | 'dots' | 'cross' | 'hatch';

/** Sizes in CSS pixels. */
interface Texture {
  readonly pattern: ProceduralPatternMapping[string];
  /** Swatch marks over a width × height box, as an SVG path. */
  readonly marks: (width: number, height: number) => string;
}

export const TEXTURES: Readonly<Record<TextureName, Texture>> = {
  net: {
    pattern: { type: 'cross-hatch', angles: [45, 135], strokeWidth: 1, gap: 5 },
    marks: (width, height) => diagonals(width, height, 5, 1) + diagonals(width, height, 5, -1),
  },
  dots: { pattern: { type: 'dots', radius: 1.2, gap: 4.6, angle: 45 }, marks: dots },
  cross: {
    pattern: { type: 'cross-hatch', angles: [45, 135], strokeWidth: 1.6, gap: 6 },
    marks: (width, height) => diagonals(width, height, 6, 1) + diagonals(width, height, 6, -1),
  },
  hatch: {
    pattern: { type: 'hatch', angle: 45, strokeWidth: 1.6, gap: 6 },
    marks: (width, height) => diagonals(width, height, 5, 1),
  },
};

export const TEXTURE_PATTERNS: ProceduralPatternMapping = Object.fromEntries(
  Object.entries(TEXTURES).map(([name, texture]) => [name, texture.pattern]),
);

/** 45° lines clipped to the box, `step` apart along x; slope 1 rises to the right, -1 falls. */
function diagonals(width: number, height: number, step: number, slope: 1 | -1): string {
  const lines: string[] = [];
  for (let start = -height + step / 2; start < width; start += step) {
    const left = Math.max(0, start);
    const right = Math.min(width, start + height);
    if (right - left < 0.5) continue;
    const y = (x: number) => (slope === 1 ? height - (x - start) : x - start);
    lines.push(`M${left} ${y(left)}L${right} ${y(right)}`);
  }
  return lines.join('');
}

/** Each dot is a line of no length: round caps make it round. */
function dots(width: number, height: number): string {
  const marks: string[] = [];
  for (let row = 0, y = 3; y < height; row++, y += 3.6) {
    for (let x = row % 2 === 0 ? 3 : 5.5; x < width - 1; x += 5) marks.push(`M${x} ${y}h0.01`);
  }
  return marks.join('');
}
