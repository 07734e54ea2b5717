/** Every rule over an open workspace, into a book; and after a change, only where it may matter. */
import type { Task } from '../core/task.ts';
import type { Change } from './change.ts';
import type { BegunRule, Rule } from './fast-rule.ts';
import { FAST_RULES } from './fast-rules.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { FindingBook } from './finding-book.ts';
import { type CheckedRule, whyNotJudged } from './judged-rules.ts';
import { measureAll } from './zone-gap.ts';

/** Rejects only when cancelled. */
export async function runFastChecks(workspace: FastWorkspace, book: FindingBook, task: Task): Promise<void> {
  const begun = new Map(
    FAST_RULES.filter((rule) => judges(workspace, rule)).map((rule) => [rule, rule.begin?.(workspace, task)]),
  );
  for (const [done, rule] of FAST_RULES.entries()) {
    task.onProgress?.({ stage: 'check', done, total: FAST_RULES.length, detail: rule.id });
    await runRule(workspace, book, rule, task, begun.get(rule));
  }
  task.onProgress?.({ stage: 'check', done: FAST_RULES.length, total: FAST_RULES.length });
}

async function runRule(
  workspace: FastWorkspace,
  book: FindingBook,
  rule: Rule,
  task: Task,
  begun?: BegunRule,
): Promise<void> {
  const isJudged = judges(workspace, rule);
  book.clear(rule.id, isJudged);
  if (begun) await begun.finish(book);
  else if (isJudged) await rule.run(workspace, book, task);
  // The summary shows the ground of the boundary even where there are no zones to judge it by.
  else if (rule.id === 'zone-gap') {
    await measureAll(workspace, book, async () => {});
    book.clear(rule.id, false);
  }
}

function judges({ hasFeatures }: FastWorkspace, rule: Rule): boolean {
  return whyNotJudged(hasFeatures, rule.id as CheckedRule) === undefined;
}

/** The book then says what `runFastChecks` would write into an empty one. O(what the change's neighbourhood costs). */
export async function updateFastChecks(workspace: FastWorkspace, book: FindingBook, change: Change): Promise<void> {
  for (const rule of FAST_RULES) {
    if (book.isJudged(rule.id) && judges(workspace, rule)) await rule.update(workspace, book, change);
    else if (book.isJudged(rule.id) || judges(workspace, rule)) await runRule(workspace, book, rule, {});
    else if (rule.id === 'zone-gap') await runRule(workspace, book, rule, {});
  }
}
