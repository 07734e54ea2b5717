/** A layer's styling in a theme as flat per-feature colours, widths and marks, ready to be spread over vertices. */
import type { LayerKind } from '../model/kinds.ts';
import { type Hex, parseHex } from './color.ts';
import { type FeatureStyling, type MapTheme, NO_RECOLOR } from './map-types.ts';
import { type ClassStyle, NO_TINT, recolored, styleFor } from './symbology.ts';

/** How much of a feature outside the scope is left. */
const DIMMED = 0.22;

/** What a function picks is worked out once for all features and kept under the function: every tile asks again. */
export interface FeatureLooks {
  readonly count: number;
  styleOf(feature: number): ClassStyle;
  /** RGBA per feature of what `pick` gives; transparent where it gives nothing or the feature is hidden. */
  colors(pick: (style: ClassStyle) => { readonly color: Hex; readonly opacity?: number } | undefined): Uint8Array;
  numbers(pick: (style: ClassStyle, weight: number) => number): Float32Array;
  pairs(pick: (style: ClassStyle) => readonly [number, number] | undefined): Float32Array;
  /** 1 per feature whose style satisfies `test`; kept under `name`. */
  flags(test: (style: ClassStyle) => boolean, name: string): Uint8Array;
  /** Whether any class in use satisfies `test`. */
  some(test: (style: ClassStyle) => boolean): boolean;
  /** 0 hidden, faint if dimmed, else 1. */
  presence(feature: number): number;
}

export function lookAt(kind: LayerKind, styling: FeatureStyling, theme: MapTheme): FeatureLooks {
  const { category, tint, weight, dimmed, hidden, recolor } = styling;
  const count = category.length;
  const known = new Map<number, ClassStyle>();
  const otherOf = (feature: number) => recolor?.classOf[feature] ?? NO_RECOLOR;
  const keyOf = (feature: number) =>
    ((category[feature] as number) * 256 + (tint?.[feature] ?? NO_TINT)) * 256 + otherOf(feature);
  for (let feature = 0; feature < count; feature++) {
    const key = keyOf(feature);
    if (known.has(key)) continue;
    const style = styleFor(kind, category[feature] as number, theme, tint?.[feature]);
    const other = recolor?.classes[otherOf(feature)];
    known.set(key, other ? recolored(style, other, theme) : style);
  }
  const styleOf = (feature: number) => known.get(keyOf(feature)) as ClassStyle;
  const presence = (feature: number) => (hidden?.[feature] ? 0 : dimmed?.[feature] ? DIMMED : 1);
  const once = rememberByKey();
  return {
    count,
    styleOf,
    presence,
    some: (test) => [...known.values()].some(test),
    flags: (test, name) =>
      once(name, () => Uint8Array.from({ length: count }, (_, feature) => (test(styleOf(feature)) ? 1 : 0))),
    colors: (pick) =>
      once(pick, () => {
        const rgbOf = new Map(
          [...known].map(([key, style]) => {
            const picked = pick(style);
            return [key, picked ? ([...parseHex(picked.color), picked.opacity ?? 1] as const) : undefined];
          }),
        );
        const colors = new Uint8Array(count * 4);
        for (let feature = 0; feature < count; feature++) {
          const picked = rgbOf.get(keyOf(feature));
          if (!picked) continue;
          colors.set(picked, feature * 4);
          colors[feature * 4 + 3] = Math.round(255 * picked[3] * presence(feature));
        }
        return colors;
      }),
    numbers: (pick) =>
      once(pick, () =>
        Float32Array.from({ length: count }, (_, feature) => pick(styleOf(feature), weight?.[feature] ?? 0)),
      ),
    pairs: (pick) =>
      once(pick, () => {
        const pairs = new Float32Array(count * 2);
        for (let feature = 0; feature < count; feature++) pairs.set(pick(styleOf(feature)) ?? [0, 0], feature * 2);
        return pairs;
      }),
  };
}

function rememberByKey(): <T>(key: unknown, make: () => T) => T {
  const made = new Map<unknown, unknown>();
  return <T>(key: unknown, make: () => T) => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  };
}
