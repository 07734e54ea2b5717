/** Streets of different duties lie over each other: between which ground is told apart, they must be of one. */
import type { Subject } from '../../core/subject.ts';
import { dutyOf, ofCommonDuty } from '../../model/common-duty.ts';
import { type FeaturesByLayer, fieldOf } from './layer-features.ts';

/** O(zones). */
export function zonesOfOneDuty(features: FeaturesByLayer, zones: readonly Subject[]): readonly Subject[] {
  return ofCommonDuty(zones, (zone) => dutyOf(fieldOf(features, zone, 'duty')));
}
