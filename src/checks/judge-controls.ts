/** source-uncontrolled for one feature and for one layer, the same in both engines: only the place and the extent are measured. */
import { problem } from '../core/result.ts';
import type { LayerNote } from '../model/findings.ts';
import type { LayerKind } from '../model/kinds.ts';
import { type CheckInput, type FeatureRef, subjectOf } from './check-input.ts';
import { CONTROLLED_KINDS, findLackingFields, judgeFields } from './controls.ts';
import { draftUncontrolled } from './draft-uncontrolled.ts';
import type { PlacedSource } from './drafts.ts';
import type { LayerFields } from './layer-fields.ts';
import { found, type ItemOutcome, unchecked, type Verdict } from './rule.ts';
import { type MeasuredSource, weighControl } from './weigh-source.ts';

export function isControlled(kind: LayerKind): boolean {
  return (CONTROLLED_KINDS as readonly string[]).includes(kind);
}

export interface JudgedControls {
  /** One finding per measure that fails; undefined where none does. */
  readonly verdict: Verdict | undefined;
  readonly isUndated: boolean;
}

/** How a feature is measured, and where it is shown, each only where something fails. */
export interface ControlMeasures {
  /** Undefined for a feature without a usable geometry, which cannot be shown and is unchecked. */
  measure(): MeasuredSource | undefined;
  place(measured: MeasuredSource): PlacedSource;
}

const IN_ORDER: JudgedControls = { verdict: undefined, isUndated: false };
const UNDATED: JudgedControls = { verdict: undefined, isUndated: true };

/** Of one feature, from its own fields alone. */
export function judgeControls(ref: FeatureRef, input: CheckInput, { measure, place }: ControlMeasures): JudgedControls {
  const { failed, isUndated } = judgeFields(ref, input.asOfInstant, input.thresholds);
  if (failed.length === 0) return isUndated ? UNDATED : IN_ORDER;
  const measured = measure();
  if (!measured) return { verdict: { weights: [], write: () => uncheckedSource(ref) }, isUndated: false };
  const verdict: Verdict = {
    weights: failed.map((one) => weighControl(measured, one, input)),
    write() {
      const placed = place(measured);
      return found(...failed.map((one) => draftUncontrolled(placed, one, input)));
    },
  };
  return { verdict, isUndated: false };
}

function uncheckedSource(ref: FeatureRef): ItemOutcome {
  return unchecked({
    rule: 'source-uncontrolled',
    subjects: [subjectOf(ref)],
    problem: problem('source-without-geometry', { kind: ref.layer.kind }),
  });
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
