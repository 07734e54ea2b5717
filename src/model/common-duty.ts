/**
 * Offices divide a district for duties of their own too: between which zones ground is told apart for readers, they
 * must be of one duty. Which word a ledger uses for the general one is not known; how many zones have it tells.
 */
export const dutyOf = (text: string | undefined): string => text?.trim() || 'general';

/** The items of the duty that most of them have, in their order; of equally common duties the one that comes first. O(items). */
export function ofCommonDuty<T>(items: readonly T[], duty: (item: T) => string): readonly T[] {
  const byDuty = new Map<string, T[]>();
  for (const item of items) {
    const same = byDuty.get(duty(item));
    if (same) same.push(item);
    else byDuty.set(duty(item), [item]);
  }
  return [...byDuty.values()].reduce<readonly T[]>((most, one) => (one.length > most.length ? one : most), []);
}
