import { expect, it } from 'vitest';
import { countChanges, countsOf } from './count-changes.ts';

const group = (count: number) => ({ count, areaSquareMeters: 0, slivers: 0, sliverAreaSquareMeters: 0, excepted: 0 });

it('lists the rules whose findings became more, fewer, or came at all', () => {
  const before = countsOf({ byRule: { 'source-uncontrolled': group(228), 'zone-gap': group(4) } });
  const after = countsOf({
    byRule: { 'source-uncontrolled': group(190), 'zone-gap': group(4), 'source-unswept': group(1) },
  });
  expect(countChanges(before, after)).toEqual([
    { rule: 'source-unswept', before: 0, after: 1 },
    { rule: 'source-uncontrolled', before: 228, after: 190 },
  ]);
  expect(countChanges(before, before)).toEqual([]);
});
