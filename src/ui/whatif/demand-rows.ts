/** What is asked of whom, as the panels list it. */
import type { Subject } from '../../core/subject.ts';
import type { AlertMeasure } from '../../model/rule-pack.ts';
import type { AlertDemand } from '../../rules/alert-plan.ts';

export interface DemandRow {
  readonly subject: Subject;
  readonly demands: readonly AlertDemand[];
  /** Of the plan; empty where a threshold alone asks. */
  readonly measures: readonly AlertMeasure[];
}
