/** source-uncontrolled for one feature and for one layer, the same in both engines: only the place and the extent are measured. */
import { problem } from '../core/result.ts';
import type { LayerNote, Unchecked } from '../model/findings.ts';
import type { LayerKind } from '../model/kinds.ts';
import { type CheckInput, type FeatureRef, subjectOf } from './check-input.ts';
import { CONTROLLED_KINDS, findLackingFields, judgeFields } from './controls.ts';
import { draftUncontrolled } from './draft-uncontrolled.ts';
import type { MeasuredSource } from './drafts.ts';
import type { LayerFields } from './layer-fields.ts';
import type { FindingDraft } from './rule.ts';

export function isControlled(kind: LayerKind): boolean {
  return (CONTROLLED_KINDS as readonly string[]).includes(kind);
}

export interface JudgedControls {
  /** One per measure that fails. */
  readonly findings: readonly FindingDraft[];
  readonly unchecked: readonly Unchecked[];
  readonly isUndated: boolean;
}

const NOTHING: JudgedControls = { findings: [], unchecked: [], isUndated: false };
const UNDATED: JudgedControls = { ...NOTHING, isUndated: true };

/**
 * Of one feature, from its own fields alone. `measure` is asked only where something fails, and gives
 * undefined for a feature without a usable geometry, which cannot be shown and is unchecked.
 */
export function judgeControls(
  ref: FeatureRef,
  input: CheckInput,
  measure: () => MeasuredSource | undefined,
): JudgedControls {
  const { failed, isUndated } = judgeFields(ref, input.asOfInstant, input.thresholds);
  if (failed.length === 0) return isUndated ? UNDATED : NOTHING;
  const measured = measure();
  if (measured) return { ...NOTHING, findings: failed.map((one) => draftUncontrolled(measured, one, input)) };
  const unchecked: Unchecked = {
    rule: 'source-uncontrolled',
    subjects: [subjectOf(ref)],
    problem: problem('source-without-geometry', { kind: ref.layer.kind }),
  };
  return { ...NOTHING, unchecked: [unchecked] };
}

/** What is said of a whole layer: the fields that it lacks, and how many patches are bare since nobody knows when. */
export function noteControls(layer: LayerFields, { thresholds }: CheckInput, undatedCount: number): LayerNote[] {
  const lacking = findLackingFields(layer, thresholds);
  const place = { layer: layer.id };
  const notes: LayerNote[] = [];
  if (lacking.length > 0) {
    notes.push({ ...place, problem: problem('layer-lacks-field', { field: lacking.join(',') }, place) });
  }
  if (undatedCount > 0) {
    notes.push({ ...place, problem: problem('soil-undated', { count: undatedCount }, place) });
  }
  return notes;
}
