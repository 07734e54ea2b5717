/** A small table of jobs for tests of the pool, in both of which the order of sums shows in the bits. */
import type { Measures, Ranges } from '../../src/core/spread.ts';

export interface ToyRange {
  readonly numbers: Float64Array;
  /** What befalls whoever measures this range, if `strike` says so. */
  readonly fate?: Fate | undefined;
}
export type Fate = 'exit' | 'spin' | 'throw';

export interface ToyTable {
  runningSums: { common: { readonly factors: Float64Array }; range: ToyRange; output: { readonly sums: Float64Array } };
  product: { common: { readonly factors: Float64Array }; range: ToyRange; output: { readonly product: number } };
}

export function createToyMeasures(strike: (fate: Fate) => void = () => {}): Measures<ToyTable> {
  return {
    runningSums:
      ({ factors }) =>
      ({ numbers, fate }) => {
        if (fate) strike(fate);
        let sum = 0;
        return { sums: numbers.map((number, i) => (sum += number * factors[i % factors.length]!)) };
      },
    product:
      ({ factors }) =>
      ({ numbers, fate }) => {
        if (fate) strike(fate);
        return { product: numbers.reduce((product, number) => product * (1 + number), factors[0]!) };
      },
  };
}

export const toyCommon = () => ({ factors: Float64Array.of(0.1, 1e9, -0.3, 7e-9) });

/** Ranges of very uneven length, some of them with a fate. */
export function toyRanges(count: number, fates: Readonly<Record<number, Fate>> = {}): Ranges<ToyRange, never> {
  return {
    count,
    make: (index) => ({
      numbers: Float64Array.from({ length: 1 + ((index * 37) % 11) ** 3 }, (_, i) => Math.sin(index + i / 3)),
      fate: fates[index],
    }),
  };
}
