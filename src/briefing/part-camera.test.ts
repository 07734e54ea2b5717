import { expect, test } from 'vitest';
import type { SceneCamera } from '../model/scene.ts';
import { partCamera } from './part-camera.ts';
import { frameGround } from './story/frame-ground.ts';
import { wallCamera } from './wall-camera.ts';

const PART = { left: 0.03, right: 0.4, top: 0.24, bottom: 0.8 };

test('ground that was framed for a part of the wall fills a picture of that part', () => {
  const ground = [113.5, 34.6, 113.7, 34.8] as const;
  const whole = { left: 0, right: 1, top: 0, bottom: 1 };
  const seen = wallCamera(partCamera(frameGround(ground, PART), PART), 1600, 900);
  const alone = frameGround(ground, whole);
  expect(seen.center[0]).toBeCloseTo(alone.center[0], 5);
  expect(seen.center[1]).toBeCloseTo(alone.center[1], 5);
  // Framed into another shape, the same ground may have more around it, never less.
  expect(seen.zoom).toBeLessThanOrEqual(alone.zoom + 0.02);
  expect(seen.zoom).toBeGreaterThan(alone.zoom - 0.8);
});

test('on a turned map the part lies where it is seen', () => {
  const camera: SceneCamera = { center: [113.6, 34.7], zoom: 12, bearing: 90, pitch: 0, room: [1000, 500] };
  // East is up: what is at the left lies to the north.
  const left = partCamera(camera, { left: 0, right: 0.5, top: 0, bottom: 1 });
  expect(left.center[0]).toBeCloseTo(113.6, 9);
  expect(left.center[1]).toBeGreaterThan(34.7);
  const top = partCamera(camera, { left: 0, right: 1, top: 0, bottom: 0.5 });
  expect(top.center[0]).toBeGreaterThan(113.6);
  expect(top.center[1]).toBeCloseTo(34.7, 9);
  expect([left.room, top.room]).toEqual([
    [500, 500],
    [1000, 250],
  ]);
});

test('a camera without a room, and one that is tilted, stay', () => {
  const camera: SceneCamera = { center: [113.6, 34.7], zoom: 12, bearing: 0, pitch: 0 };
  expect(partCamera(camera, PART)).toBe(camera);
  const tilted: SceneCamera = { ...camera, pitch: 40, room: [1000, 500] };
  expect(partCamera(tilted, PART)).toBe(tilted);
});
