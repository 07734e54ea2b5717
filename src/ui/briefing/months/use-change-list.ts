/** The findings behind a number, asked of the engine. */
import { useEffect, useState } from 'react';
import type { Result } from '../../../core/result.ts';
import type { MonthChoice } from '../../../reports/months/document-months.ts';
import type { ChangeFilter, ChangeList } from '../../../reports/months/list-changes.ts';
import type { MonthReport } from '../../../reports/months/month-report.ts';
import { useCommands } from '../../app-context.tsx';

/** `report`: asked again where it is another. */
export function useChangeList(
  report: MonthReport,
  choice: MonthChoice,
  filter: ChangeFilter,
  limit: number,
): Result<ChangeList> | undefined {
  const { listChanges } = useCommands();
  const [list, setList] = useState<Result<ChangeList>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another report means other findings.
  useEffect(() => {
    let left = false;
    void listChanges({ choice, filter, limit }).then((answer) => {
      if (!left) setList(answer);
    });
    return () => {
      left = true;
    };
  }, [listChanges, report, choice, filter, limit]);
  return list;
}
