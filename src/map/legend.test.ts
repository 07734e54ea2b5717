import { describe, expect, it } from 'vitest';
import { mapTexts as en } from '../i18n/en/map.ts';
import { mapTexts as zh } from '../i18n/zh-CN/map.ts';
import { LAYER_KINDS } from '../model/kinds.ts';
import { FINDING_GROUPS } from './finding-groups.ts';
import { legendOfFindings, legendOfGroups, legendOfLayer, swatchOfFinding, swatchOfLayer } from './legend.ts';
import { SWATCH_HEIGHT, SWATCH_WIDTH, swatchOf } from './swatch.ts';
import { NO_TINT, SYMBOLOGY, styleFor } from './symbology.ts';

const inBothLanguages = (key: string) => key in zh && key in en;

describe('legend', () => {
  it('lists the classes that have a feature which is not filtered out, in the order of the table', () => {
    const styling = { category: Uint8Array.of(2, 0, 2, 1), hidden: Uint8Array.of(0, 0, 0, 1) };
    const entries = legendOfLayer({ kind: 'bareSoil', styling }, 'light');
    expect(entries.map(({ key, count }) => [key, count])).toEqual([
      ['map.class.bareSoil.uncovered', 1],
      ['map.class.bareSoil.greened', 2],
    ]);
    expect(entries.every(({ key }) => inBothLanguages(key))).toBe(true);
  });

  it('is empty for a layer without features', () => {
    expect(legendOfLayer({ kind: 'hotspot', styling: { category: new Uint8Array() } }, 'light')).toEqual([]);
  });

  it('explains tints by owner only where an owner is shown', () => {
    const keys = (tint: number[]) =>
      legendOfLayer(
        { kind: 'responsibilityZone', styling: { category: Uint8Array.of(3, 3), tint: Uint8Array.from(tint) } },
        'light',
      ).map(({ key }) => key);
    expect(keys([NO_TINT, NO_TINT])).toEqual(['map.class.responsibilityZone.grid']);
    expect(keys([4, NO_TINT])).toEqual(['map.class.responsibilityZone.grid', 'map.legend.byOwner']);
  });

  it('explains the ring segments that occur', () => {
    const styling = { category: Uint8Array.of(0), measures: Uint8Array.of(1, 1, 2, 0, 3, 0) };
    const entries = legendOfLayer({ kind: 'constructionSite', styling }, 'light').slice(1);
    expect(entries.map(({ key, count }) => [key, count])).toEqual([
      ['map.measure.yes', 2],
      ['map.measure.no', 1],
    ]);
    expect(entries.every(({ key }) => inBothLanguages(key))).toBe(true);
  });

  it('counts findings by rule', () => {
    const found = [{ rule: 'zone-gap' }, { rule: 'zone-overlap' }, { rule: 'zone-gap' }] as const;
    expect(legendOfFindings(found, 'dark').map(({ key, count }) => [key, count])).toEqual([
      ['map.finding.zone-gap', 2],
      ['map.finding.zone-overlap', 1],
    ]);
  });

  it('draws every swatch in the colours of the map, as paths that SVG reads', () => {
    for (const kind of LAYER_KINDS) {
      SYMBOLOGY[kind].classes.forEach((_, category) => {
        const style = styleFor(kind, category, 'projector');
        const swatch = swatchOf(style, 'projector');
        expect(swatch.shapes.length, kind).toBeGreaterThan(0);
        expect(swatch.width).toBe(SWATCH_WIDTH);
        expect(swatch.height).toBe(SWATCH_HEIGHT);
        const strokes = swatch.shapes.map(({ stroke, fill }) => stroke ?? fill);
        const main = style.edge?.color ?? style.line?.color ?? style.mark?.color;
        if (!style.halo && !style.mark) expect(strokes).toContain(main);
        for (const { path } of swatch.shapes) expect(path).toMatch(/^M[-\d. MLHVAhvaclsz]+$/i);
      });
    }
  });

  it('shows the most frequent class for a layer, and hatches overlaps', () => {
    const swatch = swatchOfLayer({ kind: 'bareSoil', styling: { category: Uint8Array.of(1, 1, 0) } }, 'light');
    expect(swatch).toEqual(swatchOf(styleFor('bareSoil', 1, 'light'), 'light'));
    expect(swatchOfFinding('zone-overlap', 'light').shapes[0]?.path.split('M').length).toBeGreaterThan(8);
  });
});

describe('legend of what is on screen', () => {
  const boxes = Float64Array.of(0, 0, 1, 1, 5, 5, 6, 6, 0.5, 0.5, 9, 9, Infinity, Infinity, -Infinity, -Infinity);
  const legend = (bounds: [number, number, number, number], hidden?: Uint8Array) =>
    legendOfLayer(
      { kind: 'bareSoil', styling: { category: Uint8Array.of(0, 1, 2, 3), ...(hidden ? { hidden } : {}) } },
      'light',
      { drawable: { boxes }, bounds },
    ).map(({ key, count }) => [key.split('.').at(-1), count]);

  it('lists the classes of features whose box meets the view; what draws nothing is never in it', () => {
    expect(legend([0, 0, 0.4, 0.4])).toEqual([['uncovered', 1]]);
    expect(legend([-9, -9, 99, 99])).toEqual([
      ['uncovered', 1],
      ['netted', 1],
      ['greened', 1],
    ]);
    expect(legend([5.5, 5.5, 5.6, 5.6], Uint8Array.of(0, 1, 0, 0))).toEqual([['greened', 1]]);
    expect(legend([20, 20, 21, 21])).toEqual([]);
  });

  it('explains counts by group where findings are counted, and no shape that is not drawn', () => {
    const found = [{ rule: 'source-unswept' }, { rule: 'source-unassigned' }, { rule: 'zone-gap' }] as const;
    const keys = (zoom: number) => legendOfGroups(found, zoom, 'light').map(({ key, count }) => [key, count]);
    expect(keys(12)).toEqual([['map.group.source', 2]]);
    expect(keys(16)).toEqual([]);
    for (const group of FINDING_GROUPS) expect(inBothLanguages(`map.group.${group}`)).toBe(true);
  });

  it('counts a road under its silt loading and no longer as a road', () => {
    const recolor = {
      classes: [
        { key: 'map.silt.class', params: { from: '0.40', to: '0.90' }, color: '#cf8f2d' as const },
        { key: 'map.silt.unmeasured', color: '#7d868e' as const },
      ],
      classOf: Uint8Array.of(0, 1, 0),
    };
    const entries = legendOfLayer({ kind: 'road', styling: { category: new Uint8Array(3), recolor } }, 'light');
    expect(entries.map(({ key, count }) => [key, count])).toEqual([
      ['map.silt.class', 2],
      ['map.silt.unmeasured', 1],
    ]);
  });
});
