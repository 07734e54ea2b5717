import { describe, expect, it } from 'vitest';
import type { Scene } from '../../../model/scene.ts';
import { shareAfterKey, shareAfterStageKey } from './swipe-keys.ts';
import { swipeLabels } from './swipe-labels.ts';

describe('the line between before and after', () => {
  it('goes by twentieths, to both ends and no further', () => {
    expect(shareAfterKey('ArrowRight', 0.5)).toBe(0.55);
    expect(shareAfterKey('ArrowLeft', 0.15)).toBe(0.1);
    expect(shareAfterKey('ArrowLeft', 0.02)).toBe(0);
    expect(shareAfterKey('Home', 0.5)).toBe(0);
    expect(shareAfterKey('End', 0.5)).toBe(1);
    expect(shareAfterKey('Enter', 0.5)).toBeUndefined();
  });

  it('leaves the arrows of the wall to the pages', () => {
    expect(shareAfterStageKey('ArrowRight', 0.5)).toBeUndefined();
    expect(shareAfterStageKey('[', 0.5)).toBe(0.45);
    expect(shareAfterStageKey('】', 0.5)).toBe(0.55);
    expect(shareAfterStageKey('}', 0.5)).toBe(1);
  });
});

describe('the names of the two sides', () => {
  const camera = { center: [113.6, 34.7] as const, zoom: 12, bearing: 0, pitch: 0 };
  const other: Scene = { id: 'scene-1', title: 'October', camera, layers: {}, rules: [] };
  const layers = [{ id: 'plan', title: 'Plan 2026' }] as never;
  const document = { scenes: [other], layers, asOf: '2026-11-23' };
  const t = (key: string, params: Record<string, unknown> = {}) => [key, ...Object.values(params)].join(' ');
  const labels = (swipe: Scene['swipe']) => swipeLabels({ title: 'November', ...(swipe && { swipe }) }, document, t);

  it('are those of the scenes, of what is left out, or of the dates', () => {
    expect(labels({ left: 'scene', scene: 'scene-1' })).toEqual({ left: 'October', right: 'November' });
    expect(labels({ left: 'without', layers: ['plan'], rules: ['zone-gap'] })).toEqual({
      left: 'ground.side.without Plan 2026ground.side.separatorrule.zone-gap',
      right: 'ground.side.after',
    });
    expect(labels({ left: 'month', month: '2026-10' })).toEqual({
      left: 'ground.side.month 2026-10',
      right: 'ground.side.now 2026-11-23',
    });
  });

  it('are none without two sides', () => {
    expect(labels(undefined)).toBeUndefined();
    expect(labels({ left: 'scene', scene: 'gone' })).toBeUndefined();
  });
});
