/** What stands under a point of a picture that was handed on. Pure; good to the pixel, for pointing alone. */
import type { LonLat } from '../../model/lon-lat.ts';
import type { HandoverPlace, HandoverZone } from './handover-types.ts';
import { fractionOfPlace, placeInPicture, type TakenPicture } from './picture-place.ts';

export interface Whose {
  readonly at: LonLat;
  /** The nearest within reach of the pointer, if there is one. */
  readonly places: readonly HandoverPlace[];
  /** Whose ground it is, the finest first. */
  readonly zones: readonly HandoverZone[];
}

/** Of the picture's height: a fingertip on a wall. */
const REACH = 0.025;
/** More of them and the card no longer fits a wall. */
const MOST_PLACES = 1;

/** O(places + positions of zones). @param x, y fractions of the picture */
export function findWhose(
  picture: TakenPicture,
  x: number,
  y: number,
  places: readonly HandoverPlace[],
  zones: readonly HandoverZone[],
): Whose {
  const at = placeInPicture(picture, x, y);
  const shape = picture.widthPixels / picture.heightPixels;
  const near = places
    .map((place) => {
      const [placeX, placeY] = fractionOfPlace(picture, place.at);
      return { place, distance: Math.hypot((placeX - x) * shape, placeY - y) };
    })
    .filter(({ distance }) => distance <= REACH)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_PLACES);
  return {
    at,
    places: near.map(({ place }) => place),
    zones: zones.filter(({ rings }) => isInside(rings, at)),
  };
}

/** By parity over all rings. */
function isInside(rings: HandoverZone['rings'], [x, y]: LonLat): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  }
  return inside;
}
