import { Geodesic } from 'geographiclib-geodesic';
import { expect, it } from 'vitest';
import { createFrame } from '../geo/laea.ts';
import { offsetPosition } from './offset-position.ts';

const frame = createFrame([113.6, 34.7]);

it('lands where the geodesic does, within 20 cm a kilometre, far from the frame’s centre too', () => {
  for (const [longitude, latitude] of [
    [113.6, 34.7],
    [113.85, 34.55],
  ] as const) {
    for (const bearing of [0, 45, 133, 270]) {
      const [x = 0, y = 0] = offsetPosition([longitude, latitude], 1000, bearing, frame);
      const { lat2, lon2 } = Geodesic.WGS84.Direct(latitude, longitude, bearing, 1000) as {
        lat2: number;
        lon2: number;
      };
      const { s12 } = Geodesic.WGS84.Inverse(lat2, lon2, y, x) as { s12: number };
      expect(s12, `${bearing}°`).toBeLessThan(0.2);
    }
  }
});
