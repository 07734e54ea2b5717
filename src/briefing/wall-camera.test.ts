import { describe, expect, it } from 'vitest';
import { wallCamera } from './wall-camera.ts';

const camera = { center: [113.6, 34.7] as const, zoom: 12, bearing: 10, pitch: 0, room: [960, 720] as const };

describe('the camera on a wall', () => {
  it('shows the same ground on four times the pixels, one zoom level a doubling', () => {
    expect(wallCamera(camera, 3840, 2880)).toEqual({ ...camera, zoom: 14 });
    expect(wallCamera(camera, 480, 360).zoom).toBe(11);
  });

  it('cuts nothing off where the wall has another shape', () => {
    expect(wallCamera(camera, 1920, 720).zoom).toBe(12);
    expect(wallCamera(camera, 960, 5000).zoom).toBe(12);
  });

  it('keeps the zoom of a scene that does not know its room, and on a wall without size', () => {
    const { room: _, ...plain } = camera;
    expect(wallCamera(plain, 3840, 2880)).toBe(plain);
    expect(wallCamera(camera, 0, 100)).toBe(camera);
  });
});
