import { describe, expect, it } from 'vitest';
import { formatScene, parseScene } from './parse-scene.ts';

const bare = {
  id: 'scene-1',
  title: '全区',
  camera: { center: [113.6, 34.7], zoom: 12, bearing: 0, pitch: 0 },
  layers: { soil: 1 },
  rules: ['zone-overlap'],
};

const whole = {
  ...bare,
  caption: '三处裸土',
  notes: '先说东区',
  group: '裸土',
  transition: { type: 'timePlay' },
  feature: { layer: 'soil', feature: 'S1' },
  scope: { type: 'zone', zone: { layer: 'streets', feature: '1' } },
  theme: 'dark',
  hotspots: { drawing: 'heat', measure: { type: 'value', unit: 'µg/m³' }, time: 'month', off: { source: ['drone'] } },
  narrowed: 'roadsideSoil',
  filter: { layer: 'soil', filter: { text: '', columns: { status: { type: 'oneOf', values: ['未覆盖'] } } } },
  whatIf: { alert: 'red', wind: { fromDegrees: 315, force: 5 }, reachMeters: 3000, onlyOpenSoil: true },
  siltLayers: ['roads'],
  panel: 'whatIf',
  drawer: 'charts',
  numbers: [
    { of: 'findings', rule: 'source-unassigned', measure: 'areaSquareMeters', label: '未落实责任' },
    { of: 'summary', value: 'sources' },
    { of: 'roadsideSoil', value: 'pairs' },
    { of: 'layer', layer: 'soil', measure: 'count' },
  ],
  board: { type: 'worst', rule: 'source-uncontrolled', limit: 10 },
  annotations: [
    { id: 'a', type: 'arrow', from: [113.6, 34.7], to: [113.61, 34.71], text: '这里' },
    { id: 'b', type: 'ring', center: [113.6, 34.7], radiusMeters: 300 },
    { id: 'c', type: 'text', at: [113.6, 34.7], text: '学校' },
  ],
  swipe: { left: 'without', layers: ['patrols'], rules: ['zone-overlap'] },
};

describe('scenes of workspace.json', () => {
  it('takes a bare scene and a whole one as they are', () => {
    expect(parseScene(bare)).toEqual({ scene: bare, notes: [] });
    expect(parseScene(whole)).toEqual({ scene: whole, notes: [] });
    expect(formatScene(parseScene(whole)!.scene)).toEqual(whole);
  });

  it('is no scene without what makes one', () => {
    for (const key of Object.keys(bare)) expect(parseScene({ ...bare, [key]: undefined }), key).toBeUndefined();
    expect(parseScene({ ...bare, layers: { soil: 'yes' } })).toBeUndefined();
    expect(parseScene(7)).toBeUndefined();
  });

  it('names every part that cannot be used, shows the scene without it, and writes it again as it was', () => {
    const wrong: Readonly<Record<string, unknown>> = {
      caption: 7,
      transition: { type: 'spin' },
      hotspots: { drawing: 'heat', time: { from: 'yesterday', end: '2026-11-01' } },
      whatIf: { wind: { station: 'S1' } },
      filter: { filter: { text: '', columns: { status: { type: 'regex' } } } },
      numbers: [{ of: 'findings', rule: 'no-rule', measure: 'count' }],
      board: { type: 'worst', rule: 'source-uncontrolled', limit: 0 },
      annotations: [{ id: 'a', type: 'ring', center: [500, 0], radiusMeters: 1 }],
      swipe: { left: 'month', month: '2026-13' },
    };
    const parsed = parseScene({ ...bare, ...wrong })!;
    expect(parsed.scene).toEqual({ ...bare, carried: wrong });
    expect(parsed.notes.map(({ params }) => params?.key)).toEqual(Object.keys(wrong));
    expect(parsed.notes[0]).toMatchObject({ code: 'scene-part-left-aside', params: { scene: '全区', found: '7' } });
    expect(formatScene(parsed.scene)).toEqual({ ...bare, ...wrong });
  });

  it('keeps parts of a later release in silence', () => {
    const parsed = parseScene({ ...bare, smell: 'dust' })!;
    expect(parsed.notes).toEqual([]);
    expect(formatScene(parsed.scene)).toEqual({ ...bare, smell: 'dust' });
  });
});
