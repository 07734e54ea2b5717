/**
 * The one table of how everything looks: deck layers and legend entries are both made from it.
 * Colours are those of the light theme; `styleFor` derives the other themes. Sizes in CSS pixels.
 * Knows no features: which class a feature is in is feature-style.ts's.
 */
import type { RuleId } from '../model/findings.ts';
import type { LayerKind } from '../model/kinds.ts';
import { type Hex, legibleOn, mix } from './color.ts';
import type { FindingGroup } from './finding-groups.ts';
import type { GlyphName, RingSegmentName } from './glyphs.ts';
import type { MapTheme, RecolorClass } from './map-types.ts';
import type { TextureName } from './texture.ts';
import { THEMES, type ThemePalette } from './theme.ts';

interface FillStyle {
  readonly color: Hex;
  readonly opacity: number;
  /** On dark paper, where what is bright stands out; else `opacity`, strengthened by the theme. */
  readonly darkOpacity?: number;
}
interface EdgeStyle {
  readonly color: Hex;
  readonly width: number;
  readonly opacity?: number;
  /** On, off. */
  readonly dash?: readonly [number, number];
}
export interface ClassStyle {
  /** The text key is `map.class.<kind>.<name>`. */
  readonly name: string;
  readonly fill?: FillStyle;
  readonly texture?: FillStyle & { readonly name: TextureName };
  readonly edge?: EdgeStyle;
  /** Lines; the width runs from the first to the second with the feature's weight. */
  readonly line?: Omit<EdgeStyle, 'width'> & { readonly width: readonly [number, number] };
  /** On points, and inside polygons from `minZoom` on. */
  readonly mark?: {
    readonly glyph: GlyphName;
    readonly color: Hex;
    readonly size: number;
    readonly minZoom?: number;
  };
  /** Radius in CSS pixels below which it is never drawn where it is too small for a shape. Default 0.75. */
  readonly leastDotPixels?: number;
  /** Around points, growing with the weight. */
  readonly halo?: FillStyle & { readonly radius: readonly [number, number] };
}

export interface KindStyle {
  readonly classes: readonly ClassStyle[];
  /** Fill and edge take the owner's tint. */
  readonly tinted?: boolean;
  /** Ring segments for the six measures around the mark, from this zoom on. */
  readonly measuresFromZoom?: number;
}

const soil = (name: string, fill: FillStyle, edge: EdgeStyle, texture?: TextureName): ClassStyle => ({
  name,
  fill,
  edge,
  // On dark paper a pattern brightens its ground: faint, or treated soil would be as bright as uncovered.
  ...(texture ? { texture: { name: texture, color: edge.color, opacity: 0.75, darkOpacity: 0.4 } } : {}),
});
/** Whoever draws patrol zones may mark them by a colour of these, each with a dash of its own; without one they are blue. */
const patrol = (name: string, color: Hex, dash?: readonly [number, number]): ClassStyle => ({
  name,
  fill: { color, opacity: 0.08 },
  edge: { color, width: 2.5, ...(dash ? { dash } : {}) },
});

const hotspot = (name: string, glyph: GlyphName): ClassStyle => ({
  name,
  fill: { color: '#e02424', opacity: 0.1 },
  // A pixel is a kilometre of ground that the fire need not fill: quieter than what lies in it.
  edge: { color: '#e02424', width: 1, opacity: 0.5, dash: [3, 3] },
  halo: { color: '#e02424', opacity: 0.16, radius: [7, 18] },
  mark: { glyph, color: '#e02424', size: 15 },
});
const receptor = (name: string, glyph: GlyphName): ClassStyle => ({
  name,
  fill: { color: '#0f4c81', opacity: 0.12 },
  edge: { color: '#0f4c81', width: 1 },
  mark: { glyph, color: '#0f4c81', size: 20 },
});
/** The edge's colour is the owner's tint; the one given here is for zones without an owner. */
const zone = (name: string, edgeWidth: number, fillOpacity: number): ClassStyle => ({
  name,
  fill: { color: '#8a8f94', opacity: fillOpacity },
  edge: { color: '#6a7076', width: edgeWidth },
});

export const SYMBOLOGY: Readonly<Record<LayerKind, KindStyle>> = {
  bareSoil: {
    classes: [
      {
        ...soil('uncovered', { color: '#d9480f', opacity: 0.55, darkOpacity: 0.82 }, { color: '#a63a0a', width: 1.2 }),
        // What everyone looks for is seen on the overview too.
        leastDotPixels: 2.2,
      },
      soil('netted', { color: '#7a8f5a', opacity: 0.25 }, { color: '#66794a', width: 0.8 }, 'net'),
      soil('greened', { color: '#5b9e6f', opacity: 0.25 }, { color: '#41805a', width: 0.8 }, 'dots'),
      soil('hardened', { color: '#8c8c8c', opacity: 0.25 }, { color: '#707070', width: 0.8 }),
      soil('unstated', { color: '#d9480f', opacity: 0.2 }, { color: '#a63a0a', width: 1, dash: [4, 2] }),
    ],
  },
  constructionSite: {
    classes: [
      {
        name: 'site',
        fill: { color: '#8e44ad', opacity: 0.35 },
        edge: { color: '#8e44ad', width: 1.5 },
        mark: { glyph: 'crane', color: '#6f2c91', size: 20, minZoom: 12.5 },
      },
    ],
    measuresFromZoom: 14,
  },
  industrialPark: {
    classes: [
      {
        name: 'park',
        fill: { color: '#5d6d7e', opacity: 0.22 },
        edge: { color: '#4a5866', width: 1.2, dash: [5, 3] },
        mark: { glyph: 'factory', color: '#4a5866', size: 20, minZoom: 12 },
      },
    ],
  },
  stockpile: {
    classes: [
      {
        name: 'pile',
        fill: { color: '#b9770e', opacity: 0.45 },
        edge: { color: '#8a5908', width: 1 },
        mark: { glyph: 'pile', color: '#8a5908', size: 15, minZoom: 12.5 },
      },
    ],
  },
  sweepingRoute: {
    classes: [
      { name: 'sweep', line: { color: '#1f8a8a', width: [1.5, 4] } },
      { name: 'wash', line: { color: '#1f8a8a', width: [1.5, 4], dash: [8, 4] } },
      { name: 'spray', line: { color: '#1f8a8a', width: [1.5, 4], dash: [1.5, 4.5] } },
    ],
  },
  haulRoute: { classes: [{ name: 'haul', line: { color: '#7a5c3a', width: [1.5, 3], dash: [12, 3] } }] },
  responsibilityZone: {
    classes: [zone('district', 3, 0), zone('street', 2, 0.07), zone('community', 1.2, 0.035), zone('grid', 0.6, 0.11)],
    tinted: true,
  },
  patrolZone: {
    classes: [
      patrol('patrol', '#1d4ed8'),
      patrol('green', '#15803d', [14, 3]),
      patrol('violet', '#6d28d9', [8, 3]),
      patrol('brown', '#854d0e', [4, 3]),
      patrol('slate', '#334155', [2, 2]),
    ],
  },
  hotspot: {
    classes: [
      hotspot('satellite', 'square'),
      hotspot('drone', 'diamond'),
      hotspot('monitor', 'circle'),
      hotspot('public', 'bubble'),
      hotspot('unstated', 'cross'),
    ],
  },
  boundary: { classes: [{ name: 'boundary', edge: { color: '#3b444c', width: 2.2, dash: [10, 3] } }] },
  road: { classes: [{ name: 'road', line: { color: '#7d868e', width: [1, 1.6] } }] },
  receptor: {
    classes: [
      receptor('station', 'station'),
      receptor('school', 'school'),
      receptor('hospital', 'hospital'),
      receptor('other', 'place'),
    ],
  },
};

/** Twelve quiet tints for owners of zones; none of them near the reds and oranges of dust. */
export const ZONE_TINTS: readonly Hex[] = [
  '#4f7aa8',
  '#5f9a83',
  '#8a78b4',
  '#a08a4e',
  '#6f9a4f',
  '#ab7398',
  '#4b98a3',
  '#94765f',
  '#6f83c6',
  '#8f9a48',
  '#5a8a66',
  '#7f8b99',
];
export const NO_TINT = 255;
/** Tints of edges are darker by this much black, so that the lines read over the fills. */
const TINT_EDGE_DARKENING = 0.22;

/** A ring segment by the state of one measure; states without one leave the ring open. */
export interface MeasureStyle {
  /** The text key is `map.measure.<name>`. */
  readonly name: 'yes' | 'no' | 'notVerified';
  readonly segment: RingSegmentName;
  readonly color: Hex;
}
/** By code in `FeatureStyling.measures`: unstated, yes, no, notApplicable, notVerified. */
export const MEASURE_STYLES: readonly (MeasureStyle | undefined)[] = [
  undefined,
  { name: 'yes', segment: 'segmentThin', color: '#2f7d4f' },
  { name: 'no', segment: 'segmentThick', color: '#c92a2a' },
  undefined,
  { name: 'notVerified', segment: 'segmentBroken', color: '#a98a2c' },
];

/** Marks of findings are in the theme's ink: no hue of the data is like it. */
const FINDING_INK: Hex = '#16191c';

/** How a finding looks: area findings by their ground, the others by a mark at their point. */
const FINDING_STYLES: Readonly<Record<RuleId, ClassStyle>> = {
  'zone-overlap': {
    name: 'zone-overlap',
    texture: { name: 'cross', color: '#c2185b', opacity: 0.9 },
    edge: { color: '#c2185b', width: 1.2 },
  },
  'zone-gap': {
    name: 'zone-gap',
    fill: { color: '#ffffff', opacity: 0.7 },
    edge: { color: '#000000', width: 2, dash: [2, 3] },
  },
  'zone-escape': {
    name: 'zone-escape',
    texture: { name: 'hatch', color: '#9c1f6b', opacity: 0.85 },
    edge: { color: '#9c1f6b', width: 1.2, dash: [5, 2] },
  },
  'zone-ownerless': { name: 'zone-ownerless', mark: { glyph: 'question', color: '#a3124f', size: 18 } },
  'source-unassigned': { name: 'source-unassigned', mark: { glyph: 'ring', color: FINDING_INK, size: 17 } },
  'source-unpatrolled': { name: 'source-unpatrolled', mark: { glyph: 'ringDiamond', color: FINDING_INK, size: 17 } },
  'source-unswept': { name: 'source-unswept', mark: { glyph: 'ringTriangle', color: FINDING_INK, size: 17 } },
  'source-uncontrolled': { name: 'source-uncontrolled', mark: { glyph: 'ringSquare', color: FINDING_INK, size: 17 } },
  'road-unswept': {
    name: 'road-unswept',
    // Hundreds of roads may want a sweeper: thin, so that the ground beneath them is still read.
    line: { color: '#7a4a12', width: [2, 2], dash: [2, 3] },
    mark: { glyph: 'ringHexagon', color: '#7a4a12', size: 13 },
  },
  'route-overlap': {
    name: 'route-overlap',
    line: { color: '#c2185b', width: [4, 4], dash: [6, 3] },
    mark: { glyph: 'ringHexagon', color: '#c2185b', size: 17 },
  },
  'hotspot-unattended': { name: 'hotspot-unattended', mark: { glyph: 'ring', color: '#a3124f', size: 24 } },
  'hotspot-source': { name: 'hotspot-source', mark: { glyph: 'ringDiamond', color: '#a3124f', size: 24 } },
};

/** Under counts of findings, by group: the text key is `map.group.<group>`. */
const CLUSTER_STYLES: Readonly<Record<FindingGroup, { readonly glyph: GlyphName; readonly color: Hex }>> = {
  source: { glyph: 'badgeRound', color: FINDING_INK },
  hotspot: { glyph: 'badgeSquare', color: '#a3124f' },
  road: { glyph: 'badgeHexagon', color: '#7a4a12' },
  zone: { glyph: 'badgeShield', color: '#8a1f5c' },
};

/** What of a kind or finding is drawn; bottom first. The map's only z-order. */
const DRAW_ORDER = [
  'responsibilityZone.fill',
  'patrolZone.fill',
  // Gaps empty the tints, not the sources in them.
  'finding.fill',
  'industrialPark.fill',
  'constructionSite.fill',
  'stockpile.fill',
  'bareSoil.fill',
  'bareSoil.texture',
  'receptor.fill',
  'hotspot.fill',
  'road.line',
  'haulRoute.line',
  'sweepingRoute.line',
  'responsibilityZone.edge',
  'industrialPark.edge',
  'constructionSite.edge',
  'stockpile.edge',
  'bareSoil.edge',
  'receptor.edge',
  'hotspot.edge',
  'boundary.edge',
  'patrolZone.edge',
  'finding.texture',
  'finding.line',
  'finding.edge',
  'hotspot.halo',
  'industrialPark.mark',
  'stockpile.mark',
  'bareSoil.mark',
  'constructionSite.mark',
  'constructionSite.measures',
  'receptor.mark',
  'hotspot.mark',
  'finding.mark',
] as const;

const DRAW_INDEX: ReadonlyMap<string, number> = new Map(DRAW_ORDER.map((part, index) => [part, index]));

/** Position from the bottom; parts without a place of their own lie just under the findings. */
export function drawIndex(subject: LayerKind | 'finding', part: string): number {
  return DRAW_INDEX.get(`${subject}.${part}`) ?? (DRAW_INDEX.get('finding.texture') as number) - 0.5;
}

/** The look of one class in a theme; `tint` (an index into ZONE_TINTS) recolours tinted kinds. O(1). */
export function styleFor(kind: LayerKind, category: number, theme: MapTheme, tint?: number): ClassStyle {
  const { classes, tinted } = SYMBOLOGY[kind];
  const base = classes[category] ?? (classes[0] as ClassStyle);
  const color = tinted && tint !== undefined && tint !== NO_TINT ? ZONE_TINTS[tint % ZONE_TINTS.length] : undefined;
  return themed(color ? withTint(base, color) : base, THEMES[theme]);
}

/** A class in another colour: the same shapes, textures and widths, so that what it is can still be read. */
export function recolored(
  style: ClassStyle,
  { darkColor, lineWidth, color: lightColor }: Pick<RecolorClass, 'color' | 'darkColor' | 'lineWidth'>,
  theme: MapTheme,
): ClassStyle {
  const { paper, edgeContrast, edgeFactor } = THEMES[theme];
  const color = (theme === 'dark' ? darkColor : undefined) ?? lightColor;
  const width = lineWidth === undefined ? undefined : lineWidth * edgeFactor;
  const onPaper = legibleOn(paper, color, edgeContrast);
  const { fill, edge, line, mark, halo } = style;
  return {
    ...style,
    ...(fill ? { fill: { color, opacity: Math.max(fill.opacity, RECOLORED_FILL) } } : {}),
    ...(edge ? { edge: { ...edge, color: onPaper } } : {}),
    ...(line ? { line: { ...line, color: onPaper, ...(width ? { width: [width, width] as const } : {}) } } : {}),
    ...(mark ? { mark: { ...mark, color: onPaper } } : {}),
    ...(halo ? { halo: { ...halo, color } } : {}),
  };
}

/** A colour that carries the meaning must be seen, however quiet the class is by itself. */
const RECOLORED_FILL = 0.5;

export function measureStyleFor(state: number, theme: MapTheme): MeasureStyle | undefined {
  const style = MEASURE_STYLES[state];
  const { paper, edgeContrast } = THEMES[theme];
  return style && { ...style, color: legibleOn(paper, style.color, edgeContrast) };
}

export function findingStyleFor(rule: RuleId, theme: MapTheme): ClassStyle {
  const base = FINDING_STYLES[rule];
  const { ink, edgeFactor } = THEMES[theme];
  if (rule === 'zone-gap' && base.edge) {
    // A gap is a hole in the tints whatever the theme: empty within, ink around.
    const empty: FillStyle = theme === 'dark' ? { color: '#000000', opacity: 0.6 } : { color: '#ffffff', opacity: 0.7 };
    return { ...base, fill: empty, edge: { ...base.edge, color: ink, width: base.edge.width * edgeFactor } };
  }
  const inked = <S extends { readonly color: Hex }>(style: S): S =>
    style.color === FINDING_INK ? { ...style, color: ink } : style;
  const { mark, line } = base;
  return themed(
    { ...base, ...(mark ? { mark: inked(mark) } : {}), ...(line ? { line: inked(line) } : {}) },
    THEMES[theme],
  );
}

export function clusterStyleFor(group: FindingGroup, theme: MapTheme): { glyph: GlyphName; color: Hex } {
  const { glyph, color } = CLUSTER_STYLES[group];
  const { ink, paper, edgeContrast } = THEMES[theme];
  // Numbers are read on it: as strong as text.
  return { glyph, color: color === FINDING_INK ? ink : legibleOn(paper, color, Math.max(edgeContrast, 5)) };
}

function withTint(style: ClassStyle, color: Hex): ClassStyle {
  return {
    ...style,
    ...(style.fill ? { fill: { ...style.fill, color } } : {}),
    ...(style.edge ? { edge: { ...style.edge, color: mix(color, '#000000', TINT_EDGE_DARKENING) } } : {}),
  };
}

function themed(style: ClassStyle, palette: ThemePalette): ClassStyle {
  const onPaper = (color: Hex) => legibleOn(palette.paper, color, palette.edgeContrast);
  const stronger = <F extends FillStyle>(fill: F): F => ({
    ...fill,
    opacity:
      palette === THEMES.dark && fill.darkOpacity !== undefined
        ? fill.darkOpacity
        : Math.min(1, fill.opacity * palette.fillFactor),
  });
  const { fill, texture, edge, line, mark, halo, leastDotPixels } = style;
  return {
    name: style.name,
    ...(leastDotPixels === undefined ? {} : { leastDotPixels }),
    ...(fill ? { fill: stronger(fill) } : {}),
    ...(texture ? { texture: stronger({ ...texture, color: onPaper(texture.color) }) } : {}),
    ...(edge ? { edge: { ...edge, color: onPaper(edge.color), width: edge.width * palette.edgeFactor } } : {}),
    ...(line ? { line: { ...line, color: onPaper(line.color), width: scaled(line.width, palette.edgeFactor) } } : {}),
    ...(mark ? { mark: { ...mark, color: onPaper(mark.color), size: mark.size * palette.glyphFactor } } : {}),
    ...(halo ? { halo: { ...stronger(halo), radius: scaled(halo.radius, palette.glyphFactor) } } : {}),
  };
}

const scaled = ([from, to]: readonly [number, number], factor: number): [number, number] => [
  from * factor,
  to * factor,
];
