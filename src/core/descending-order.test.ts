import { expect, it } from 'vitest';
import { descendingOrder } from './descending-order.ts';
import { createRandom } from './random.ts';

const EXTREMES = [
  0,
  -0,
  1,
  -1,
  Infinity,
  -Infinity,
  Number.MIN_VALUE,
  -Number.MIN_VALUE,
  Number.MAX_VALUE,
  1 + 2 ** -52,
];

it.each([0, 1, 9, 4095, 4096, 20_000])(
  'gives the order of a comparison, of %i numbers many of them equal',
  (length) => {
    const random = createRandom(length);
    const values = Float64Array.from({ length }, (_, i) =>
      i % 3 === 0
        ? EXTREMES[Math.floor(random.next() * EXTREMES.length)]!
        : (random.next() - 0.5) * 10 ** Math.floor(random.next() * 9),
    );
    const compared = Array.from(values.keys()).sort((a, b) =>
      values[b]! === values[a]! ? 0 : values[b]! > values[a]! ? 1 : -1,
    );
    expect([...descendingOrder(values)]).toEqual(compared);
  },
);

it('orders what is one number throughout', () => {
  expect([...descendingOrder(new Float64Array(5000).fill(7))]).toEqual(
    Array.from({ length: 5000 }, (_, place) => place),
  );
});
