/**
 * How features look on a map that is drawn without a page: the light theme of the map in the browser, without
 * glyphs and textures. `reports` does not import `map`; a test holds this table against its symbology.
 */
import { type FeatureBatch, textAt } from '../../model/feature-batch.ts';
import type { RuleId } from '../../model/findings.ts';
import type { LayerKind } from '../../model/kinds.ts';
import type { Hex, Ink, Stroke } from './drawing.ts';

export interface MapSymbol {
  readonly fill?: Ink;
  /** Outlines of areas. */
  readonly edge?: Stroke;
  /** Lines. */
  readonly line?: Stroke;
  /** Points. */
  readonly dot?: Ink;
}

interface KindSymbols {
  /** Whose value chooses among `classes`; the first listed in `fallback` else. */
  readonly column?: string;
  readonly fallback: string;
  readonly classes: Readonly<Record<string, MapSymbol>>;
}

export const PAPER: Hex = '#f3f3f0';
export const INK: Hex = '#1f2428';
export const CASING: Hex = '#ffffff';
export const SELECTION: Hex = '#0b57d0';

const ink = (color: Hex, opacity = 1): Ink => ({ color, opacity });
const stroke = (color: Hex, width: number, dash?: readonly [number, number], opacity = 1): Stroke => ({
  color,
  opacity,
  width,
  ...(dash && { dash }),
});
const area = (fill: Ink, edge: Stroke): MapSymbol => ({ fill, edge, line: edge, dot: ink(edge.color) });
const one = (symbol: MapSymbol): KindSymbols => ({ fallback: 'only', classes: { only: symbol } });
const zone = (width: number, opacity: number) => area(ink('#8a8f94', opacity), stroke('#6a7076', width));
const patrol = (color: Hex, dash?: readonly [number, number]) => area(ink(color, 0.08), stroke(color, 2.5, dash));
/** The middle of the widths that passes a day give a route. */
const route = (color: Hex, width: number, dash?: readonly [number, number]): MapSymbol => ({
  line: stroke(color, width, dash),
});
const hotspot = area(ink('#e02424', 0.1), stroke('#e02424', 1, [3, 3], 0.5));
const receptor = area(ink('#0f4c81', 0.12), stroke('#0f4c81', 1));

export const MAP_SYMBOLS: Readonly<Record<LayerKind, KindSymbols>> = {
  bareSoil: {
    column: 'status',
    fallback: 'unstated',
    classes: {
      uncovered: area(ink('#d9480f', 0.55), stroke('#a63a0a', 1.2)),
      netted: area(ink('#7a8f5a', 0.25), stroke('#66794a', 0.8)),
      greened: area(ink('#5b9e6f', 0.25), stroke('#41805a', 0.8)),
      hardened: area(ink('#8c8c8c', 0.25), stroke('#707070', 0.8)),
      unstated: area(ink('#d9480f', 0.2), stroke('#a63a0a', 1, [4, 2])),
    },
  },
  constructionSite: one(area(ink('#8e44ad', 0.35), stroke('#8e44ad', 1.5))),
  industrialPark: one(area(ink('#5d6d7e', 0.22), stroke('#4a5866', 1.2, [5, 3]))),
  stockpile: one(area(ink('#b9770e', 0.45), stroke('#8a5908', 1))),
  sweepingRoute: {
    fallback: 'sweep',
    classes: {
      sweep: route('#1f8a8a', 2.75),
      wash: route('#1f8a8a', 2.75, [8, 4]),
      spray: route('#1f8a8a', 2.75, [1.5, 4.5]),
    },
  },
  haulRoute: one(route('#7a5c3a', 2.25, [12, 3])),
  responsibilityZone: {
    column: 'level',
    fallback: 'grid',
    classes: { district: zone(3, 0), street: zone(2, 0.07), community: zone(1.2, 0.035), grid: zone(0.6, 0.11) },
  },
  patrolZone: {
    column: 'colour',
    fallback: 'patrol',
    classes: {
      patrol: patrol('#1d4ed8'),
      green: patrol('#15803d', [14, 3]),
      violet: patrol('#6d28d9', [8, 3]),
      brown: patrol('#854d0e', [4, 3]),
      slate: patrol('#334155', [2, 2]),
    },
  },
  hotspot: one({ ...hotspot, dot: ink('#e02424') }),
  boundary: one({ edge: stroke('#3b444c', 2.2, [10, 3]), line: stroke('#3b444c', 2.2, [10, 3]) }),
  road: one(route('#7d868e', 1.3)),
  receptor: one({ ...receptor, dot: ink('#0f4c81') }),
};

/** Of findings: what a rule says lies on the ground, and its mark. */
export const FINDING_COLORS: Readonly<Record<RuleId, Hex>> = {
  'zone-overlap': '#c2185b',
  'zone-gap': '#000000',
  'zone-escape': '#9c1f6b',
  'zone-ownerless': '#a3124f',
  'source-unassigned': '#16191c',
  'source-unpatrolled': '#16191c',
  'source-unswept': '#16191c',
  'source-uncontrolled': '#16191c',
  'road-unswept': '#7a4a12',
  'route-overlap': '#c2185b',
  'hotspot-unattended': '#a3124f',
  'hotspot-source': '#a3124f',
};

/** Twelve quiet tints for owners of zones. */
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

/** Looks up which symbol a feature has. O(1) each, after O(features) for zones. */
export function createSymbolOf(kind: LayerKind, batch: FeatureBatch): (feature: number) => MapSymbol {
  const plain = createPlainSymbolOf(kind, batch);
  if (kind !== 'responsibilityZone') return plain;
  let tintOf: ReadonlyMap<string, Hex> | undefined;
  return (feature) => {
    tintOf ??= tintsOf(batch);
    const symbol = plain(feature);
    const tint = tintOf.get(textAt(batch, 'owner', feature) ?? '');
    if (!tint) return symbol;
    const { fill, edge, line } = symbol;
    const tinted = <T extends Ink>(look: T | undefined): T | undefined => look && { ...look, color: tint };
    return { ...symbol, fill: tinted(fill)!, edge: tinted(edge)!, line: tinted(line)! };
  };
}

/** Owners in the order of their names, as on the map. */
function tintsOf(batch: FeatureBatch): ReadonlyMap<string, Hex> {
  const owners = new Set(batch.ids.flatMap((_, feature) => textAt(batch, 'owner', feature) ?? []));
  return new Map([...owners].sort().map((owner, index) => [owner, ZONE_TINTS[index % ZONE_TINTS.length]!]));
}

function createPlainSymbolOf(kind: LayerKind, batch: FeatureBatch): (feature: number) => MapSymbol {
  const { column, fallback, classes } = MAP_SYMBOLS[kind];
  const other = classes[fallback]!;
  if (kind === 'sweepingRoute') return (feature) => classes[routeMode(textAt(batch, 'modes', feature))] ?? other;
  if (column === undefined) return () => other;
  return (feature) => {
    const value = textAt(batch, column, feature);
    return (value !== undefined && Object.hasOwn(classes, value) ? classes[value] : undefined) ?? other;
  };
}

/** The strongest mode decides; a route that says nothing sweeps. */
function routeMode(modes: string | undefined): string {
  const listed = (modes ?? '').split(',').map((mode) => mode.trim());
  return ['sweep', 'wash', 'spray'].find((mode) => listed.includes(mode)) ?? 'sweep';
}
