/** Above a table: which one, a text to look for, groups, columns, what to do with the rows, and how many there are. */
import { Select, Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { RULE_IDS, type RuleId } from '../../model/findings.ts';
import { NO_FILTER } from '../../model/grid/filter-grid.ts';
import type { GridColumn } from '../../model/grid/grid.ts';
import type { Table } from '../../reports/table.ts';
import { useApp, useTables, useTexts, useWorkspace } from '../app-context.tsx';
import { changeQuery, EMPTY_QUERY, type TableName, tableKey } from '../store/table-store.ts';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import { TableTotals } from './TableTotals.tsx';
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
  /** Whether columns that may name people go along. */
  readonly withPersonal: boolean;
  readonly onPersonal: (withPersonal: boolean) => void;
  /** Some of the rows as they are shown. */
  readonly tableOf: (rows: Uint32Array) => Table;
}

export function TableBar(props: TableBarProps) {
  const { name, source, rows } = props;
  return (
    <div className={classes.bar}>
      <TableSelect name={name} />
      <SearchField name={name} />
      {source && <GroupSelect name={name} source={source} />}
      {source && <ColumnsMenu source={source} />}
      {source && rows && <TransferMenu {...props} source={source} rows={rows} />}
      {source && <MapSwitch name={name} />}
      {source && rows && <TableTotals {...props} source={source} rows={rows} />}
    </div>
  );
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
  const isCleared = useTables((state) => state.queries[key]?.filter === NO_FILTER);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each clearing, else what is typed next is lost too
  useEffect(() => {
    if (!isCleared) return;
    // What was typed just before must not come after it.
    ask.cancel();
    setText('');
  }, [isCleared]);
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
