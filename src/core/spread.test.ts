import { describe, expect, it } from 'vitest';
import { createToyMeasures, toyCommon, toyRanges } from '../../test/support/toy-measures.ts';
import { createInlineSpread, createMeasurers, rangesOf } from './spread.ts';

describe('rangesOf', () => {
  it.each([
    [0, 4, []],
    [4, 4, ['0-4']],
    [9, 4, ['0-4', '4-8', '8-9']],
  ])('cuts %i items by %i', (count, size, expected) => {
    const ranges = rangesOf(count, size, (first, end) => `${first}-${end}`);
    expect(Array.from({ length: ranges.count }, (_, index) => ranges.make(index))).toEqual(expected);
  });
});

describe('inline spread', () => {
  it('answers in order, pauses before each range and counts them', async () => {
    const log: string[] = [];
    const outputs = await createInlineSpread(createToyMeasures())(
      'product',
      { factors: Float64Array.of(2) },
      { count: 2, make: (index) => ({ numbers: Float64Array.of(index, index) }) },
      { pause: async () => void log.push('pause'), onProgress: ({ done, total }) => log.push(`${done}/${total}`) },
    );
    expect(outputs).toEqual([{ product: 2 }, { product: 8 }]);
    expect(log).toEqual(['pause', '1/2', 'pause', '2/2']);
  });

  it('rejects with the abort reason, and with what a measure throws', async () => {
    const aborted = AbortSignal.abort(new Error('no longer wanted'));
    const spread = createInlineSpread(
      createToyMeasures(() => {
        throw new Error('struck');
      }),
    );
    await expect(spread('product', toyCommon(), toyRanges(2), { signal: aborted })).rejects.toThrow('no longer wanted');
    await expect(spread('product', toyCommon(), toyRanges(2, { 1: 'throw' }), {})).rejects.toThrow('struck');
  });
});

it('prepares common data once per job, told apart by identity', () => {
  let prepared = 0;
  const measurerOf = createMeasurers<{ count: { common: object; range: object; output: { prepared: number } } }>({
    count: () => {
      prepared += 1;
      const mine = prepared;
      return () => ({ prepared: mine });
    },
  });
  const [a, b] = [{}, {}];
  expect([a, b, a].map((common) => measurerOf('count', common)({}).prepared)).toEqual([1, 2, 1]);
});
