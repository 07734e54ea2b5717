import { describe, expect, it } from 'vitest';
import { problem } from '../../core/result.ts';
import type { Evidence, Weight } from './datum-types.ts';
import { judge, weighCrossings, weighDistances, weighInsides } from './weigh-evidence.ts';

const found = (datum: Evidence['datum'], weight: Weight): Evidence => ({ datum, weight, problem: problem('x') });

describe('weighing evidence', () => {
  it('adds weights up and takes off what contradicts', () => {
    expect(judge([])).toEqual({ datum: undefined, confidence: 'none' });
    expect(judge([found('gcj02', 'strong')])).toEqual({ datum: 'gcj02', confidence: 'high' });
    expect(judge([found('gcj02', 'strong'), found('wgs84', 'weak')])).toEqual({ datum: 'gcj02', confidence: 'medium' });
    expect(judge([found('bd09', 'weak')])).toEqual({ datum: 'bd09', confidence: 'low' });
    expect(judge([found('gcj02', 'moderate'), found('wgs84', 'moderate')])).toEqual({
      datum: undefined,
      confidence: 'none',
    });
  });

  it('takes a short distance for a fit only where laying the layer beside makes it much longer', () => {
    const distances = (medianMeters: number[], controlMeters: number[]) => ({
      positions: 500,
      medianMeters,
      controlMeters,
    });
    const [fit] = weighDistances(distances([4, 31, 40], [35, 33, 38]), 'lines');
    expect(fit).toMatchObject({ datum: 'wgs84', weight: 'strong', problem: { params: { besideMeters: 35 } } });
    // Dense roads: 9 m is near, and so is everything around.
    expect(weighDistances(distances([9, 30, 400], [10, 33, 390]), 'lines')).toEqual([]);
    expect(weighDistances(distances([4, 5, 40], [35, 33, 38]), 'lines')).toEqual([]);
    expect(weighDistances({ ...distances([4, 31, 40], [35, 33, 38]), positions: 19 }, 'lines')).toEqual([]);
  });

  it('counts shares by the features that change sides', () => {
    const flags = (count: number, holding: number) =>
      Uint8Array.from({ length: count }, (_, at) => (at < holding ? 1 : 0));
    const insides = (count: number, ...holding: number[]) => ({
      count,
      inside: holding.map((own) => flags(count, own)),
    });
    expect(weighInsides(insides(1000, 960, 990, 900))).toMatchObject([{ datum: 'gcj02', weight: 'moderate' }]);
    expect(weighInsides(insides(1000, 985, 990, 900))).toEqual([]);
    // Far more is outside in any datum: the layer goes beyond the boundary.
    expect(weighInsides(insides(1000, 500, 700, 400))).toEqual([]);
  });

  it('holds crossings against those beside, not against the other datums', () => {
    const crossings = (crossed: number[], controlCrossed: number[]) => ({
      things: 'polygon' as const,
      near: [400, 400, 100],
      crossed,
      controlNear: [2400, 2400, 600],
      controlCrossed,
    });
    expect(weighCrossings(crossings([20, 210, 50], [1300, 1290, 310]))).toMatchObject([
      { datum: 'wgs84', weight: 'strong' },
    ]);
    // The third leaves the roads behind, and finds none beside either.
    expect(weighCrossings(crossings([200, 210, 5], [1300, 1290, 30]))).toEqual([]);
  });
});
