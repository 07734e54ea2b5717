/** source-uncontrolled: bare soil past its clock, sites that fail one of the six measures, parks without theirs. Fields and dates only. */
import { checkpoint, type Task } from '../core/task.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { LayerNote, Unchecked } from '../model/findings.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { isControlled, judgeControls, noteControls } from './judge-controls.ts';
import { placeOf } from './place.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from './rule.ts';
import { createZonesOf, measureExtent } from './source-uncovered.ts';

const SOURCES_PER_TURN = 8192;

/** O(sources): each is judged by itself. */
export async function checkSourceUncontrolled(workspace: FastWorkspace, task: Task): Promise<RuleOutcome> {
  const { input, frame } = workspace;
  const findings: FindingDraft[] = [];
  const unchecked: Unchecked[] = [];
  const notes: LayerNote[] = [];
  for (const prepared of workspace.sources) {
    const { source, packed } = prepared;
    if (!isControlled(source)) continue;
    const zonesOf = await createZonesOf(workspace, prepared, task);
    let undatedCount = 0;
    for (let index = 0; index < packed.count; index++) {
      if (index % SOURCES_PER_TURN === 0) await checkpoint(task);
      const judged = judgeControls({ layer: source, index }, input, () => {
        if (packed.type[index] === GeometryType.none) return undefined;
        return {
          ...measureExtent(prepared, index),
          at: placeOf(frame, packed, index),
          zones: zonesOf(index),
        };
      });
      for (const finding of judged.findings) findings.push(finding);
      for (const one of judged.unchecked) unchecked.push(one);
      if (judged.isUndated) undatedCount++;
    }
    notes.push(...noteControls(source, input, undatedCount));
  }
  return { ...emptyOutcome('source-uncontrolled'), findings, unchecked, notes };
}
