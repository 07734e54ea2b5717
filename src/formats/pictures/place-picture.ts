/**
 * Where every pixel of a picture lies: from the square of the Web Mercator tile scheme to pixels of the
 * picture, through the system it was made in, or through its four corners.
 */
import { fail, ok, type Result } from '../../core/result.ts';
import { findCrs } from '../../geo/crs.ts';
import { fromMercator, toMercator } from '../../geo/web-mercator.ts';
import type { Corners, PicturePlacing, PixelTransform } from '../../model/base-map.ts';

export interface PlacedPicture {
  /** NaN where the projection does not reach. Pixels count from the top left corner of the picture. */
  toPixel(mercatorX: number, mercatorY: number): [column: number, row: number];
  /** West, south, east, north in WGS84 degrees. */
  readonly bounds: readonly [number, number, number, number];
  /** Width of the middle pixel in the square of the tile scheme. */
  readonly pixelSize: number;
  readonly corners: Corners;
}

const EDGE_STEPS = 16;
/** Of the square's side: a world map may reach over its edge by what its projection was rounded to. */
const TOLERANCE = 1e-3;

/** Fails with the problems of `findCrs`, or `picture-placing` where the picture would have no size or lie nowhere. */
export async function placePicture(
  placing: PicturePlacing,
  width: number,
  height: number,
): Promise<Result<PlacedPicture>> {
  const mapping =
    placing.type === 'corners' ? ok(byCorners(placing.corners, width, height)) : await byTransform(placing);
  if (!mapping.ok) return mapping;
  const { toPixel, toSquare } = mapping.value;
  const along = Array.from({ length: EDGE_STEPS + 1 }, (_, step) => step / EDGE_STEPS);
  const rim = along.flatMap((at) => [
    toSquare(at * width, 0),
    toSquare(at * width, height),
    toSquare(0, at * height),
    toSquare(width, at * height),
  ]);
  const [xs, ys] = [rim.map(([x]) => x), rim.map(([, y]) => y)];
  const [west, north] = fromMercator(Math.min(...xs), Math.min(...ys));
  const [east, south] = fromMercator(Math.max(...xs), Math.max(...ys));
  const [x0, y0] = toSquare(width / 2, height / 2);
  const [x1, y1] = toSquare(width / 2 + 1, height / 2);
  const pixelSize = Math.hypot(x1 - x0, y1 - y0);
  const isOnMap = [...xs, ...ys].every((at) => at >= -TOLERANCE && at <= 1 + TOLERANCE);
  if (!(isOnMap && east > west && north > south && pixelSize > 0)) return fail('picture-placing');
  const corner = (column: number, row: number) => fromMercator(...toSquare(column, row));
  const corners: Corners = [corner(0, 0), corner(width, 0), corner(width, height), corner(0, height)];
  return ok({ toPixel, bounds: [west, south, east, north], pixelSize, corners });
}

interface Mapping {
  toPixel(x: number, y: number): [number, number];
  toSquare(column: number, row: number): [number, number];
}

async function byTransform(placing: Extract<PicturePlacing, { type: 'transform' }>): Promise<Result<Mapping>> {
  const crs = await findCrs(placing.crs);
  if (!crs.ok) return crs;
  const { toLonLat, fromLonLat } = crs.value;
  const { transform } = placing;
  const back = invertTransform(transform);
  if (!back) return fail('picture-placing');
  return ok({
    toPixel: (x, y) => applyTransform(back, ...fromLonLat(...fromMercator(x, y))),
    toSquare: (column, row) => toMercator(...toLonLat(...applyTransform(transform, column, row))),
  });
}

function applyTransform([a, b, c, d, e, f]: PixelTransform, x: number, y: number): [number, number] {
  return [a * x + b * y + c, d * x + e * y + f];
}

/** Undefined where it has none. */
export function invertTransform([a, b, c, d, e, f]: PixelTransform): PixelTransform | undefined {
  const determinant = a * e - b * d;
  if (!Number.isFinite(determinant) || determinant === 0) return undefined;
  const [ia, ib, id, ie] = [e / determinant, -b / determinant, -d / determinant, a / determinant];
  return [ia, ib, -(ia * c + ib * f), id, ie, -(id * c + ie * f)];
}

/** The projective map of a rectangle onto four corners, and back. */
function byCorners(corners: Corners, width: number, height: number): Mapping {
  // Around the first corner, so that no digits are lost in the square's own size.
  const [originX, originY] = toMercator(...corners[0]);
  const points = corners.map(([longitude, latitude]) => {
    const [x, y] = toMercator(longitude, latitude);
    return [(x - originX) * SCALE, (y - originY) * SCALE] as const;
  }) as unknown as Quad;
  const forth = squareToQuad(points);
  const back = invertMatrix(forth);
  return {
    toPixel(x, y) {
      const [u, v] = project(back, (x - originX) * SCALE, (y - originY) * SCALE);
      return [u * width, v * height];
    },
    toSquare(column, row) {
      const [x, y] = project(forth, column / width, row / height);
      return [x / SCALE + originX, y / SCALE + originY];
    },
  };
}

const SCALE = 2 ** 20;
type Point = readonly [number, number];
type Quad = readonly [Point, Point, Point, Point];
/** Row by row. */
type Matrix = readonly [number, number, number, number, number, number, number, number, number];

/** Unit square to a quadrilateral (Heckbert 1989, §2.2.3). */
function squareToQuad([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Quad): Matrix {
  const [sx, sy] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3];
  const [dx1, dx2, dy1, dy2] = [x1 - x2, x3 - x2, y1 - y2, y3 - y2];
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / determinant;
  const h = (dx1 * sy - sx * dy1) / determinant;
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1];
}

/** The adjugate: a projective map needs no more. */
function invertMatrix([a, b, c, d, e, f, g, h, i]: Matrix): Matrix {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
}

function project([a, b, c, d, e, f, g, h, i]: Matrix, x: number, y: number): [number, number] {
  const w = g * x + h * y + i;
  return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
}
