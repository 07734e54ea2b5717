import { expect, it } from 'vitest';
import { findingStyleFor, SYMBOLOGY, ZONE_TINTS as TINTS_OF_MAP } from '../../map/symbology.ts';
import { THEMES } from '../../map/theme.ts';
import { RULE_IDS } from '../../model/findings.ts';
import { LAYER_KINDS } from '../../model/kinds.ts';
import { CASING, FINDING_COLORS, INK, MAP_SYMBOLS, PAPER, SELECTION, ZONE_TINTS } from './map-symbols.ts';

const { light } = THEMES;

it.each(LAYER_KINDS)('%s looks as on the map of the browser', (kind) => {
  const symbols = MAP_SYMBOLS[kind].classes;
  for (const { name, fill, edge, line, mark } of SYMBOLOGY[kind].classes) {
    const symbol = symbols[name] ?? symbols.only!;
    if (fill) expect(symbol.fill).toEqual({ color: fill.color, opacity: fill.opacity });
    if (edge) {
      const { color, width, dash, opacity = 1 } = edge;
      expect(symbol.edge).toEqual({ color, opacity, width, ...(dash && { dash }) });
    }
    if (line) {
      const { color, width, dash } = line;
      const middle = (width[0] + width[1]) / 2;
      expect(symbol.line).toEqual({ color, opacity: 1, width: middle, ...(dash && { dash }) });
    }
    if (mark && kind !== 'constructionSite') expect(symbol.dot?.color).toBe(mark.color);
  }
  const named = Object.keys(symbols).filter((name) => name !== 'only');
  if (named.length > 0) expect(named).toEqual(SYMBOLOGY[kind].classes.map(({ name }) => name));
});

it.each(RULE_IDS)('%s has the colour of its marks', (rule) => {
  const { edge, mark, line } = findingStyleFor(rule, 'light');
  // The ink of marks is the theme's; on white paper it is the table's own.
  const inks = [edge?.color, mark?.color, line?.color].map((color) => (color === light.ink ? '#16191c' : color));
  expect(rule === 'zone-gap' ? ['#000000'] : inks).toContain(FINDING_COLORS[rule]);
});

it('stands on the same paper', () => {
  expect([PAPER, INK, CASING, SELECTION]).toEqual([light.paper, light.ink, light.casing, light.selection]);
  expect(ZONE_TINTS).toEqual(TINTS_OF_MAP);
});
