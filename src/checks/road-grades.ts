/** What is said of roads whose cleaning grade nobody has entered: they are not judged. The same for both engines. */
import { problem } from '../core/result.ts';
import type { LayerNote } from '../model/findings.ts';
import { type CheckLayer, layerHasField } from './check-input.ts';
import { gradeOf } from './draft-stretch.ts';

/** One note on a layer that lacks the field, or that has roads without it; none otherwise. O(roads). */
export function noteGradelessRoads(layer: CheckLayer): LayerNote[] {
  const total = layer.batch.geometry.count;
  if (total === 0) return [];
  const at = { layer: layer.id };
  if (!layerHasField(layer, 'grade'))
    return [{ layer: layer.id, problem: problem('layer-lacks-field', { field: 'grade' }, at) }];
  let count = 0;
  for (let index = 0; index < total; index++) if (gradeOf({ layer, index }) === undefined) count++;
  return count === 0 ? [] : [{ layer: layer.id, problem: problem('roads-without-grade', { count, total }, at) }];
}
