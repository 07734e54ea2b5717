/** A full check of a workspace, as the command line asks for it. */
import type { CheckResult } from '../model/findings.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { type CheckOptions, checkDocument } from './check-document.ts';

/**
 * Every rule over every layer. The same document gives the same answer, on every machine and day;
 * what cannot be measured stands in `unchecked`. Rejects only when cancelled, with the abort reason.
 */
export function runChecks(document: WorkspaceDocument, options: CheckOptions = {}): Promise<CheckResult> {
  return checkDocument(document, options);
}
