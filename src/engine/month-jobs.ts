/** Jobs about months of what is open. The last comparison is kept, since one question follows another. */
import type { Session } from '../checks/session.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { joinBytes } from '../formats/join-bytes.ts';
import { monthOf, snapshotPath } from '../model/months.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import type { DocumentMonths, MonthChoice, ReadKeptMonth } from '../reports/months/document-months.ts';
import type { MonthReport } from '../reports/months/month-report.ts';
import type { JobHandlers } from './job-runner.ts';

type MonthJob = 'compareMonths' | 'findingsOfMonth' | 'listChanges' | 'keepMonth' | 'readMonth';

/** The code is fetched when somebody first compares. */
export function createMonthJobs(findSession: () => Session | undefined): Pick<JobHandlers, MonthJob> {
  let read: ReadKeptMonth | undefined;
  const months = createMemo<DocumentMonths>();
  const reports = createMemo<MonthReport>();

  async function compare({ document, check }: Session, choice: MonthChoice): Promise<Result<DocumentMonths>> {
    const { compareDocumentMonths, createMonthReader } = await import('../reports/months/document-months.ts');
    read ??= createMonthReader();
    const reading = read;
    return months(comparedParts(document, choice), () => compareDocumentMonths(document, check, choice, reading));
  }

  return {
    async compareMonths(choice) {
      const session = findSession();
      if (!session) return fail('engine.nothing-open');
      const compared = await compare(session, choice);
      if (!compared.ok) return compared;
      const { buildMonthReport } = await import('../reports/months/month-report.ts');
      const { document } = session;
      return reports([...comparedParts(document, choice), document.cases], () =>
        ok(buildMonthReport(document, session.check, compared.value)),
      );
    },
    async listChanges({ choice, filter, limit }) {
      const session = findSession();
      if (!session) return fail('engine.nothing-open');
      const compared = await compare(session, choice);
      if (!compared.ok) return compared;
      const { listChanges } = await import('../reports/months/list-changes.ts');
      return ok(listChanges(compared.value, filter, limit));
    },
    async keepMonth() {
      const session = findSession();
      if (!session) return fail('engine.nothing-open');
      const { check } = session;
      const month = monthOf(check.asOf);
      if (month === undefined) return fail('months-no-date', { asOf: check.asOf });
      const { snapshotJson } = await import('../reports/months/snapshot-json.ts');
      const pieces = [...snapshotJson(check)].map((piece) => new TextEncoder().encode(piece));
      return ok({ month, bytes: joinBytes(pieces) });
    },
    async findingsOfMonth(month) {
      const session = findSession();
      if (!session) return fail('engine.nothing-open');
      const path = snapshotPath(month);
      const bytes = session.document.unread?.files[path];
      if (!bytes) return fail('months-not-kept', { month });
      const { createMonthReader } = await import('../reports/months/document-months.ts');
      read ??= createMonthReader();
      const kept = read(bytes, path);
      if (!kept.ok) return kept;
      const open = kept.value.findings.filter(({ status }) => status === 'open');
      return ok(open.map(({ id, rule, at, subjects }) => ({ id, rule, at, subjects })));
    },
    async readMonth({ path, bytes }) {
      const { readSnapshot } = await import('../reports/months/snapshot.ts');
      const snapshot = readSnapshot(bytes, path);
      if (!snapshot.ok) return snapshot;
      const { asOf, findings } = snapshot.value;
      const month = monthOf(asOf);
      return month === undefined
        ? fail('months-no-date', { asOf })
        : ok({ month, findings: findings.length }, snapshot.notes);
    },
  };
}

/** What a comparison depends on: a scene or a decision changes none of it. */
function comparedParts(document: WorkspaceDocument, { before, after }: MonthChoice): unknown[] {
  const { layers, exceptions, rulePack, series, asOf, unread } = document;
  return [layers, exceptions, rulePack, series, asOf, unread?.files, before, after];
}

/** The last answer again as long as all parts are the same. */
function createMemo<T>(): (parts: readonly unknown[], make: () => Result<T>) => Result<T> {
  let last: { readonly parts: readonly unknown[]; readonly result: Result<T> } | undefined;
  return (parts, make) => {
    if (!last?.parts.every((part, index) => part === parts[index])) last = { parts, result: make() };
    return last.result;
  };
}
