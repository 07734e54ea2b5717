import { describe, expect, it } from 'vitest';
import type { Corners } from '../../model/base-map.ts';
import { firstCorners } from './first-corners.ts';
import { invertTransform, placePicture } from './place-picture.ts';
import { buildTileMesh, type PictureWindow, warpTile } from './warp-tile.ts';
import { isPictureName, isWorldFileOf, parseWorldFile } from './world-file.ts';

describe('world files', () => {
  it('name the middle of the first pixel: the picture begins half a pixel before it', () => {
    const parsed = parseWorldFile('0.5\r\n0\r\n0\r\n-0.5\r\n466800.25\r\n3846399.75\r\n');
    expect(parsed).toMatchObject({ ok: true, value: [0.5, 0, 466800, 0, -0.5, 3846400] });
    // Turned: what ESRI calls A, D, B, E, C, F, with decimal commas of some surveying programs.
    expect(parseWorldFile('0,4\n0,3\n0,3\n-0,4\n100\n200')).toMatchObject({
      value: [0.4, 0.3, 100 - 0.35, 0.3, -0.4, 200 + 0.05].map((value) => expect.closeTo(value, 10)),
    });
  });

  it('are refused where a number is missing or a pixel has no size', () => {
    for (const text of ['', '1 0 0 -1 5', '1 a 0 -1 5 5', '1 1 1 1 0 0'])
      expect(parseWorldFile(text), text).toMatchObject({ problem: { code: 'picture-world-file' } });
  });

  it('belong to the picture of the same name', () => {
    expect(isWorldFileOf('航拍.JGW', '航拍.jpg')).toBe(true);
    expect(isWorldFileOf('a.pgw', 'a.jpg')).toBe(false);
    expect(isWorldFileOf('a.wld', 'a.png')).toBe(true);
    expect(isWorldFileOf('b.tfw', 'a.tif')).toBe(false);
    expect([isPictureName('a.TIFF'), isPictureName('a.jpeg'), isPictureName('a.csv')]).toEqual([true, true, false]);
  });
});

describe('the place of a picture', () => {
  it('inverts its transform', () => {
    const inverse = invertTransform([0.4, 0.3, 100, 0.3, -0.4, 200]) ?? [0, 0, 0, 0, 0, 0];
    const [x, y] = [0.4 * 7 + 0.3 * 11 + 100, 0.3 * 7 - 0.4 * 11 + 200];
    expect(inverse[0] * x + inverse[1] * y + inverse[2]).toBeCloseTo(7, 10);
    expect(inverse[3] * x + inverse[4] * y + inverse[5]).toBeCloseTo(11, 10);
    expect(invertTransform([1, 2, 0, 2, 4, 0])).toBeUndefined();
  });

  it('by four corners puts each corner of the picture on its place, and straight lines on straight lines', async () => {
    const corners: Corners = [
      [113.6, 34.76],
      [113.66, 34.77],
      [113.67, 34.72],
      [113.59, 34.73],
    ];
    const placed = await placePicture({ type: 'corners', corners }, 400, 300);
    if (!placed.ok) throw new Error(placed.problem.code);
    placed.value.corners.forEach((corner, index) => {
      expect(corner[0]).toBeCloseTo(corners[index]?.[0] ?? 0, 9);
      expect(corner[1]).toBeCloseTo(corners[index]?.[1] ?? 0, 9);
    });
    const [west, south, east, north] = placed.value.bounds;
    expect([west, south, east, north].map((degrees) => Number(degrees.toFixed(6)))).toEqual([
      113.59, 34.72, 113.67, 34.77,
    ]);
    // The diagonals of the picture cross where those of the place do: the mark of a projective map.
    const square = ([longitude, latitude]: readonly [number, number]) => {
      const sine = Math.sin((latitude * Math.PI) / 180);
      return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)] as const;
    };
    const [a, b, c, d] = corners.map(square) as [readonly [number, number], ...(readonly [number, number])[]];
    const cross = crossing(
      a,
      c as readonly [number, number],
      b as readonly [number, number],
      d as readonly [number, number],
    );
    const [column, row] = placed.value.toPixel(...cross);
    expect([column, row]).toEqual([expect.closeTo(200, 6), expect.closeTo(150, 6)]);
  });

  it('is refused without size and outside the map', async () => {
    const nowhere = await placePicture({ type: 'transform', transform: [0, 0, 0, 0, 0, 0], crs: 'EPSG:4326' }, 10, 10);
    expect(nowhere).toMatchObject({ problem: { code: 'picture-placing' } });
    // Metres taken for degrees.
    const metres = await placePicture(
      { type: 'transform', transform: [1, 0, 5e5, 0, -1, 4e6], crs: 'EPSG:4326' },
      10,
      10,
    );
    expect(metres).toMatchObject({ problem: { code: 'picture-placing' } });
    expect(
      await placePicture({ type: 'transform', transform: [1, 0, 0, 0, -1, 0], crs: 'EPSG:99999' }, 10, 10),
    ).toMatchObject({
      problem: { code: 'crs-unknown' },
    });
  });

  it('begins in the middle of what is looked at, in its own proportions', () => {
    const [topLeft, topRight, , bottomLeft] = firstCorners([113, 34, 114, 35], 800, 400);
    expect([topLeft[0] + topRight[0], topLeft[1], topRight[0] - topLeft[0]]).toEqual([
      expect.closeTo(227, 9),
      expect.closeTo(topRight[1], 9),
      expect.closeTo(0.3, 9),
    ]);
    // A view that is wider than the world.
    expect(firstCorners([-300, -89, 300, 89], 800, 800)[0][0]).toBeCloseTo(-54, 9);
    expect(bottomLeft[1]).toBeLessThan(topLeft[1]);
  });
});

describe('tiles of a picture', () => {
  const whole: PictureWindow = {
    rgba: Uint8ClampedArray.from([200, 0, 0, 255, 0, 0, 100, 0]),
    width: 2,
    height: 1,
    left: 0,
    top: 0,
    scaleX: 1,
    scaleY: 1,
  };
  /** A picture that fills tile 0/0/0. */
  const filling = { toPixel: (x: number, y: number): [number, number] => [2 * x, y], pixelSize: 0.5 };

  it('mix neighbours by their opacity: what is clear gives no colour', () => {
    const mesh = buildTileMesh(filling, whole, { z: 0, x: 0, y: 0, size: 4 });
    const tile = warpTile(mesh, whole, whole, 4);
    const pixel = (column: number) => [...tile.subarray(4 * column, 4 * column + 4)];
    expect(pixel(0)).toEqual([200, 0, 0, 255]);
    // A quarter of the way to the clear pixel: less opaque, no less red.
    expect(pixel(1)).toEqual([200, 0, 0, 191]);
    expect(pixel(3)).toEqual([0, 0, 0, 0]);
  });

  it('are clear where the picture is not, and where its projection does not reach', () => {
    const beside = buildTileMesh(filling, whole, { z: 1, x: 5, y: 0, size: 4 });
    expect(beside.window).toBeUndefined();
    const half = {
      toPixel: (x: number, y: number): [number, number] => (x < 0.5 ? [2 * x, y] : [Number.NaN, Number.NaN]),
      pixelSize: 0.5,
    };
    const tile = warpTile(buildTileMesh(half, whole, { z: 0, x: 0, y: 0, size: 8 }), whole, whole, 8);
    expect([tile[3], tile[4 * 7 + 3]]).toEqual([255, 0]);
  });

  it('get a finer mesh where the picture is bent, until it is good to a quarter of a pixel', () => {
    const bent = (by: number) => ({
      toPixel: (x: number, y: number): [number, number] => [1000 * x + by * Math.sin(9 * x), 1000 * y],
      pixelSize: 0.001,
    });
    const size = { width: 1000, height: 1000 };
    const cellsFor = (by: number) => buildTileMesh(bent(by), size, { z: 0, x: 0, y: 0, size: 1000 }).cells;
    // Between two corners a sine is off by amplitude · 9² / 8 / cells²: under 0.25 from 9 and from 40.2 cells on.
    expect([cellsFor(0), cellsFor(2), cellsFor(40)]).toEqual([4, 16, 64]);
  });
});

function crossing(
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  [cx, cy]: readonly [number, number],
  [dx, dy]: readonly [number, number],
): [number, number] {
  const determinant = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  const along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / determinant;
  return [ax + along * (bx - ax), ay + along * (by - ay)];
}
