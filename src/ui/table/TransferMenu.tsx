/** What is shown – these rows, these columns, this order – to the clipboard or into a file; people go along only when ticked. */
import { Button, Menu } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { problem } from '../../core/result.ts';
import type { LayerExportFormat } from '../../formats/layer-export-formats.ts';
import type { GridColumn } from '../../model/grid/grid.ts';
import { personalColumns } from '../../reports/grid-table.ts';
import type { Table } from '../../reports/table.ts';
import { tableTsv } from '../../reports/tsv.ts';
import { useApp, useCommands, useTexts } from '../app-context.tsx';
import { TABLE_FORMATS, type TableFormat } from '../commands.ts';
import { FormatItems, TickItem } from '../exporting/FormatItems.tsx';
import { addNotices } from '../store/view-store.ts';
import { copyText } from './copy-text.ts';
import type { GridSource } from './use-grid.ts';

/** Those that carry shapes; as sheets the table goes by itself. */
const SHAPE_FORMATS = [
  'geojson',
  'flatgeobuf',
  'kml',
  'shapefile',
  'gpx',
] as const satisfies readonly LayerExportFormat[];

interface TransferMenuProps {
  readonly source: GridSource;
  readonly rows: Uint32Array;
  readonly columns: readonly GridColumn[];
  readonly picks: ReadonlySet<number>;
  readonly withPersonal: boolean;
  readonly onPersonal: (withPersonal: boolean) => void;
  readonly tableOf: (rows: Uint32Array) => Table;
}

export function TransferMenu(props: TransferMenuProps) {
  const { source, rows, columns, picks, withPersonal, onPersonal, tableOf } = props;
  const { t } = useTexts();
  const { view } = useApp();
  const { exportTables, exportFeatures } = useCommands();
  const [said, setSaid] = useState('');
  const [onlyPicked, setOnlyPicked] = useState(false);
  const picked = rows.filter((row) => picks.has(row));
  const isCut = onlyPicked && picked.length > 0;
  const chosen = isCut ? picked : rows;
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
  /** The file says by its name that it does not hold all. */
  const nameOf = ({ title }: Table) => {
    if (isCut) return t('exporting.name.picked', { title, count: chosen.length });
    return rows.length < source.grid.count ? t('exporting.name.filtered', { title, count: rows.length }) : title;
  };
  const exportAs = (format: TableFormat) => {
    const table = tableOf(chosen);
    exportTables(nameOf(table), [table], format);
    sayWhatIsLeftOut();
  };
  const exportShapes = (format: LayerExportFormat) => {
    const table = tableOf(chosen);
    const { nameKey } = source;
    const sets = [{ of: 'table', table, places: source.placesOf(chosen), nameKey } as const];
    exportFeatures({ title: nameOf(table), sets, format, withPersonal });
    sayWhatIsLeftOut();
  };
  return (
    <>
      <Menu position="top-start">
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconDownload size={15} />} data-testid="table-transfer">
            {t('datatable.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <TickItem label={t('export.personal')} checked={withPersonal} onChange={onPersonal} testId="table-personal" />
          {picked.length > 0 && (
            <TickItem
              label={t('exporting.onlyPicked', { count: picked.length })}
              checked={onlyPicked}
              onChange={setOnlyPicked}
              testId="table-only-picked"
            />
          )}
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
          <FormatItems
            title={t('exporting.shapes', { count: chosen.length })}
            testId="export-table"
            formats={SHAPE_FORMATS}
            onChoose={exportShapes}
          />
        </Menu.Dropdown>
      </Menu>
      <span role="status" data-testid="copied">
        {said}
      </span>
    </>
  );
}
