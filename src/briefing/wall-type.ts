/**
 * How large type on the wall has to be. Everything is in shares of the wall's height, so that it holds from 1024×768
 * to 4K; `ui/briefing/stage/stage.module.css` writes the same shares in `vh`, and the end-to-end test of the stage
 * measures every text node against them.
 *
 * The rule of thumb for signs and slides: a character can be read without effort from 200 times its height
 * (17 minutes of arc; ISO 9241-303 asks for 16 at least). Type of 1/30 of the height can so be read from
 * 200 / 30 = 6.7 heights of the picture: from eight metres on a picture that is 1.2 m high.
 */

/** Nothing on the wall is smaller. */
export const TEXT_SHARE = 1 / 30;
/** Big numbers, and the answer to "whose is that?". */
export const CALLOUT_SHARE = 1 / 20;
/** Chinese characters; more are not taken in at a glance. */
export const LONGEST_LINE = 18;

const HEIGHTS_PER_DISTANCE = 200;

/** How high the picture on the wall must be for the smallest type to be read from a distance, metres. */
export function neededHeightMeters(distanceMeters: number, share = TEXT_SHARE): number {
  return distanceMeters / (HEIGHTS_PER_DISTANCE * share);
}
