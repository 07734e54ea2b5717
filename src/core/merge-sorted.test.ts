import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeSorted } from './merge-sorted.ts';

it('is what sorting both together gives, equals in their order', () => {
  const items = fc.array(fc.record({ key: fc.integer({ min: 0, max: 9 }), of: fc.constantFrom('a', 'b') }));
  const compare = (x: { key: number }, y: { key: number }) => x.key - y.key;
  fc.assert(
    fc.property(items, items, (left, right) => {
      const [a, b] = [left.toSorted(compare), right.toSorted(compare)];
      expect(mergeSorted(a, b, compare)).toEqual([...a, ...b].sort(compare));
    }),
  );
});
