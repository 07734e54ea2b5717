/** How ledgers put dates and areas. */
import type { Random } from '../../src/core/random.ts';
import { type Point, signedArea } from './plane.ts';

const DAY_MS = 86_400_000;

const AS_OF_DAY = Date.UTC(2026, 10, 23);

/** A day so many days before the workspace's clock, as ledgers write it. */
export const daysAgo = (days: number): string =>
  new Date(AS_OF_DAY - Math.round(days) * DAY_MS).toISOString().slice(0, 10);

/** What the ledger says: mostly right, sometimes rounded, copied wrongly or left out. */
export function statedArea(measured: number, random: Random): number | undefined {
  const chance = random.next();
  if (chance < 0.06) return undefined;
  if (chance < 0.16) return Math.round((measured * random.between(0.6, 1.5)) / 10) * 10;
  return chance < 0.6 ? Math.round(measured) : Math.round(measured / 10) * 10;
}

export const area = (rings: readonly (readonly Point[])[]): number =>
  rings.reduce((sum, ring) => sum + signedArea(ring), 0);
