/**
 * A stretch of ground on a drawing: metres of an equal-area frame around its middle, north up, so that a scale
 * bar in it is right. Pure.
 */
import { createFrame, type Frame } from '../../geo/laea.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import type { Path } from './drawing.ts';

/** West, south, east, north in degrees. */
export type DegreeBox = readonly [west: number, south: number, east: number, north: number];

export interface MapWindow {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly metersPerPixel: number;
  /** The ground that can be seen, a little more than that at the corners. */
  readonly ground: DegreeBox;
  /** Pixels from the top left corner. */
  place(longitude: number, latitude: number): [x: number, y: number];
}

export interface PixelSize {
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/**
 * All of the box is seen, with a margin of so many pixels.
 *
 * @param leastMeters how much ground the shorter side shows at least
 */
export function windowOn(
  [west, south, east, north]: DegreeBox,
  { widthPixels, heightPixels }: PixelSize,
  { marginPixels, leastMeters }: { readonly marginPixels: number; readonly leastMeters: number },
): MapWindow {
  const frame = createFrame([(west + east) / 2, (south + north) / 2]);
  const corners = [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
  ].map(([longitude, latitude]) => projected(frame, longitude!, latitude!));
  const halfWidth = Math.max(...corners.map(([x]) => Math.abs(x)));
  const halfHeight = Math.max(...corners.map(([, y]) => Math.abs(y)));
  const metersPerPixel = Math.max(
    (2 * halfWidth) / Math.max(widthPixels - 2 * marginPixels, 1),
    (2 * halfHeight) / Math.max(heightPixels - 2 * marginPixels, 1),
    leastMeters / Math.min(widthPixels, heightPixels),
  );
  return openWindow(frame, { widthPixels, heightPixels }, metersPerPixel);
}

function openWindow(frame: Frame, { widthPixels, heightPixels }: PixelSize, metersPerPixel: number): MapWindow {
  const [halfX, halfY] = [(widthPixels / 2) * metersPerPixel, (heightPixels / 2) * metersPerPixel];
  const rim = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => frame.unproject(x * halfX, y * halfY)));
  const longitudes = rim.map(([longitude]) => longitude);
  const latitudes = rim.map(([, latitude]) => latitude);
  return {
    widthPixels,
    heightPixels,
    metersPerPixel,
    ground: [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)],
    place(longitude, latitude) {
      const [x, y] = projected(frame, longitude, latitude);
      return [widthPixels / 2 + x / metersPerPixel, heightPixels / 2 - y / metersPerPixel];
    },
  };
}

function projected(frame: Frame, longitude: number, latitude: number): [x: number, y: number] {
  const place: [number, number] = [0, 0];
  frame.project(longitude, latitude, place, 0);
  return place;
}

export const meets = (a: DegreeBox, b: DegreeBox): boolean =>
  a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

/** Undefined for no boxes. */
export function boxAround(boxes: Iterable<DegreeBox>): DegreeBox | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    west = Math.min(west, box[0]);
    south = Math.min(south, box[1]);
    east = Math.max(east, box[2]);
    north = Math.max(north, box[3]);
  }
  return west <= east && south <= north ? [west, south, east, north] : undefined;
}

export const boxOfPlace = ([longitude, latitude]: LonLat): DegreeBox => [longitude, latitude, longitude, latitude];

/**
 * The stretches of a path that come near the drawing, the others left out: dashes are not counted along
 * kilometres that nobody sees. Whole where all of it does. O(positions).
 */
export function seenPieces(path: Path, { widthPixels, heightPixels }: PixelSize, beyondPixels = 12): Path[] {
  const pieces: number[][] = [];
  let piece: number[] | undefined;
  for (let i = 0; i + 3 < path.length; i += 2) {
    const [ax, ay, bx, by] = [path[i]!, path[i + 1]!, path[i + 2]!, path[i + 3]!];
    const isSeen =
      Math.max(ax, bx) >= -beyondPixels &&
      Math.min(ax, bx) <= widthPixels + beyondPixels &&
      Math.max(ay, by) >= -beyondPixels &&
      Math.min(ay, by) <= heightPixels + beyondPixels;
    if (!isSeen) piece = undefined;
    else if (piece) piece.push(bx, by);
    else {
      piece = [ax, ay, bx, by];
      pieces.push(piece);
    }
  }
  return pieces;
}
