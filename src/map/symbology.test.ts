import { describe, expect, it } from 'vitest';
import { mapTexts as en } from '../i18n/en/map.ts';
import { mapTexts as zh } from '../i18n/zh-CN/map.ts';
import { RULE_IDS } from '../model/findings.ts';
import { LAYER_KINDS, type LayerKind, SOURCE_KINDS } from '../model/kinds.ts';
import { contrast, luminance, mix } from './color.ts';
import { iconKey } from './icon-key.ts';
import type { MapTheme } from './map-types.ts';
import { markOf } from './mark-of.ts';
import { type ClassStyle, drawIndex, findingStyleFor, SYMBOLOGY, styleFor, ZONE_TINTS } from './symbology.ts';
import { THEMES } from './theme.ts';
import { themeIcons } from './theme-icons.ts';

const THEME_NAMES: MapTheme[] = ['light', 'dark', 'projector'];
const classesOf = (kind: LayerKind) => SYMBOLOGY[kind].classes.map((style, category) => ({ style, category }));
const draws = ({ fill, edge, line, mark }: ClassStyle) => Boolean(fill ?? edge ?? line ?? mark);

describe('symbology', () => {
  it.each(LAYER_KINDS)('%s draws something in every class and names it in both languages', (kind) => {
    for (const { style } of classesOf(kind)) {
      expect(draws(style), style.name).toBe(true);
      const key = `map.class.${kind}.${style.name}`;
      expect(zh[key as keyof typeof zh], key).toBeTruthy();
      expect(en[key as keyof typeof en], key).toBeTruthy();
    }
  });

  it.each(RULE_IDS)('%s has a look and a name in both languages', (rule) => {
    const style = findingStyleFor(rule, 'light');
    expect(draws(style) || style.texture !== undefined).toBe(true);
    const key = `map.finding.${rule}` as keyof typeof zh;
    expect([zh[key], en[key]].every(Boolean)).toBe(true);
  });

  it.each(THEME_NAMES)('edges, lines and marks reach the contrast of the %s theme on its paper', (theme) => {
    const { paper, edgeContrast } = THEMES[theme];
    for (const kind of LAYER_KINDS) {
      for (const { category } of classesOf(kind)) {
        const { edge, line, mark } = styleFor(kind, category, theme);
        for (const color of [edge?.color, line?.color, mark?.color]) {
          if (color)
            expect(contrast(color, paper), `${kind} ${category} ${color}`).toBeGreaterThanOrEqual(edgeContrast);
        }
      }
    }
  });

  it.each(THEME_NAMES)('labels of the %s theme are read at 7 : 1', (theme) => {
    expect(contrast(THEMES[theme].ink, THEMES[theme].halo)).toBeGreaterThanOrEqual(7);
  });

  it('makes uncovered bare soil the darkest ground among the soils and stockpiles, without colour', () => {
    const ground = (kind: LayerKind, category: number) => {
      const fill = styleFor(kind, category, 'light').fill;
      return fill ? luminance(mix(THEMES.light.paper, fill.color, fill.opacity)) : 1;
    };
    const others = SOURCE_KINDS.filter((kind) => kind !== 'constructionSite').flatMap((kind) =>
      classesOf(kind).flatMap(({ style, category }) => (style.name === 'uncovered' ? [] : [ground(kind, category)])),
    );
    expect(ground('bareSoil', 0)).toBeLessThan(Math.min(...others));
  });

  it('tells classes of a kind apart without colour: no two share texture, dash, glyph and strength', () => {
    for (const kind of LAYER_KINDS.filter((name) => name !== 'responsibilityZone')) {
      const looks = classesOf(kind).map(({ style: { fill, texture, edge, line, mark } }) =>
        JSON.stringify([fill?.opacity, texture?.name, edge?.dash, edge?.width, line?.dash, mark?.glyph]),
      );
      expect(new Set(looks).size, kind).toBe(looks.length);
    }
  });

  it('draws zones of different levels by different edge widths, coarse ones heavier', () => {
    const widths = classesOf('responsibilityZone').map(({ style }) => style.edge?.width ?? 0);
    expect(widths).toEqual([3, 2, 1.2, 0.6]);
  });

  it('thickens edges 1.6 times and fills 1.3 times for the projector', () => {
    const [light, projector] = [styleFor('bareSoil', 1, 'light'), styleFor('bareSoil', 1, 'projector')];
    expect((projector.edge?.width ?? 0) / (light.edge?.width ?? 1)).toBeCloseTo(1.6, 12);
    expect((projector.fill?.opacity ?? 0) / (light.fill?.opacity ?? 1)).toBeCloseTo(1.3, 12);
  });

  it('gives an owner the tint asked for and a zone without owner none', () => {
    expect(styleFor('responsibilityZone', 3, 'light', 4).fill?.color).toBe(ZONE_TINTS[4]);
    expect(styleFor('responsibilityZone', 3, 'light').fill?.color).toBe('#8a8f94');
    expect(new Set(ZONE_TINTS).size).toBe(12);
  });

  it('stacks sources over zone fills, findings over sources, marks on top', () => {
    const order = [
      drawIndex('responsibilityZone', 'fill'),
      drawIndex('finding', 'fill'),
      drawIndex('bareSoil', 'fill'),
      drawIndex('bareSoil', 'edge'),
      drawIndex('finding', 'texture'),
      drawIndex('hotspot', 'mark'),
      drawIndex('finding', 'mark'),
    ];
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(drawIndex('stockpile', 'line')).toBeGreaterThan(drawIndex('patrolZone', 'edge'));
    expect(drawIndex('stockpile', 'line')).toBeLessThan(drawIndex('finding', 'texture'));
  });

  it.each(THEME_NAMES)('has every mark of the %s theme in the atlas list', (theme) => {
    const known = new Set(themeIcons(theme).map(({ shape, color }) => iconKey(shape, color)));
    for (const kind of LAYER_KINDS) {
      for (const { category } of classesOf(kind)) {
        const mark = markOf(styleFor(kind, category, theme, 5));
        if (mark) expect(known.has(iconKey(mark.glyph, mark.color)), `${kind} ${category}`).toBe(true);
      }
    }
  });
});
