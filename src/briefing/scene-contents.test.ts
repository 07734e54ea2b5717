import { describe, expect, it } from 'vitest';
import type { Scene } from '../model/scene.ts';
import { listNumberChoices, numberKey } from './number-choices.ts';
import { listKept, listLosses, type WorkspaceFacts, withoutPart } from './scene-contents.ts';

const bare: Scene = {
  id: 'scene-1',
  title: '全区',
  camera: { center: [113.6, 34.7], zoom: 12, bearing: 0, pitch: 0 },
  layers: { soil: 1 },
  rules: [],
};
const facts: WorkspaceFacts = {
  hasLayer: (layer) => layer === 'soil',
  hasFeature: ({ feature }) => feature === 's1',
  findings: new Set(['f1', 'f2']),
  closed: new Set(['f2']),
  hasScene: (id) => id === 'scene-1',
};

describe('what a scene keeps', () => {
  it('is said part by part, and nothing of a plain scene', () => {
    expect(listKept(bare)).toEqual([]);
    expect(
      listKept({
        ...bare,
        theme: 'dark',
        whatIf: { alert: 'red' },
        panel: 'whatIf',
        transition: { type: 'fly' },
        annotations: [],
      }),
    ).toEqual(['whatIf', 'theme']);
    expect(listKept({ ...bare, panel: 'measure', numbers: [], transition: { type: 'cut' } })).toEqual([
      'transition',
      'numbers',
      'panel',
    ]);
  });

  it('goes with what hangs on it', () => {
    expect(withoutPart('theme')).toEqual({ theme: undefined });
    expect(Object.keys(withoutPart('whatIf'))).toEqual(['whatIf', 'panel']);
  });
});

describe('what of a scene is gone', () => {
  it('is nothing of a scene whose workspace is whole', () => {
    expect(listLosses({ ...bare, finding: 'f1', feature: { layer: 'soil', feature: 's1' } }, facts)).toEqual([]);
  });

  it('is named, a layer once', () => {
    const scene: Scene = {
      ...bare,
      layers: { soil: 1, roads: 1 },
      siltLayers: ['roads'],
      filter: { layer: 'parks', filter: { text: '', columns: {} } },
      finding: 'f9',
      feature: { layer: 'soil', feature: 's9' },
      scope: { type: 'zone', zone: { layer: 'zones', feature: 'z1' } },
      swipe: { left: 'scene', scene: 'scene-7' },
    };
    expect(listLosses(scene, facts)).toEqual([
      { what: 'layer', layer: 'roads' },
      { what: 'layer', layer: 'parks' },
      { what: 'finding' },
      { what: 'feature' },
      { what: 'scope' },
      { what: 'swipe' },
    ]);
  });

  it('tells a settled finding from one that is gone, and neither before the check', () => {
    expect(listLosses({ ...bare, finding: 'f2' }, facts)).toEqual([{ what: 'settled' }]);
    expect(listLosses({ ...bare, finding: 'f9' }, { ...facts, findings: undefined })).toEqual([]);
  });
});

describe('numbers to choose from', () => {
  it('have a measure only where the rule or the kind has one', () => {
    const { findings, layers, summary } = listNumberChoices([
      { id: 'soil', kind: 'bareSoil' },
      { id: 'roads', kind: 'road' },
    ]);
    const keys = findings.map(numberKey);
    expect(keys).toContain('findings/source-unassigned/areaSquareMeters');
    expect(keys).toContain('findings/road-unswept/lengthMeters');
    expect(keys).not.toContain('findings/zone-ownerless/areaSquareMeters');
    expect(keys).not.toContain('findings/source-unassigned/lengthMeters');
    expect(layers.map(numberKey)).toEqual(['layer/soil/count', 'layer/soil/areaSquareMeters', 'layer/roads/count']);
    expect(summary).toHaveLength(4);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
