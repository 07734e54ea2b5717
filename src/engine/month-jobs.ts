/** Jobs about months of what is open. The last comparison is kept, since one question follows another. */
import type { Session } from '../checks/session.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { CheckResult } from '../model/findings.ts';
import { monthOf, snapshotPath } from '../model/months.ts';
import type { DocumentMonths, MonthChoice, ReadKeptMonth } from '../reports/months/document-months.ts';
import type { JobHandlers } from './job-runner.ts';

type MonthJob = 'compareMonths' | 'findingsOfMonth' | 'listChanges' | 'keepMonth' | 'readMonth';

/** The code is fetched when somebody first compares. */
export function createMonthJobs(findSession: () => Session | undefined): Pick<JobHandlers, MonthJob> {
  let last: { check: CheckResult; key: string; months: DocumentMonths } | undefined;
  let read: ReadKeptMonth | undefined;

  async function compare({ document, check }: Session, choice: MonthChoice): Promise<Result<DocumentMonths>> {
    const key = JSON.stringify([choice.before, choice.after]);
    // Every edit makes another check.
    if (last?.check === check && last.key === key) return ok(last.months);
    const { compareDocumentMonths, createMonthReader } = await import('../reports/months/document-months.ts');
    read ??= createMonthReader();
    const months = compareDocumentMonths(document, check, choice, read);
    last = months.ok ? { check, key, months: months.value } : undefined;
    return months;
  }

  return {
    async compareMonths(choice) {
      const session = findSession();
      if (!session) return fail('engine.nothing-open');
      const months = await compare(session, choice);
      if (!months.ok) return months;
      const { buildMonthReport } = await import('../reports/months/month-report.ts');
      return ok(buildMonthReport(session.document, session.check, months.value));
    },
    async listChanges({ choice, filter, limit }) {
      const session = findSession();
      if (!session) return fail('engine.nothing-open');
      const months = await compare(session, choice);
      if (!months.ok) return months;
      const { listChanges } = await import('../reports/months/list-changes.ts');
      return ok(listChanges(months.value, filter, limit));
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

function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
