import { expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { sortInSlices } from './sort-slices.ts';

it('sorts as Array.sort does, and keeps the order of equals', async () => {
  const random = createRandom(3);
  for (const count of [0, 1, 511, 512, 513, 5000]) {
    const keys = Array.from({ length: count }, () => random.integer(0, 50));
    const items = Uint32Array.from(keys, (_, index) => index);
    const byKey = (a: number, b: number) => keys[a]! - keys[b]!;
    const sorted = await sortInSlices(items, byKey);
    expect([...sorted], String(count)).toEqual([...items].sort(byKey));
    expect([...items]).toEqual([...items.keys()]);
  }
});

it('rests while it works, and stops when cancelled', async () => {
  const items = Uint32Array.from({ length: 4000 }, (_, index) => (index * 7919) % 4000);
  let rests = 0;
  const slow = (a: number, b: number) => {
    for (const end = performance.now() + 0.002; performance.now() < end; );
    return a - b;
  };
  const stop = new AbortController();
  const pause = async () => {
    rests += 1;
    if (rests === 2) stop.abort(new Error('enough'));
  };
  await expect(sortInSlices(items, slow, { pause, signal: stop.signal })).rejects.toThrow('enough');
  expect(rests).toBe(2);
});
