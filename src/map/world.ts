/** deck.gl's common space: the Mercator world is 512 wide, y runs north. */
const WORLD = 512;

export const worldX = (longitude: number): number => ((longitude + 180) / 360) * WORLD;

export function worldY(latitude: number): number {
  const y = Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
  return ((y + Math.PI) / (2 * Math.PI)) * WORLD;
}
