/** Streets of different duties lie over each other: between which ground is told apart, they must be of one. */
import type { Subject } from '../../core/subject.ts';
import { type FeaturesByLayer, fieldOf } from './layer-features.ts';

/** Those of the duty that most of them have, of equal ones the first. O(zones). */
export function zonesOfOneDuty(features: FeaturesByLayer, zones: readonly Subject[]): readonly Subject[] {
  const byDuty = new Map<string, Subject[]>();
  for (const zone of zones) {
    const duty = fieldOf(features, zone, 'duty')?.trim() || 'general';
    const same = byDuty.get(duty);
    if (same) same.push(zone);
    else byDuty.set(duty, [zone]);
  }
  return [...byDuty.values()].reduce<readonly Subject[]>((most, one) => (one.length > most.length ? one : most), []);
}
