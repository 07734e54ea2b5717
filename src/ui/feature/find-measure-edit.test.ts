import { expect, it } from 'vitest';
import type { History } from '../../model/history.ts';
import { findMeasureEdit } from './find-measure-edit.ts';

const subject = { layer: 'sites', feature: 'a' };

function entry(field: string, id: string, time: string): History['entries'][number] {
  const label = { code: 'edit.measure-set', params: { field, state: 'yes' } };
  const patch = { label, operations: [{ op: 'feature', layer: 'sites', id, feature: undefined } as const] };
  return { patch, inverse: patch, time };
}

it('finds the last edit in force that set the measure of the site', () => {
  const entries = [
    entry('fence', 'a', '2026-11-20T08:00:00Z'),
    entry('fence', 'a', '2026-11-21T08:00:00Z'),
    entry('wetWork', 'a', '2026-11-22T08:00:00Z'),
    entry('fence', 'b', '2026-11-23T08:00:00Z'),
    entry('fence', 'a', '2026-11-24T08:00:00Z'),
  ];
  expect(findMeasureEdit({ entries, pointer: 4 }, subject, 'fence')).toBe('2026-11-21T08:00:00Z');
  expect(findMeasureEdit({ entries, pointer: 5 }, subject, 'fence')).toBe('2026-11-24T08:00:00Z');
  expect(findMeasureEdit({ entries, pointer: 0 }, subject, 'fence')).toBeUndefined();
  expect(findMeasureEdit({ entries, pointer: 5 }, subject, 'hardening')).toBeUndefined();
});
