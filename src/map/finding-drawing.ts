/**
 * What findings look like, as plain data: overlaps and escapes hatched, gaps as a white core with a
 * dotted edge, the others as a mark beside their point. Pure; made once per set and theme.
 */
import type { RuleId } from '../model/findings.ts';
import { type Hex, parseHex } from './color.ts';
import { FINDING_GROUPS, groupOf } from './finding-groups.ts';
import { createFindingMarks, type FindingMarks } from './finding-marks.ts';
import { type FlatPosition, linesOf, polygonsOf } from './geometry-parts.ts';
import { CELL_PER_GLYPH, iconKey } from './icon-key.ts';
import type { FindingShape, MapTheme } from './map-types.ts';
import { type ClassStyle, findingStyleFor } from './symbology.ts';
import type { TextureName } from './texture.ts';
import { THEMES } from './theme.ts';

type Rgba = [number, number, number, number];
export interface Area {
  readonly polygon: FlatPosition[][];
  readonly color: Rgba;
  readonly texture?: TextureName;
}
export interface Stroke {
  readonly path: FlatPosition[];
  readonly color: Rgba;
  readonly width: number;
  readonly dash: readonly [number, number];
}
export interface FindingDrawing {
  readonly fills: readonly Area[];
  readonly textures: readonly Area[];
  readonly lines: readonly Stroke[];
  readonly edges: readonly Stroke[];
  readonly marks: FindingMarks;
}

const DIMMED = 0.25;

const MARK_OFFSETS: { readonly [rule in RuleId]?: readonly [number, number] } = {
  'source-unassigned': [-10, -10],
  'source-unpatrolled': [10, -10],
  'source-unswept': [10, 10],
  'source-uncontrolled': [-10, 10],
};

export function drawFindings(findings: readonly FindingShape[], theme: MapTheme): FindingDrawing {
  const [fills, textures, lines, edges]: [Area[], Area[], Stroke[], Stroke[]] = [[], [], [], []];
  const marks = createFindingMarks(findings.length);
  const styleOf = rememberStyles(theme);
  for (const { rule, at, geometry, dimmed } of findings) {
    const { style, icon } = styleOf(rule);
    const presence = dimmed ? DIMMED : 1;
    const color = (of: { color: Hex; opacity?: number }): Rgba => rgba(of.color, (of.opacity ?? 1) * presence);
    for (const polygon of geometry ? polygonsOf(geometry) : []) {
      if (style.fill) fills.push({ polygon, color: color(style.fill) });
      if (style.texture) textures.push({ polygon, color: color(style.texture), texture: style.texture.name });
      const { edge } = style;
      // A dashed edge mostly runs along a zone's: on a casing of its own the dashes stay dashes.
      const casing = edge?.dash && { color: THEMES[theme].casing, width: edge.width + 1 };
      if (casing) edges.push(...polygon.map((path) => strokeOf(path, casing, color)));
      if (edge) edges.push(...polygon.map((path) => strokeOf(path, edge, color)));
    }
    if (style.line)
      for (const path of geometry ? linesOf(geometry) : []) lines.push(strokeOf(path, lineAsEdge(style.line), color));
    const { mark } = style;
    // An area too small to see is still found by its mark; the ground itself says the rest.
    if (mark && icon)
      marks.add({
        at: [at[0], at[1]],
        icon,
        size: mark.size * CELL_PER_GLYPH,
        alpha: 255 * presence,
        group: FINDING_GROUPS.indexOf(groupOf(rule)),
        offset: MARK_OFFSETS[rule] ?? [0, 0],
      });
  }
  return { fills, textures, lines, edges, marks: marks.finish() };
}

/** Each rule's style and icon, looked up once. */
function rememberStyles(theme: MapTheme) {
  const known = new Map<RuleId, { readonly style: ReturnType<typeof findingStyleFor>; readonly icon?: string }>();
  return (rule: RuleId) => {
    let found = known.get(rule);
    if (!found) {
      const style = findingStyleFor(rule, theme);
      found = { style, ...(style.mark ? { icon: iconKey(style.mark.glyph, style.mark.color) } : {}) };
      known.set(rule, found);
    }
    return found;
  };
}

const rgba = (color: Hex, opacity: number): Rgba => [...parseHex(color), Math.round(255 * opacity)];

type Edge = NonNullable<ClassStyle['edge']>;
const lineAsEdge = ({ width, ...line }: NonNullable<ClassStyle['line']>): Edge => ({ ...line, width: width[0] });
function strokeOf(path: FlatPosition[], edge: Edge, color: (of: Edge) => Rgba): Stroke {
  return { path, color: color(edge), width: edge.width, dash: edge.dash ?? [0, 0] };
}
