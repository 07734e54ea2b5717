/** Above a table: which one, a text to look for, groups, columns, what to do with the rows, and how many there are. */
import { Button, Select, Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { RULE_IDS, type RuleId } from '../../model/findings.ts';
import { isFiltering, NO_FILTER } from '../../model/grid/filter-grid.ts';
import type { GridColumn } from '../../model/grid/grid.ts';
import { sumColumn } from '../../model/grid/group-rows.ts';
import { useApp, useTables, useTexts, useWorkspace } from '../app-context.tsx';
import { changeQuery, EMPTY_QUERY, type TableName, tableKey } from '../store/table-store.ts';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import { formatGridNumber } from './format-grid-cell.ts';
import { TransferMenu } from './TransferMenu.tsx';
import classes from './table.module.css';
import type { GridSource } from './use-grid.ts';

interface TableBarProps {
  readonly name: TableName;
  readonly source: GridSource | undefined;
  readonly rows: Uint32Array | undefined;
  readonly columns: readonly GridColumn[];
  readonly picks: ReadonlySet<number>;
  readonly isWorking: boolean;
}

export function TableBar({ name, source, rows, columns, picks, isWorking }: TableBarProps) {
  return (
    <div className={classes.bar} onKeyDownCapture={keepEscapeOfLists}>
      <TableSelect name={name} />
      <SearchField name={name} />
      {source && <GroupSelect name={name} source={source} />}
      {source && <ColumnsMenu source={source} />}
      {source && rows && <TransferMenu source={source} rows={rows} columns={columns} picks={picks} />}
      {source && <MapSwitch name={name} />}
      {source && rows && (
        <Totals name={name} source={source} rows={rows} columns={columns} picks={picks} isWorking={isWorking} />
      )}
    </div>
  );
}

/** A list that is open takes Escape; the page must not take the same key for a step back. */
function keepEscapeOfLists(event: KeyboardEvent): void {
  const isOpen = event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true';
  if (event.key === 'Escape' && isOpen) event.preventDefault();
}

function TableSelect({ name }: { readonly name: TableName }) {
  const { t } = useTexts();
  const { tables } = useApp();
  const layers = useWorkspace((state) => state.document?.layers);
  const byRule = useWorkspace((state) => state.check?.summary.byRule);
  const data = useMemo(
    () => [
      {
        group: t('datatable.choose.layers'),
        items: (layers ?? []).map(({ id, title }) => ({ value: tableKey({ type: 'layer', layer: id }), label: title })),
      },
      {
        group: t('datatable.choose.rules'),
        items: RULE_IDS.filter((rule) => byRule?.[rule]).map((rule) => ({
          value: tableKey({ type: 'rule', rule }),
          label: t(`rule.${rule}`),
        })),
      },
    ],
    [layers, byRule, t],
  );
  return (
    <Select
      size="xs"
      w={160}
      data={data}
      value={tableKey(name)}
      onChange={(key) => key && tables.setState({ open: parseKey(key) })}
      allowDeselect={false}
      searchable
      maxDropdownHeight={360}
      aria-label={t('datatable.choose')}
      data-testid="table-select"
    />
  );
}

function parseKey(key: string): TableName {
  const [type, ...rest] = key.split(':');
  const id = rest.join(':');
  return type === 'layer' ? { type: 'layer', layer: id } : { type: 'rule', rule: id as RuleId };
}

const TYPING_PAUSE_MS = 120;

function SearchField({ name }: { readonly name: TableName }) {
  const { t } = useTexts();
  const { tables } = useApp();
  const key = tableKey(name);
  const asked = useTables((state) => state.queries[key]?.filter.text ?? '');
  const [text, setText] = useState(asked);
  useEffect(() => setText(asked), [asked]);
  const ask = useDebouncedCallback((next: string) => {
    const { filter } = tables.getState().queries[key] ?? EMPTY_QUERY;
    changeQuery(tables, name, { filter: { ...filter, text: next } });
  }, TYPING_PAUSE_MS);
  return (
    <TextInput
      size="xs"
      w={132}
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        ask(value);
      }}
      leftSection={<IconSearch size={14} />}
      placeholder={t('datatable.search')}
      aria-label={t('datatable.search')}
      data-testid="table-search"
    />
  );
}

function GroupSelect({ name, source }: { readonly name: TableName; readonly source: GridSource }) {
  const { t } = useTexts();
  const { tables } = useApp();
  const key = tableKey(name);
  const groupBy = useTables((state) => state.queries[key]?.groupBy);
  const choices = source.grid.columns.filter(({ type }) => type === 'choice');
  if (choices.length === 0) return null;
  return (
    <Select
      size="xs"
      w={124}
      data={[
        { value: '', label: t('datatable.group.none') },
        ...choices.map((column) => ({ value: column.key, label: t('datatable.group.by', { title: column.title }) })),
      ]}
      value={choices.some((column) => column.key === groupBy) ? (groupBy as string) : ''}
      onChange={(value) => changeQuery(tables, name, { groupBy: value || undefined, folded: new Set() })}
      allowDeselect={false}
      aria-label={t('datatable.group')}
      data-testid="table-group"
    />
  );
}

function MapSwitch({ name }: { readonly name: TableName }) {
  const { t } = useTexts();
  const { tables } = useApp();
  const isOn = useTables(({ onMap }) => onMap !== undefined && tableKey(onMap) === tableKey(name));
  return (
    <Switch
      size="xs"
      checked={isOn}
      onChange={() => tables.setState({ onMap: isOn ? undefined : name })}
      label={t('datatable.onMap')}
      data-testid="table-on-map"
    />
  );
}

function Totals({
  name,
  source,
  rows,
  columns,
  picks,
  isWorking,
}: TableBarProps & { source: GridSource; rows: Uint32Array }) {
  const { t, language } = useTexts();
  const { tables } = useApp();
  const key = tableKey(name);
  const isFiltered = useTables((state) => isFiltering(state.queries[key]?.filter ?? NO_FILTER));
  const { hidden, grid } = source;
  const total = useMemo(
    () => (hidden ? hidden.reduce((count, isHidden) => count + (isHidden === 1 ? 0 : 1), 0) : grid.count),
    [hidden, grid],
  );
  const sums = useMemo(
    () =>
      columns.flatMap((column) => {
        const sum = column.isSummed ? sumColumn(column, rows) : undefined;
        return sum === undefined ? [] : [{ column, sum }];
      }),
    [columns, rows],
  );
  return (
    <div
      className={classes.totals}
      role="status"
      data-testid="table-totals"
      data-rows={rows.length}
      data-working={isWorking}
    >
      <strong>
        {rows.length === total
          ? t('datatable.count', { count: total })
          : t('datatable.count.of', { count: rows.length, total })}
      </strong>
      {sums.map(({ column, sum }) => (
        <span key={column.key} data-testid={`sum-${column.key}`}>
          {t('datatable.sum', { title: column.title, value: formatGridNumber(column, sum, language, 'short') })}
        </span>
      ))}
      {picks.size > 1 && <span>{t('datatable.picked', { count: picks.size })}</span>}
      {isFiltered && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => changeQuery(tables, name, { filter: NO_FILTER })}
          data-testid="table-clear"
        >
          {t('datatable.clearFilter')}
        </Button>
      )}
    </div>
  );
}
