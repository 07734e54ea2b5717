import { describe, expect, it } from 'vitest';
import { cameraInRoom, wallCamera } from './wall-camera.ts';

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

describe('the camera of a map of which only a part is seen', () => {
  const wall = { left: 0, top: 0, right: 1920, bottom: 1080 };

  it('stays where it is on a free wall', () => {
    expect(cameraInRoom({ ...camera, room: [1920, 1080] }, wall, wall)).toEqual({ ...camera, room: [1920, 1080] });
  });

  it('brings the middle of the scene to the middle of the free part', () => {
    // At zoom 0 the world is 512 pixels wide: 256 pixels are half of its 360 degrees.
    const flat = { center: [0, 0], zoom: 0, bearing: 0, pitch: 0 } as const;
    const left = cameraInRoom(flat, wall, { left: 0, top: 0, right: 1408, bottom: 1080 });
    expect(left.center[0]).toBeCloseTo(180, 9);
    expect(left.center[1]).toBeCloseTo(0, 9);
    const turned = cameraInRoom({ ...flat, bearing: 90 }, wall, { left: 0, top: 0, right: 1664, bottom: 1080 });
    // East is up: what stands 128 pixels to the left of the middle lies north of it.
    expect(turned.center[0]).toBeCloseTo(0, 9);
    expect(turned.center[1]).toBeCloseTo(-66.51326, 4);
  });

  it('fits the ground into the free part', () => {
    const half = cameraInRoom({ ...camera, bearing: 0 }, wall, { left: 0, top: 0, right: 480, bottom: 1080 });
    expect(half.zoom).toBe(11);
  });
});
