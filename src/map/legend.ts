/**
 * The legend, made from the same table as the map: one entry for each class that has at least one
 * feature that is not filtered out. Entries are plain data: a text key and a swatch of SVG paths.
 */
import type { Drawable } from '../geo/drawable.ts';
import type { RuleId } from '../model/findings.ts';
import type { LayerKind } from '../model/kinds.ts';
import type { LonLat } from '../model/lon-lat.ts';
import { SINGLES_FROM_ZOOM } from './cluster-marks.ts';
import { MEASURES } from './feature-style.ts';
import { FINDING_GROUPS, groupOf } from './finding-groups.ts';
import {
  type Bounds,
  type FeatureStyling,
  type FindingShape,
  type LayerView,
  type MapTheme,
  NO_RECOLOR,
} from './map-types.ts';
import { glyphSwatch, markSwatch, type Swatch, swatchOf, tintSwatch } from './swatch.ts';
import {
  clusterStyleFor,
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

/** What is on screen of a layer. */
export interface InView {
  readonly drawable: Pick<Drawable, 'boxes'>;
  readonly bounds: Bounds;
}

/**
 * Entries of one layer in class order; empty for a layer without features. With `inView`, of those alone whose
 * box meets the bounds. O(features).
 */
export function legendOfLayer(
  view: Pick<LayerView, 'kind' | 'styling'>,
  theme: MapTheme,
  inView?: InView,
): LegendEntry[] {
  const { kind } = view;
  const styling = inView ? hideBeyond(view.styling, inView) : view.styling;
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

/** What is off screen counts as filtered out. */
function hideBeyond(styling: FeatureStyling, { drawable, bounds }: InView): FeatureStyling {
  const [west, south, east, north] = bounds;
  const { boxes } = drawable;
  const hidden = Uint8Array.from(styling.category, (_, feature) => {
    const at = 4 * feature;
    const isSeen =
      (boxes[at] as number) <= east &&
      (boxes[at + 2] as number) >= west &&
      (boxes[at + 1] as number) <= north &&
      (boxes[at + 3] as number) >= south;
    return isSeen && !styling.hidden?.[feature] ? 0 : 1;
  });
  return { ...styling, hidden };
}

export function isIn([west, south, east, north]: Bounds, [longitude, latitude]: LonLat): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** The shapes of counts, where findings are counted at this scale at all. */
export function legendOfGroups(
  findings: readonly Pick<FindingShape, 'rule'>[],
  zoom: number,
  theme: MapTheme,
): LegendEntry[] {
  if (zoom >= SINGLES_FROM_ZOOM) return [];
  return FINDING_GROUPS.flatMap((group) => {
    const count = findings.filter(({ rule }) => groupOf(rule) === group && findingStyleFor(rule, theme).mark).length;
    if (count === 0) return [];
    const { glyph, color } = clusterStyleFor(group, theme);
    return [{ key: `map.group.${group}`, swatch: glyphSwatch(glyph, color, theme), count }];
  });
}

/** Features that are coloured by something else are counted there. */
function countClasses(kind: LayerKind, { category, hidden, recolor }: FeatureStyling): number[] {
  const counts = new Array<number>(SYMBOLOGY[kind].classes.length).fill(0);
  category.forEach((value, index) => {
    if (!hidden?.[index] && (recolor?.classOf[index] ?? NO_RECOLOR) === NO_RECOLOR)
      counts[value] = (counts[value] ?? 0) + 1;
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
  return recolor.classes.flatMap((recolorClass, index) => {
    const { key, params } = recolorClass;
    const count = counts[index] ?? 0;
    if (count === 0) return [];
    const style = recolored(styleFor(kind, example[index] ?? 0, theme), recolorClass, theme);
    return [{ key, ...(params ? { params } : {}), swatch: swatchOf(style, theme), count }];
  });
}

/** One entry for each state that draws a ring segment; counts measures, not sites. */
function measureEntries({ measures, hidden }: FeatureStyling, theme: MapTheme): LegendEntry[] {
  if (!measures) return [];
  return MEASURE_STYLES.flatMap((_, state) => {
    const style = measureStyleFor(state, theme);
    const count = style
      ? measures.reduce(
          (sum, value, at) => sum + (value === state && !hidden?.[Math.floor(at / MEASURES.length)] ? 1 : 0),
          0,
        )
      : 0;
    if (!style || count === 0) return [];
    return [{ key: `map.measure.${style.name}`, swatch: markSwatch(style.segment, style.color, theme), count }];
  });
}
