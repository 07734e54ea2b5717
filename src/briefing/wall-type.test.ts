import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CALLOUT_SHARE, LONGEST_LINE, neededHeightMeters, TEXT_SHARE } from './wall-type.ts';

const css = readFileSync(new URL('../ui/briefing/stage/stage.module.css', import.meta.url), 'utf8');
const sizes = [...css.matchAll(/font-size:\s*([\d.]+)(\w+)/g)].map(([, number, unit]) => ({
  number: Number(number),
  unit,
}));

describe('type on the wall', () => {
  it('is read from eight metres on a picture of 1.2 m, callouts on one of 0.8 m', () => {
    expect(neededHeightMeters(8)).toBeCloseTo(1.2, 9);
    expect(neededHeightMeters(8, CALLOUT_SHARE)).toBeCloseTo(0.8, 9);
  });

  it('is nowhere set smaller than the rule, nor in another unit than the height of the wall', () => {
    expect(sizes.length).toBeGreaterThan(5);
    for (const { number, unit } of sizes) {
      expect(unit).toBe('vh');
      expect(number).toBeGreaterThanOrEqual(100 * TEXT_SHARE);
    }
    expect(Math.max(...sizes.map(({ number }) => number))).toBeGreaterThanOrEqual(100 * CALLOUT_SHARE);
  });

  it('breaks its lines after eighteen characters', () => {
    const widths = [...css.matchAll(/max-width:\s*([\d.]+)em/g)].map(([, width]) => Number(width));
    expect(widths.length).toBeGreaterThan(0);
    expect(Math.max(...widths)).toBe(LONGEST_LINE);
  });
});
