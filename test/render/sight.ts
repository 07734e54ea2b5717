/** What is left of a colour for different eyes, and how far two colours lie apart. */
export type Rgb = readonly [number, number, number];

const toLinear = (channel: number) => {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const fromLinear = (value: number) => {
  const clamped = Math.min(1, Math.max(0, value));
  return 255 * (clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * clamped ** (1 / 2.4) - 0.055);
};

/** Without green cones: Machado, Oliveira and Fernandes 2009 (doi.org/10.1109/TVCG.2009.113), severity 1, on linear light. */
export function asDeuteranope([red, green, blue]: Rgb): Rgb {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)];
  return [
    fromLinear(0.367322 * r + 0.860646 * g - 0.227968 * b),
    fromLinear(0.280085 * r + 0.672501 * g + 0.047413 * b),
    fromLinear(-0.01182 * r + 0.04294 * g + 0.968881 * b),
  ];
}

export function asGreyscale([red, green, blue]: Rgb): Rgb {
  const grey = fromLinear(0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue));
  return [grey, grey, grey];
}

/** A washed-out projector: half the contrast, lifted towards white. */
export const asWashedOut = (rgb: Rgb): Rgb => rgb.map((channel) => 127.5 + channel / 2) as unknown as Rgb;

/** CIE 1976 colour difference in Lab (D65): about 2.3 is just noticeable side by side. */
export function difference(a: Rgb, b: Rgb): number {
  const [one, two] = [labOf(a), labOf(b)];
  return Math.hypot(one[0] - two[0], one[1] - two[1], one[2] - two[2]);
}

function labOf(rgb: Rgb): Rgb {
  const [r, g, b] = [toLinear(rgb[0]), toLinear(rgb[1]), toLinear(rgb[2])];
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
