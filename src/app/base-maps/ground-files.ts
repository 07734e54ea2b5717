/** Which dropped files are a base map or a picture of the ground, and not data: told by their names, since they may be too large to read. */
import { isPictureName, isWorldFileOf, splitName } from '../../formats/pictures/world-file.ts';

export const isArchiveName = (name: string): boolean => splitName(name).ending === 'pmtiles';

const isTiff = (name: string): boolean => /^tiff?$/u.test(splitName(name).ending);

/**
 * True where every file is one: PMTiles, TIFFs, other pictures with a world file beside them. A photo alone is
 * none: it may be the picture of a place and not of the ground.
 */
export function areForTheGround(names: readonly string[]): boolean {
  const placed = (picture: string) => names.some((name) => isWorldFileOf(name, picture));
  const isGround = (name: string) => isArchiveName(name) || isTiff(name) || (isPictureName(name) && placed(name));
  const places = (name: string) => names.some((picture) => isGround(picture) && isWorldFileOf(name, picture));
  return names.length > 0 && names.some(isGround) && names.every((name) => isGround(name) || places(name));
}
