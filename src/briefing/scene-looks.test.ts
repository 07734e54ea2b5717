import { expect, it } from 'vitest';
import type { Scene } from '../model/scene.ts';
import { looksOf } from './scene-looks.ts';

const scene: Scene = {
  id: 'a',
  title: '总体情况',
  camera: { center: [113.6, 34.7], zoom: 12, bearing: 0, pitch: 0 },
  layers: { soil: 1 },
  rules: [],
};

it('are the same under other words, and others with another layer, place or finding', () => {
  const same: Scene = { ...scene, id: 'b', title: '裸土', notes: '要点', group: '一', numbers: [] };
  expect(looksOf(same)).toBe(looksOf(scene));
  const others: Scene[] = [
    { ...scene, layers: { soil: 0.5 } },
    { ...scene, camera: { ...scene.camera, zoom: 13 } },
    { ...scene, finding: 'f' },
    { ...scene, theme: 'dark' },
  ];
  expect(new Set([scene, ...others].map(looksOf)).size).toBe(5);
});
