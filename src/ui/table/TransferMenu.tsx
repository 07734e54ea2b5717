/** What is shown – these rows, these columns, this order – to the clipboard or into a file; people go along only when ticked. */
import { Button, Checkbox, Menu } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { problem } from '../../core/result.ts';
import type { GridColumn } from '../../model/grid/grid.ts';
import { personalColumns } from '../../reports/grid-table.ts';
import type { Table } from '../../reports/table.ts';
import { tableTsv } from '../../reports/tsv.ts';
import { useApp, useCommands, useTexts } from '../app-context.tsx';
import { TABLE_FORMATS, type TableFormat } from '../commands.ts';
import { addNotices } from '../store/view-store.ts';
import { copyText } from './copy-text.ts';

interface TransferMenuProps {
  readonly rows: Uint32Array;
  readonly columns: readonly GridColumn[];
  readonly picks: ReadonlySet<number>;
  readonly withPersonal: boolean;
  readonly onPersonal: (withPersonal: boolean) => void;
  readonly tableOf: (rows: Uint32Array) => Table;
}

export function TransferMenu({ rows, columns, picks, withPersonal, onPersonal, tableOf }: TransferMenuProps) {
  const { t } = useTexts();
  const { view } = useApp();
  const { exportTables } = useCommands();
  const [said, setSaid] = useState('');
  const sayWhatIsLeftOut = () => {
    const left = withPersonal ? [] : personalColumns(columns);
    if (left.length > 0)
      addNotices(view, 'info', [problem('export-columns-left-out', { columns: left.join(t('app.separator')) })]);
  };
  const copy = async (some: Uint32Array) => {
    const isCopied = await copyText(tableTsv(tableOf(some)));
    setSaid(isCopied ? t('datatable.copied', { count: some.length }) : t('datatable.copy.failed'));
    if (isCopied) sayWhatIsLeftOut();
  };
  const exportAs = (format: TableFormat) => {
    const table = tableOf(rows);
    exportTables(table.title, [table], format);
    sayWhatIsLeftOut();
  };
  const picked = rows.filter((row) => picks.has(row));
  return (
    <>
      <Menu position="top-start">
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconDownload size={15} />} data-testid="table-transfer">
            {t('datatable.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component="div"
            closeMenuOnClick={false}
            onClick={() => onPersonal(!withPersonal)}
            role="menuitemcheckbox"
            aria-checked={withPersonal}
            data-testid="table-personal"
          >
            <Checkbox size="xs" checked={withPersonal} readOnly tabIndex={-1} label={t('export.personal')} />
          </Menu.Item>
          <Menu.Divider />
          {picked.length > 0 && (
            <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => void copy(picked)} data-testid="copy-picked">
              {t('datatable.copy.picked', { count: picked.length })}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => void copy(rows)} data-testid="copy-all">
            {t('datatable.copy.all', { count: rows.length })}
          </Menu.Item>
          {TABLE_FORMATS.map((format) => (
            <Menu.Item
              key={format}
              leftSection={<IconDownload size={15} />}
              onClick={() => exportAs(format)}
              data-testid={`export-table-${format}`}
            >
              {t(`datatable.export.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <span role="status" data-testid="copied">
        {said}
      </span>
    </>
  );
}
