/** Where things lie in the benchmark district, and how its plane becomes longitude and latitude. */
import { createRandom, type Random } from '../../../src/core/random.ts';

export const CENTER = [113.6, 34.7] as const;
/** Half the side of the square district. */
export const HALF_METERS = 15_000;
/** Nothing but zones and routes comes nearer to the rim than this leaves. */
const INNER_METERS = 14_700;
const CLUSTERS = 60;

const METERS_PER_DEGREE = (6_371_008.8 * Math.PI) / 180;
const METERS_PER_DEGREE_EAST = METERS_PER_DEGREE * Math.cos((CENTER[1] * Math.PI) / 180);
/** Seven decimals of a degree, as published files have them. */
const toSevenDecimals = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

export function toLonLat(x: number, y: number): [longitude: number, latitude: number] {
  return [toSevenDecimals(CENTER[0] + x / METERS_PER_DEGREE_EAST), toSevenDecimals(CENTER[1] + y / METERS_PER_DEGREE)];
}

/** Draws places: a fraction of them gathered around towns, the rest anywhere. */
export type PlaceSampler = (random: Random, gathered: number, spread: number) => [x: number, y: number];

export function createPlaceSampler(seed: number): PlaceSampler {
  const random = createRandom(seed);
  const within = 0.87 * HALF_METERS;
  const towns = Array.from({ length: CLUSTERS }, () => ({
    x: random.between(-within, within),
    y: random.between(-within, within),
    radius: random.between(300, 2000),
  }));
  return (draw, gathered, spread) => {
    if (draw.next() < gathered) {
      const town = draw.pick(towns);
      const x = town.x + draw.normal() * town.radius * spread;
      const y = town.y + draw.normal() * town.radius * spread;
      if (Math.abs(x) < INNER_METERS && Math.abs(y) < INNER_METERS) return [x, y];
    }
    return [draw.between(-INNER_METERS, INNER_METERS), draw.between(-INNER_METERS, INNER_METERS)];
  };
}
