import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcPositions } from './arc-positions.ts';
import { readGpkgGeometry } from './read-gpkg-geometry.ts';
import { readWkb } from './read-wkb.ts';

const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Bytes of: u8 and u32 by 1 and 4, all other numbers as doubles. */
function pack(little: boolean, ...values: (['u8' | 'u32', number] | number)[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(1000));
  let at = 0;
  for (const value of values) {
    if (typeof value === 'number') {
      view.setFloat64(at, value, little);
      at += 8;
    } else if (value[0] === 'u8') view.setUint8(at++, value[1]);
    else {
      view.setUint32(at, value[1], little);
      at += 4;
    }
  }
  return new Uint8Array(view.buffer, 0, at).slice();
}
/** The head of a little-endian geometry. */
const head = (type: number): [['u8', number], ['u32', number]] => [
  ['u8', 1],
  ['u32', type],
];
const count = (n: number): ['u32', number] => ['u32', n];

describe('well-known binary', () => {
  it('is read in both byte orders, also mixed', () => {
    // As PostGIS writes them: ST_AsBinary('POINT(113.6 34.7)') in XDR and NDR.
    const point = { geometry: { type: 'Point', coordinates: [113.6, 34.7] }, hasCurves: false };
    expect(readWkb(fromHex('01010000006666666666665c409a99999999594140'))).toEqual(point);
    expect(readWkb(fromHex('0000000001405c66666666666640415999 9999999a'.replace(' ', '')))).toEqual(point);
    const big = pack(false, ['u8', 0], ['u32', 1], 3, 4);
    const mixed = Uint8Array.of(...pack(true, ...head(4), count(2)), ...big, ...pack(true, ...head(1), 5, 6));
    expect(readWkb(mixed)?.geometry).toEqual({
      type: 'MultiPoint',
      coordinates: [
        [3, 4],
        [5, 6],
      ],
    });
  });

  it('keeps heights of ISO types and of the flags of EWKB, whose system is passed over', () => {
    const coordinatesOf = (...values: Parameters<typeof pack>[1][]) =>
      readWkb(pack(true, ...values))?.geometry.coordinates;
    expect(coordinatesOf(...head(1001), 1, 2, 3)).toEqual([1, 2, 3]);
    expect(coordinatesOf(...head(2001), 1, 2, 3)).toEqual([1, 2, 3]);
    expect(coordinatesOf(...head(3002), count(2), 1, 2, 3, 4, 5, 6, 7, 8)).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
    expect(coordinatesOf(...head(0x80000001), 1, 2, 3)).toEqual([1, 2, 3]);
    expect(coordinatesOf(...head(0xe0000001), ['u32', 4326], 1, 2, 3, 4)).toEqual([1, 2, 3, 4]);
    expect(coordinatesOf(...head(0x20000001), ['u32', 4490], 1, 2)).toEqual([1, 2]);
  });

  it('reads polygons, collections and surfaces', () => {
    const ring = [count(4), 0, 0, 1, 0, 1, 1, 0, 0] as const;
    const polygon = [...head(3), count(1), ...ring] as const;
    const coordinates = [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ];
    const read = (...values: Parameters<typeof pack>[1][]) => readWkb(pack(true, ...values))?.geometry;
    expect(read(...polygon)).toEqual({ type: 'Polygon', coordinates });
    for (const type of [6, 12, 15]) {
      expect(read(...head(type), count(2), ...polygon, ...polygon)).toEqual({
        type: 'MultiPolygon',
        coordinates: [coordinates, coordinates],
      });
    }
    expect(read(...head(16), count(1), ...head(17), count(1), ...ring)).toEqual({
      type: 'MultiPolygon',
      coordinates: [coordinates],
    });
    expect(read(...head(7), count(2), ...polygon, ...head(1), 8, 9)).toEqual({
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', coordinates },
        { type: 'Point', coordinates: [8, 9] },
      ],
    });
    expect(read(...head(1), Number.NaN, Number.NaN)).toEqual({ type: 'Point', coordinates: [] });
    expect(read(...head(4), count(2), ...head(1), Number.NaN, Number.NaN, ...head(1), 1, 2)).toEqual({
      type: 'MultiPoint',
      coordinates: [[1, 2]],
    });
    expect(read(...head(99))).toEqual({ type: 'WKB 99' });
    expect(read(...head(4001))).toEqual({ type: 'WKB 4001' });
  });

  it('makes straight lines of curves', () => {
    const arc = [...head(8), count(3), 0, 0, 1, 1, 2, 0] as const;
    const line = [...head(2), count(2), 2, 0, 0, 0] as const;
    const semicircle = readWkb(pack(true, ...arc));
    const positions = semicircle?.geometry.coordinates as number[][];
    expect(semicircle?.hasCurves).toBe(true);
    expect([positions.length, positions[0], positions.at(-1)]).toEqual([46, [0, 0], [2, 0]]);
    for (const [x = 0, y = 0] of positions) expect(Math.hypot(x - 1, y)).toBeCloseTo(1, 12);
    const surface = readWkb(pack(true, ...head(10), count(1), ...head(9), count(2), ...arc, ...line))?.geometry;
    expect(surface?.type).toBe('Polygon');
    expect(surface?.coordinates).toEqual([[...positions, [0, 0]]]);
    expect(readWkb(pack(true, ...head(11), count(1), ...line))).toMatchObject({ hasCurves: false });
  });

  it('is undefined where counts, types or lengths contradict the bytes, and never throws', () => {
    const bad = [
      [...head(2), count(0xffffffff), 1, 2],
      [...head(3), count(2), count(1), 1, 2],
      [...head(6), count(1), ...head(1), 1, 2],
      [['u8', 7], ['u32', 1], 1, 2],
      [...head(1), 1],
    ] as Parameters<typeof pack>[1][][];
    for (const values of bad) expect(readWkb(pack(true, ...values))).toBeUndefined();
    expect(
      readWkb(
        pack(
          true,
          ...(Array.from({ length: 80 }, () => [...head(7), count(1)]).flat() as Parameters<typeof pack>[1][]),
        ),
      ),
    ).toBeUndefined();
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17),
        (bytes, type) => {
          readWkb(Uint8Array.of(1, type, 0, 0, 0, ...bytes));
          readGpkgGeometry(Uint8Array.of(0x47, 0x50, 0, ...bytes));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('arcs', () => {
  it('pass through all three positions, either way round, and may be whole circles', () => {
    const near = (positions: number[][], x: number, y: number) =>
      Math.min(...positions.map(([a = 0, b = 0]) => Math.hypot(a - x, b - y)));
    const left = arcPositions([1, 0], [0, 1], [-1, 0]);
    const right = arcPositions([1, 0], [0, -1], [-1, 0]);
    expect(near(left, 0, 1)).toBeLessThan(0.04);
    expect(near(left, 0, -1)).toBeGreaterThan(1);
    expect(near(right, 0, -1)).toBeLessThan(0.04);
    const long = arcPositions([1, 0], [-1, 0], [0, -1]);
    expect([long.length, long.at(-1)]).toEqual([68, [0, -1]]);
    const circle = arcPositions([1, 0], [-1, 0], [1, 0]);
    expect([circle.length, circle.at(-1)]).toEqual([90, [1, 0]]);
    expect(arcPositions([0, 0], [1, 1], [2, 2])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});

describe('the header of a GeoPackage geometry', () => {
  const point = fromHex('01010000006666666666665c409a99999999594140');

  it('is as long as its envelope', () => {
    for (const [kind, length] of [
      [0, 0],
      [1, 32],
      [2, 48],
      [3, 48],
      [4, 64],
    ] as const) {
      const bytes = Uint8Array.of(
        0x47,
        0x50,
        0,
        1 | (kind << 1),
        0xe6,
        0x10,
        0,
        0,
        ...new Uint8Array(length),
        ...point,
      );
      expect(readGpkgGeometry(bytes)?.geometry.coordinates).toEqual([113.6, 34.7]);
    }
    expect(readGpkgGeometry(Uint8Array.of(0x47, 0x50, 0, 1 | (5 << 1), 0, 0, 0, 0, ...point))).toBeUndefined();
    expect(readGpkgGeometry(Uint8Array.of(0x47, 0x50, 0, 0x21, 0, 0, 0, 0, ...point))?.geometry).toEqual({
      type: 'ExtendedGeoPackageBinary',
    });
    expect(readGpkgGeometry(point)?.geometry.coordinates).toEqual([113.6, 34.7]);
    expect(readGpkgGeometry(Uint8Array.of())).toBeUndefined();
  });
});
