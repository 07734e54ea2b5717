/** What a rule of the fast engine is. */
import type { Task } from '../core/task.ts';
import type { RuleId } from '../model/findings.ts';
import type { Change } from './change.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { FindingBook } from './finding-book.ts';

/**
 * It judges item by item; an item's answer depends on a neighbourhood
 * that the rule's file states, and on nothing else. That is what lets `update` look only there, and
 * come to what `run` would say.
 */
export interface Rule {
  readonly id: RuleId;
  /** Judges every item, into an empty chapter of the book. */
  run(workspace: FastWorkspace, book: FindingBook, task: Task): Promise<void> | void;
  /** The same in two steps, for a rule that other threads can work at while the rules before it have their turn. */
  begin?(workspace: FastWorkspace, task: Task): BegunRule;
  /** Judges again the items that a change may have touched. */
  update(workspace: FastWorkspace, book: FindingBook, change: Change): Promise<void> | void;
}

export interface BegunRule {
  /** What is left of `run`; this thread works along from here on. */
  finish(book: FindingBook): Promise<void>;
}
