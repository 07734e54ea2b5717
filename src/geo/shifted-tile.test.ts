import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { shiftedTilePieces } from './shifted-tile.ts';
import { fromMercator, toMercator } from './web-mercator.ts';

const TILE = 256;

describe('web mercator', () => {
  it('puts known places where the tile scheme has them, and back', () => {
    expect(toMercator(0, 0)).toEqual([0.5, 0.5]);
    // The northern edge of the square.
    expect(toMercator(-180, 85.0511287798066)[1]).toBeCloseTo(0, 12);
    // Zhengzhou at zoom 12, by EPSG:3857 (x 12650081.3, y 4123171.6 metres).
    const [x, y] = toMercator(113.6377, 34.7466);
    expect(x * 40075016.685578488 - 20037508.342789244).toBeCloseTo(12650090.9, 0);
    expect(fromMercator(x, y)[0]).toBeCloseTo(113.6377, 10);
    expect(fromMercator(x, y)[1]).toBeCloseTo(34.7466, 10);
  });
});

describe('tiles drawn in GCJ-02', () => {
  it.each([10, 12, 14, 16, 18])('are put where they belong to within a pixel at zoom %i (oracle: gcoord)', (z) => {
    const world = TILE * 2 ** z;
    let worst = 0;
    for (const [longitude, latitude] of [
      [113.6377, 34.7466],
      [121.47, 31.23],
      [87.6, 43.8],
      [110.3, 20.0],
    ] as const) {
      const [mx, my] = toMercator(longitude, latitude);
      const [x, y] = [Math.floor((mx * world) / TILE), Math.floor((my * world) / TILE)];
      for (const piece of shiftedTilePieces(z, x, y, TILE)) {
        for (const [dx, dy] of [
          [0, 0],
          [piece.size, 0],
          [piece.size / 2, piece.size / 2],
          [0, piece.size],
        ] as const) {
          const [px, py] = [x * TILE + piece.targetLeft + dx, y * TILE + piece.targetTop + dy];
          const lonLat = fromMercator(px / world, py / world);
          const [east, north] = gcoord.transform(lonLat, gcoord.WGS84, gcoord.GCJ02) as [number, number];
          const [gx, gy] = toMercator(east, north);
          worst = Math.max(
            worst,
            Math.abs(piece.x * TILE + piece.sourceLeft + dx - gx * world),
            Math.abs(piece.y * TILE + piece.sourceTop + dy - gy * world),
          );
        }
      }
    }
    expect(worst).toBeLessThan(0.5);
  });

  it('cover every pixel of the tile, and take each square from one tile or its neighbours', () => {
    const pieces = shiftedTilePieces(16, 53455, 26065, TILE);
    const squares = new Set(pieces.map(({ targetLeft, targetTop }) => `${targetLeft} ${targetTop}`));
    expect(squares.size).toBe(16);
    for (const { x, y } of pieces) {
      expect(Math.abs(x - 53455)).toBeLessThanOrEqual(2);
      expect(Math.abs(y - 26065)).toBeLessThanOrEqual(2);
    }
  });

  it('are left where they are outside the box of the shift', () => {
    const pieces = shiftedTilePieces(4, 2, 5, TILE);
    expect(new Set(pieces.map(({ x, y }) => `${x} ${y}`))).toEqual(new Set(['2 5']));
  });
});
