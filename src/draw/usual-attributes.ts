/**
 * What a new zone begins with: the level and duty that most zones of its layer have. Zones collide
 * only within one level and duty, so a zone that says neither would seem to collide with nobody.
 * Knows no map.
 */
import { effectiveBatch } from '../model/effective-batch.ts';
import { textAt } from '../model/feature-batch.ts';
import type { Layer } from '../model/workspace.ts';

/** The most frequent value of each field, the earlier one where two are equally frequent; empty if most zones have none. O(zones). */
export function usualLevelAndDuty(layer: Layer | undefined): { readonly level: string; readonly duty: string } {
  if (!layer) return { level: '', duty: '' };
  const batch = effectiveBatch(layer);
  const mostFrequent = (field: string): string => {
    const counts = new Map<string, number>();
    for (let index = 0; index < batch.ids.length; index++) {
      const value = textAt(batch, field, index) ?? '';
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    let best: [value: string, count: number] = ['', 0];
    for (const entry of counts) if (entry[1] > best[1]) best = entry;
    return best[0];
  };
  return { level: mostFrequent('level'), duty: mostFrequent('duty') };
}
