/** The comparison as a workbook, or its changes as CSV. Of proposals only what was accepted goes into the paper. */
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { NoticeDecision } from '../../../model/notice-decision.ts';
import { changesTable, countingRulesTable, tallyTable } from '../../../reports/months/change-tables.ts';
import { CHANGE_KINDS } from '../../../reports/months/compare-months.ts';
import type { MonthChoice } from '../../../reports/months/document-months.ts';
import type { FindingGroups } from '../../../reports/months/group-findings.ts';
import type { MonthReport } from '../../../reports/months/month-report.ts';
import { noticesTable } from '../../../reports/months/notice-tables.ts';
import { rankTallies } from '../../../reports/months/rank-tallies.ts';
import { useApp, useCommands, useTexts } from '../../app-context.tsx';
import type { TableFormat } from '../../commands.ts';
import { addNotices } from '../../store/view-store.ts';
import { useDescribe } from './use-describe.ts';

const NO_GROUPS: FindingGroups = { street: undefined, owners: [] };

interface ExportMonthsProps {
  readonly report: MonthReport;
  readonly choice: MonthChoice;
  readonly decisions: readonly NoticeDecision[];
}

export function ExportMonths({ report, choice, decisions }: ExportMonthsProps) {
  const { t } = useTexts();
  const { view } = useApp();
  const describe = useDescribe();
  const { listChanges, exportTables } = useCommands();
  const save = async (format: TableFormat) => {
    const kinds = CHANGE_KINDS.filter((kind) => kind !== 'same');
    const listed = await listChanges({ choice, filter: { kinds } });
    if (!listed.ok) return addNotices(view, 'error', [listed.problem]);
    const { changes } = listed.value;
    const groups = new Map<object, FindingGroups>(changes.map((change) => [change.finding, change]));
    const wording = { translate: t, describe };
    const all = changesTable({ changes }, (finding) => groups.get(finding) ?? NO_GROUPS, wording);
    const title = t('monthly.fileName', { before: report.before, after: report.after });
    if (format === 'csv') return exportTables(title, [all], 'csv');
    exportTables(
      title,
      [
        tallyTable(rankTallies(report.streets, 'settledFraction'), report.all, 'street', t),
        tallyTable(rankTallies(report.owners, 'settledFraction'), report.all, 'owner', t),
        noticesTable(report.notices, decisions, wording, true),
        all,
        countingRulesTable(report.compared, t),
      ],
      'xlsx',
    );
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={16} />}
          data-testid="months-export"
        >
          {t('monthly.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save('xlsx')} data-testid="months-export-xlsx">
          {t('monthly.export.xlsx')}
        </Menu.Item>
        <Menu.Item onClick={() => void save('csv')} data-testid="months-export-csv">
          {t('monthly.export.csv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
