/** What is said of features that a rule cannot judge for want of a field. The same for both engines. */
import { problem } from '../core/result.ts';
import type { LayerNote } from '../model/findings.ts';
import { type FeatureRef, field } from './check-input.ts';
import type { FeatureList } from './feature-list.ts';

/**
 * One note on a layer that lacks a field, or `code` with how many of its features have none; nothing on a
 * layer where all have it, or where `others` stand in for it. O(features).
 */
export function noteUnjudged(
  features: FeatureList,
  fields: readonly [field: string, ...others: string[]],
  code: string,
  isKnown: (ref: FeatureRef) => boolean,
): LayerNote[] {
  let total = 0;
  let count = 0;
  let hasField = false;
  for (const ref of features.refs()) {
    total++;
    if (!isKnown(ref)) count++;
    hasField ||= fields.some((name) => field(ref, name) !== undefined);
  }
  const note = (found: ReturnType<typeof problem>): LayerNote[] => [{ layer: features.id, problem: found }];
  const at = { layer: features.id };
  if (total === 0 || count === 0) return [];
  if (!hasField) return note(problem('layer-lacks-field', { field: fields[0] }, at));
  return note(problem(code, { count, total }, at));
}
