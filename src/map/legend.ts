/**
 * The legend, made from the same table as the map: one entry for each class that has at least one
 * feature that is not filtered out. Entries are plain data: a text key and a swatch of SVG paths.
 */
import type { RuleId } from '../model/findings.ts';
import type { LayerKind } from '../model/kinds.ts';
import { type FeatureStyling, type FindingShape, type LayerView, type MapTheme, NO_RECOLOR } from './map-types.ts';
import { markSwatch, type Swatch, swatchOf, tintSwatch } from './swatch.ts';
import {
  findingStyleFor,
  MEASURE_STYLES,
  measureStyleFor,
  NO_TINT,
  recolored,
  SYMBOLOGY,
  styleFor,
  ZONE_TINTS,
} from './symbology.ts';

export interface LegendEntry {
  /** Text key of the `map` area. */
  readonly key: string;
  /** What the text wants put into it. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly swatch: Swatch;
  /** Features of this class that are not filtered out. */
  readonly count: number;
}

/** Entries of one layer in class order; empty for a layer without features. O(features). */
export function legendOfLayer(view: Pick<LayerView, 'kind' | 'styling'>, theme: MapTheme): LegendEntry[] {
  const { kind, styling } = view;
  const counts = countClasses(kind, styling);
  const entries = SYMBOLOGY[kind].classes.flatMap(({ name }, category) => {
    const count = counts[category] ?? 0;
    if (count === 0) return [];
    return [{ key: `map.class.${kind}.${name}`, swatch: swatchOf(styleFor(kind, category, theme), theme), count }];
  });
  return [
    ...entries,
    ...tintEntry(styling, theme),
    ...measureEntries(styling, theme),
    ...recolorEntries(kind, styling, theme),
  ];
}

/** One swatch for a whole layer, e.g. beside its title in the layer list: its most frequent class. */
export function swatchOfLayer(view: Pick<LayerView, 'kind' | 'styling'>, theme: MapTheme): Swatch {
  const counts = countClasses(view.kind, view.styling);
  const category = counts.indexOf(Math.max(...counts));
  return swatchOf(styleFor(view.kind, category, theme), theme);
}

/** Entries of the findings shown, in the order in which their rules first occur. */
export function legendOfFindings(findings: readonly Pick<FindingShape, 'rule'>[], theme: MapTheme): LegendEntry[] {
  const counts = new Map<RuleId, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => ({
    key: `map.finding.${rule}`,
    swatch: swatchOfFinding(rule, theme),
    count,
  }));
}

export function swatchOfFinding(rule: RuleId, theme: MapTheme): Swatch {
  return swatchOf(findingStyleFor(rule, theme), theme);
}

function countClasses(kind: LayerKind, { category, hidden }: FeatureStyling): number[] {
  const counts = new Array<number>(SYMBOLOGY[kind].classes.length).fill(0);
  category.forEach((value, index) => {
    if (!hidden?.[index]) counts[value] = (counts[value] ?? 0) + 1;
  });
  return counts;
}

function tintEntry({ tint, hidden }: FeatureStyling, theme: MapTheme): LegendEntry[] {
  if (!tint) return [];
  const used = new Set<number>();
  let count = 0;
  tint.forEach((value, index) => {
    if (value === NO_TINT || hidden?.[index]) return;
    used.add(value);
    count++;
  });
  if (count === 0) return [];
  const tints = [...used].sort((a, b) => a - b).map((value) => ZONE_TINTS[value % ZONE_TINTS.length] as `#${string}`);
  return [{ key: 'map.legend.byOwner', swatch: tintSwatch(tints, theme), count }];
}

/** One entry for each other colour that is shown. */
function recolorEntries(
  kind: LayerKind,
  { category, recolor, hidden }: FeatureStyling,
  theme: MapTheme,
): LegendEntry[] {
  if (!recolor) return [];
  const counts = new Array<number>(recolor.classes.length).fill(0);
  const example = new Array<number>(recolor.classes.length).fill(0);
  recolor.classOf.forEach((value, feature) => {
    if (value === NO_RECOLOR || hidden?.[feature]) return;
    counts[value] = (counts[value] ?? 0) + 1;
    example[value] = category[feature] ?? 0;
  });
  return recolor.classes.flatMap(({ key, params, color }, index) => {
    const count = counts[index] ?? 0;
    if (count === 0) return [];
    const style = recolored(styleFor(kind, example[index] ?? 0, theme), color, theme);
    return [{ key, ...(params ? { params } : {}), swatch: swatchOf(style, theme), count }];
  });
}

/** One entry for each state that draws a ring segment; counts measures, not sites. */
function measureEntries({ measures }: FeatureStyling, theme: MapTheme): LegendEntry[] {
  if (!measures) return [];
  return MEASURE_STYLES.flatMap((_, state) => {
    const style = measureStyleFor(state, theme);
    const count = style ? measures.reduce((sum, value) => sum + (value === state ? 1 : 0), 0) : 0;
    if (!style || count === 0) return [];
    return [{ key: `map.measure.${style.name}`, swatch: markSwatch(style.segment, style.color, theme), count }];
  });
}
