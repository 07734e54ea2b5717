/** The comparison that is chosen, asked of the engine again whenever findings, kept months or rules change. */
import { useEffect, useState } from 'react';
import type { Result } from '../../../core/result.ts';
import type { MonthChoice } from '../../../reports/months/document-months.ts';
import type { MonthReport } from '../../../reports/months/month-report.ts';
import { useCommands, useWorkspace } from '../../app-context.tsx';

/** Undefined until the first answer; afterwards the last one stays until the next is there. */
export function useMonthReport({ before, after }: MonthChoice): Result<MonthReport> | undefined {
  const { compareMonths } = useCommands();
  const check = useWorkspace((state) => state.check);
  const files = useWorkspace((state) => state.document?.unread?.files);
  const rulePack = useWorkspace((state) => state.document?.rulePack);
  const cases = useWorkspace((state) => state.document?.cases);
  const [report, setReport] = useState<Result<MonthReport>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the engine has its own copy of what is listed; a change of it asks again.
  useEffect(() => {
    if (!check) return undefined;
    let left = false;
    const choice = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
    void compareMonths(choice).then((answer) => {
      if (!left) setReport(answer);
    });
    return () => {
      left = true;
    };
  }, [compareMonths, before, after, check, files, rulePack, cases]);
  return report;
}
