/** What is said of features that a rule cannot judge for want of a field. The same for both engines. */
import { problem } from '../core/result.ts';
import type { LayerNote } from '../model/findings.ts';
import { type CheckLayer, type FeatureRef, layerHasField } from './check-input.ts';

/**
 * One note on a layer that lacks a field, or `code` with how many of its features have none; nothing on a
 * layer where all have it, or where `others` stand in for it. O(features).
 */
export function noteUnjudged(
  layer: CheckLayer,
  fields: readonly [field: string, ...others: string[]],
  code: string,
  isKnown: (ref: FeatureRef) => boolean,
): LayerNote[] {
  const total = layer.batch.geometry.count;
  if (total === 0) return [];
  const note = (found: ReturnType<typeof problem>): LayerNote[] => [{ layer: layer.id, problem: found }];
  const at = { layer: layer.id };
  if (!fields.some((field) => layerHasField(layer, field)))
    return note(problem('layer-lacks-field', { field: fields[0] }, at));
  let count = 0;
  for (let index = 0; index < total; index++) if (!isKnown({ layer, index })) count++;
  return count === 0 ? [] : note(problem(code, { count, total }, at));
}
