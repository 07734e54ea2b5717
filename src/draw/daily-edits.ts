/** What is recorded every day in one click: soil covered, a measure of a site seen. Pure: the caller says which day it is. */
import type { Subject } from '../core/subject.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { type FeaturePatch, findFeature, updateFeature } from './feature-edits.ts';

const TREATED: ReadonlySet<unknown> = new Set(['netted', 'greened', 'hardened']);

/** Bare soil netted on a day (`2026-11-23`); undefined for soil that is treated already, or not there. */
export function coverToday(document: WorkspaceDocument, subject: Subject, day: string): FeaturePatch | undefined {
  const before = findFeature(document, subject);
  if (!before || TREATED.has(before.properties.status)) return undefined;
  const made = updateFeature(document, subject, { values: { status: 'netted', treatedAt: day } });
  return made && labelled(made, 'edit.soil-covered', {});
}

/** Undefined where the measure has that state already. */
export function setMeasure(
  document: WorkspaceDocument,
  subject: Subject,
  measure: string,
  state: string,
): FeaturePatch | undefined {
  const made = updateFeature(document, subject, { values: { [measure]: state } });
  return made && labelled(made, 'edit.measure-set', { field: measure, state });
}

function labelled(made: FeaturePatch, code: string, params: Readonly<Record<string, string>>): FeaturePatch {
  return { ...made, patch: { ...made.patch, label: { code, params: { ...made.patch.label.params, ...params } } } };
}
