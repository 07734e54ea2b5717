/** source-unassigned: dust sources not, or not fully, inside the union of the responsibility leaf zones. */
import type { Task } from '../core/task.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { RuleOutcome } from './rule.ts';
import { checkCoverage } from './source-uncovered.ts';

export function checkSourceUnassigned(workspace: FastWorkspace, task: Task): Promise<RuleOutcome> {
  return checkCoverage(workspace, 'source-unassigned', 'responsibilityZone', task);
}
