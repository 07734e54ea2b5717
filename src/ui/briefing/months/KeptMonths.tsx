/** The months that the workspace keeps: this one kept, an earlier one taken in, one removed; all of it can be undone. */
import { ActionIcon, Button } from '@mantine/core';
import { IconDeviceFloppy, IconFileImport, IconTrash } from '@tabler/icons-react';
import { keptMonths, monthOf, snapshotPath } from '../../../model/months.ts';
import type { WorkspaceDocument } from '../../../model/workspace.ts';
import { useCommands, useTexts, useWorkspace } from '../../app-context.tsx';
import { formatBytes } from '../../basemap/format-bytes.ts';
import { pickFiles } from '../../basemap/pick-files.ts';
import draw from '../../draw/draw.module.css';
import classes from './months.module.css';

interface KeptMonthsProps {
  readonly document: WorkspaceDocument;
  readonly canEdit: boolean;
}

export function KeptMonths({ document, canEdit }: KeptMonthsProps) {
  const { t } = useTexts();
  const { keepMonth, importMonth, edit } = useCommands();
  const asOf = useWorkspace((state) => state.check?.asOf);
  const now = asOf === undefined ? undefined : monthOf(asOf);
  const months = keptMonths(document);
  const remove = (month: string) =>
    edit({
      label: { code: 'edit.month-removed', params: { month } },
      operations: [{ op: 'attachment', path: snapshotPath(month), bytes: undefined }],
    });
  return (
    <details open={months.length === 0} data-testid="months-kept">
      <summary className={classes.summary}>
        {t('monthly.kept')}{' '}
        <span className={classes.muted}>{months.join(t('app.separator')) || t('monthly.keptNone')}</span>
      </summary>
      <ul className={classes.list}>
        {months.map((month) => (
          <li key={month} className={classes.line} data-testid={`months-kept-${month}`}>
            <span className={classes.grow}>{month}</span>
            <span className={classes.muted}>
              {formatBytes(document.unread?.files[snapshotPath(month)]?.length ?? 0)}
            </span>
            <ActionIcon
              size={28}
              disabled={!canEdit}
              aria-label={t('monthly.remove', { month })}
              title={t('monthly.remove', { month })}
              onClick={() => remove(month)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div className={draw.actions}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDeviceFloppy size={16} />}
          disabled={!canEdit || now === undefined}
          onClick={() => void keepMonth()}
          data-testid="months-keep"
        >
          {t(now !== undefined && months.includes(now) ? 'monthly.keepAgain' : 'monthly.keep', { month: now ?? '' })}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFileImport size={16} />}
          disabled={!canEdit}
          onClick={() =>
            pickFiles('.json,application/json', (files) => files.forEach((file) => void importMonth(file)))
          }
          title={t('monthly.importHint')}
          data-testid="months-import"
        >
          {t('monthly.import')}
        </Button>
      </div>
    </details>
  );
}
