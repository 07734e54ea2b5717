import { describe, expect, it } from 'vitest';
import type { FeatureStyling, LayerView } from '../../map/map-types.ts';
import type { Scene } from '../../model/scene.ts';
import { createRestyling, layersOfLeft, leftSideOf } from './left-side.ts';

const camera = { center: [113.6, 34.7] as const, zoom: 12, bearing: 0, pitch: 0 };
const before: Scene = {
  id: 'scene-1',
  title: 'October',
  camera,
  layers: { soil: 0.5 },
  rules: ['zone-gap'],
  scope: { type: 'owner', owner: 'Unit' },
};
const view = (id: string, visible = true): LayerView => ({
  id,
  kind: 'bareSoil',
  drawable: {} as LayerView['drawable'],
  styling: { category: new Uint8Array(2) },
  visible,
  opacity: 1,
});
const views = [view('soil', false), view('plan')];
const asIs = ({ styling }: LayerView) => styling;
const shown = (layers: readonly LayerView[]) => layers.map(({ id, visible, opacity }) => [id, visible, opacity]);

describe('the left of a before and after', () => {
  it('leaves out layers and rules, on top of what is hidden on the right', () => {
    const swipe = { left: 'without', layers: ['plan'], rules: ['zone-overlap'] } as const;
    const left = leftSideOf(swipe, [], new Set(['zone-gap']));
    expect([...(left?.hiddenRules ?? [])]).toEqual(['zone-gap', 'zone-overlap']);
    expect(left && shown(layersOfLeft(views, left, asIs))).toEqual([
      ['soil', false, 1],
      ['plan', false, 1],
    ]);
  });

  it('shows the layers, rules and scope of another scene, whatever the right shows', () => {
    const left = leftSideOf({ left: 'scene', scene: 'scene-1' }, [before], new Set());
    expect(left?.other).toBe(before);
    expect(left?.hiddenRules.has('zone-gap')).toBe(false);
    expect(left?.hiddenRules.has('zone-overlap')).toBe(true);
    expect(left && shown(layersOfLeft(views, left, asIs))).toEqual([
      ['soil', true, 0.5],
      ['plan', false, 1],
    ]);
  });

  it('is nothing without that scene, and keeps everything but the findings for a month', () => {
    expect(leftSideOf({ left: 'scene', scene: 'gone' }, [before], new Set())).toBeUndefined();
    const left = leftSideOf({ left: 'month', month: '2026-10' }, [], new Set(['zone-gap']));
    expect(left).toMatchObject({ month: '2026-10', other: undefined });
    expect(left && shown(layersOfLeft(views, left, asIs))).toEqual(shown(views));
  });

  it('shares the arrays of the right, and makes other marks once', () => {
    const restyle = createRestyling();
    const styling: FeatureStyling = { category: new Uint8Array(2), dimmed: Uint8Array.of(1, 0) };
    const marks = { dimmed: Uint8Array.of(0, 1), hidden: undefined, recolor: undefined };
    expect(restyle(styling, { ...marks, dimmed: styling.dimmed })).toBe(styling);
    const made = restyle(styling, marks);
    expect(made).toEqual({ category: styling.category, dimmed: marks.dimmed });
    expect(made.category).toBe(styling.category);
    expect(restyle(styling, { ...marks })).toBe(made);
    expect(restyle(styling, { ...marks, dimmed: undefined })).toEqual({ category: styling.category });
  });
});
