import { describe, expect, it } from 'vitest';
import { LAYER_KINDS } from '../../model/kinds.ts';
import { formFields, textsOf, valuesOf } from './field-values.ts';

const soil = {
  properties: { name: '甲', areaSquareMeters: 1200.5, openedAt: '2026-11-01', status: 'uncovered', 备用: 'x' },
};

describe('fields of a form', () => {
  it('are all canonical ones but the id, each once', () => {
    for (const kind of LAYER_KINDS) {
      const { first, further } = formFields(kind);
      expect(first, kind).not.toHaveLength(0);
      expect(new Set([...first, ...further]).size, kind).toBe(first.length + further.length);
      expect([...first, ...further]).not.toContain('id');
    }
    expect(formFields('patrolZone').first).toContain('shift');
  });

  it('give only what was changed, as values of their type', () => {
    const before = textsOf(soil, 'bareSoil');
    expect(before).toMatchObject({ name: '甲', areaSquareMeters: '1200.5', owner: '' });
    const changed = { ...before, areaSquareMeters: '1,300', treatedAt: '2026年11月2日', name: ' 乙 ', status: '' };
    expect(valuesOf(changed, 'bareSoil', before)).toMatchObject({
      ok: true,
      value: { areaSquareMeters: 1300, treatedAt: '2026-11-02', name: '乙', status: null },
    });
    expect(valuesOf(before, 'bareSoil', before)).toMatchObject({ ok: true, value: {} });
  });

  it('name the field that is no number or no date', () => {
    const before = textsOf(soil, 'bareSoil');
    const fault = (more: object) => valuesOf({ ...before, ...more }, 'bareSoil', before);
    expect(fault({ areaSquareMeters: 'viel' })).toMatchObject({ problem: { code: 'draw.bad-number' } });
    expect(fault({ openedAt: '2026-02-31' })).toMatchObject({
      problem: { code: 'draw.bad-date', params: { field: 'openedAt' } },
    });
  });
});
