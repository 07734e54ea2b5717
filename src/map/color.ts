/** Colours as numbers: parsing, mixing and the contrast of WCAG 2. Knows no layer and no theme. */

/** `#RRGGBB`. */
export type Hex = `#${string}`;
export type Rgb = readonly [red: number, green: number, blue: number];

export function parseHex(hex: Hex): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function formatHex([red, green, blue]: Rgb): Hex {
  const value = (Math.round(red) << 16) | (Math.round(green) << 8) | Math.round(blue);
  return `#${value.toString(16).padStart(6, '0')}`;
}

/** `fraction` of `b` in `a`, per channel: what a translucent `b` over an opaque `a` looks like. */
export function mix(a: Hex, b: Hex, fraction: number): Hex {
  const from = parseHex(a);
  const to = parseHex(b);
  const channel = (i: 0 | 1 | 2) => from[i] + (to[i] - from[i]) * fraction;
  return formatHex([channel(0), channel(1), channel(2)]);
}

/** Relative luminance, 0 black to 1 white (WCAG 2.2). */
export function luminance(hex: Hex): number {
  const [red, green, blue] = parseHex(hex).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1 to 21. */
export function contrast(a: Hex, b: Hex): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The colour itself, or the nearest mixture with black or white that reaches `ratio` on `paper`. */
export function legibleOn(paper: Hex, color: Hex, ratio: number): Hex {
  const towards: Hex = luminance(paper) < 0.4 ? '#ffffff' : '#000000';
  for (let step = 0; step < 20; step++) {
    const candidate = mix(color, towards, step / 20);
    if (contrast(candidate, paper) >= ratio) return candidate;
  }
  return towards;
}

export function cssColor(hex: Hex, opacity: number): string {
  return opacity >= 1 ? hex : `rgba(${parseHex(hex).join(',')},${Number(opacity.toFixed(3))})`;
}
