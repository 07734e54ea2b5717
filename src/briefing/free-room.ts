/** The part of the wall that words, numbers and board leave to the map. Pure. */

/** CSS pixels from the top left corner. */
export interface WallBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The empty rectangle in which a map of the given room is drawn largest. The whole wall where everything is covered.
 * O(obstacles⁵), for the handful that there are.
 *
 * @param room width and height that the map wants, in any unit; absent: the largest rectangle by area
 * @param margin kept clear around every obstacle, CSS pixels
 */
export function findFreeRoom(
  wall: WallBox,
  obstacles: readonly WallBox[],
  room?: readonly [width: number, height: number],
  margin = 0,
): WallBox {
  const grown = obstacles
    .map(({ left, top, right, bottom }) => ({
      left: left - margin,
      top: top - margin,
      right: right + margin,
      bottom: bottom + margin,
    }))
    .filter((box) => meet(box, wall));
  let best = wall;
  let bestSize = 0;
  for (const left of edges(wall.left, grown, 'right'))
    for (const right of edges(wall.right, grown, 'left'))
      for (const top of edges(wall.top, grown, 'bottom'))
        for (const bottom of edges(wall.bottom, grown, 'top')) {
          const box = { left, top, right, bottom };
          const size = sizeOf(box, room);
          if (size <= bestSize || left < wall.left || right > wall.right || top < wall.top || bottom > wall.bottom)
            continue;
          if (grown.some((obstacle) => meet(obstacle, box))) continue;
          [best, bestSize] = [box, size];
        }
  return best;
}

function edges(ofWall: number, boxes: readonly WallBox[], side: keyof WallBox): number[] {
  return [ofWall, ...boxes.map((box) => box[side])];
}

function sizeOf({ left, top, right, bottom }: WallBox, room: readonly [number, number] | undefined): number {
  const [width, height] = [right - left, bottom - top];
  if (width <= 0 || height <= 0) return 0;
  return room ? Math.min(width / room[0], height / room[1]) : width * height;
}

/** Touching is not meeting. */
function meet(a: WallBox, b: WallBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
