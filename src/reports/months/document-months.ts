/**
 * Two months of one workspace: what it keeps under `snapshots/`, and what is checked now. The one way in for the page,
 * for boards and for papers; everything else about months starts from what this answers. Knows no words.
 */
import { fail, ok, type Problem, type Result } from '../../core/result.ts';
import { createFeatureLookup } from '../../model/feature-lookup.ts';
import type { CheckResult } from '../../model/findings.ts';
import { keptMonths, monthOf, snapshotPath } from '../../model/months.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { compareMonths, type MonthComparison } from './compare-months.ts';
import { createGrouping, type GroupFinding } from './group-findings.ts';
import { createReopened } from './reopened.ts';
import { readSnapshot, type Snapshot, snapshotOf } from './snapshot.ts';

export interface MonthChoice {
  /** A kept month; absent: the newest kept one before the other. */
  readonly before?: string;
  /** A kept month; absent: what is checked now. */
  readonly after?: string;
}

export interface DocumentMonths {
  readonly before: string;
  readonly after: string;
  /** The later of the two is what is checked now, not a kept month. */
  readonly isNow: boolean;
  readonly comparison: MonthComparison;
  /** Each month that is kept and is no later than `before`, the newest first. */
  readonly earlier: readonly Snapshot[];
  /** By the zones of now, for all months alike. */
  readonly group: GroupFinding;
  /** Of kept months that could not be read in whole. */
  readonly notes: readonly Problem[];
}

export type ReadKeptMonth = (bytes: Uint8Array, file: string) => Result<Snapshot>;

/** Each file is parsed once, as long as it is there. */
export function createMonthReader(): ReadKeptMonth {
  const read = new WeakMap<Uint8Array, Result<Snapshot>>();
  return (bytes, file) => {
    const known = read.get(bytes) ?? readSnapshot(bytes, file);
    read.set(bytes, known);
    return known;
  };
}

/**
 * Fails with `months-none-before` where no month is kept before the later one, with `months-not-kept` for a month that
 * is not there, else as `readSnapshot`. O(findings + zones).
 */
export function compareDocumentMonths(
  document: WorkspaceDocument,
  check: CheckResult,
  choice: MonthChoice = {},
  read: ReadKeptMonth = readSnapshot,
): Result<DocumentMonths> {
  const kept = keptMonths(document);
  const after = choice.after ?? monthOf(check.asOf) ?? '';
  const before = choice.before ?? kept.find((month) => month < after);
  if (before === undefined) return fail('months-none-before', { month: after });
  const readMonth = (month: string): Result<Snapshot> => {
    const path = snapshotPath(month);
    const bytes = document.unread?.files[path];
    return bytes ? read(bytes, path) : fail('months-not-kept', { month });
  };
  const first = readMonth(before);
  if (!first.ok) return first;
  const second = choice.after === undefined ? ok(snapshotOf(check)) : readMonth(choice.after);
  if (!second.ok) return second;
  const others = kept.filter((month) => month < before).map(readMonth);
  const earlier = others.flatMap((other) => (other.ok ? [other.value] : []));
  const isReopened = createReopened(document, first.value.asOf, second.value.asOf);
  return ok({
    before,
    after,
    isNow: choice.after === undefined,
    comparison: compareMonths(first.value, second.value, { earlier, isReopened }),
    earlier: [first.value, ...earlier],
    group: remembered(createGrouping(document, ownerIn(document))),
    notes: [first, second, ...others].flatMap((one) => (one.ok ? one.notes : [one.problem])),
  });
}

function ownerIn(document: WorkspaceDocument) {
  const { fieldOf } = createFeatureLookup(document);
  return (subject: Parameters<typeof fieldOf>[0]) => fieldOf(subject, 'owner');
}

/** A finding is asked for once by each tally and each list. */
function remembered(group: GroupFinding): GroupFinding {
  const known = new WeakMap<object, ReturnType<GroupFinding>>();
  return (finding) => {
    const found = known.get(finding) ?? group(finding);
    known.set(finding, found);
    return found;
  };
}
