/** Edits of cases as patches: each is one step of the history. Knows no words and no files' contents. */
import {
  type AssignedFinding,
  addCasePhotos,
  assignCases,
  reopenCase,
  type SettledFinding,
  settleCases,
  verifyCase,
} from './cases.ts';
import type { Patch, PatchOperation } from './patch.ts';
import type { WorkspaceCase, WorkspaceDocument } from './workspace.ts';

type CaseList = Pick<WorkspaceDocument, 'cases'>;

/** A photo on its way into the workspace, in a size for looking at. */
export interface CasePhoto {
  /** Below `attachments/`. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function assignPatch({ cases = [] }: CaseList, assigned: readonly AssignedFinding[]): Patch {
  return patchOf('edit.cases-assigned', { count: assigned.length }, assignCases(cases, assigned));
}

export function settlePatch(
  { cases = [] }: CaseList,
  settled: readonly SettledFinding[],
  photos: readonly CasePhoto[] = [],
): Patch {
  return patchOf('edit.cases-settled', { count: settled.length }, settleCases(cases, settled), photos);
}

/** `verifiedAt`: an ISO day. */
export function verifyPatch({ cases = [] }: CaseList, finding: string, verifiedAt: string): Patch {
  return patchOf('edit.case-verified', { finding }, verifyCase(cases, finding, verifiedAt));
}

export function reopenPatch({ cases = [] }: CaseList, finding: string): Patch {
  return patchOf('edit.case-reopened', { finding }, reopenCase(cases, finding));
}

export function photosPatch(
  { cases = [] }: CaseList,
  finding: string,
  which: 'photos' | 'photosBefore',
  photos: readonly CasePhoto[],
): Patch {
  const names = photos.map(({ name }) => name);
  return patchOf('edit.case-photos', { count: names.length }, addCasePhotos(cases, finding, which, names), photos);
}

function patchOf(
  code: string,
  params: Patch['label']['params'],
  cases: readonly WorkspaceCase[],
  photos: readonly CasePhoto[] = [],
): Patch {
  const attached = photos.map(
    ({ name, bytes }): PatchOperation => ({ op: 'attachment', path: `attachments/${name}`, bytes }),
  );
  return { label: { code, params }, operations: [...attached, { op: 'cases', cases }] };
}
