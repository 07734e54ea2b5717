/** source-uncontrolled: bare soil past its clock, sites that fail one of the six measures, parks without theirs. */
import { checkpoint } from '../../core/task.ts';
import type { LayerNote, Unchecked } from '../../model/findings.ts';
import { type FeatureRef, subjectOf } from '../check-input.ts';
import { isControlled, judgeControls, noteControls } from '../judge-controls.ts';
import { fieldsOfLayer } from '../layer-fields.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from '../rule.ts';
import type { AssessedSource } from './assess-sources.ts';
import type { PlainWorkspace } from './plain-workspace.ts';

export async function checkSourceUncontrolled(
  { input, task }: PlainWorkspace,
  sources: readonly AssessedSource[],
): Promise<RuleOutcome> {
  const assessed = new Map(sources.map((source) => [keyOf(source.shape.ref), source]));
  const findings: FindingDraft[] = [];
  const unchecked: Unchecked[] = [];
  const notes: LayerNote[] = [];
  for (const layer of input.layers.filter(({ kind, batch }) => isControlled(kind) && batch.geometry.count > 0)) {
    let undatedCount = 0;
    for (let index = 0; index < layer.batch.geometry.count; index++) {
      await checkpoint(task);
      const ref = { layer, index };
      const source = assessed.get(keyOf(ref));
      const { verdict, isUndated } = judgeControls(ref, input, {
        measure() {
          if (!source) return undefined;
          const { areaSquareMeters, lengthMeters } = source;
          return { ref, areaSquareMeters, lengthMeters, zones: source.zones.map((zone) => subjectOf(zone.ref)) };
        },
        place: (measured) => ({ ...measured, at: (source as AssessedSource).at }),
      });
      const outcome = verdict?.write();
      findings.push(...(outcome?.findings ?? []));
      unchecked.push(...(outcome?.unchecked ?? []));
      if (isUndated) undatedCount++;
    }
    notes.push(...noteControls(fieldsOfLayer(layer), input, undatedCount));
  }
  return { ...emptyOutcome('source-uncontrolled'), findings, unchecked, notes };
}

const keyOf = ({ layer, index }: FeatureRef) => `${index} ${layer.id}`;
