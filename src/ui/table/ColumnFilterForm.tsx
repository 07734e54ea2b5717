/** What a column may ask of its rows: text, a choice of values with their counts, numbers or days from and to. */
import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { formatCount, SQUARE_METERS_PER_MU } from '../../i18n/format.ts';
import type { TextColumn } from '../../model/feature-batch.ts';
import type { ColumnFilter } from '../../model/grid/filter-grid.ts';
import { countCodes, type GridColumn } from '../../model/grid/grid.ts';
import { useTexts } from '../app-context.tsx';
import classes from './table.module.css';

interface FilterFormProps {
  readonly column: GridColumn;
  readonly filter: ColumnFilter | undefined;
  readonly onChange: (filter: ColumnFilter | undefined) => void;
  readonly rowsWithout: (key: string) => Promise<Uint32Array>;
}

export function ColumnFilterForm(props: FilterFormProps) {
  const { t } = useTexts();
  const { column, filter, onChange } = props;
  return (
    <fieldset className={classes.filterForm} aria-label={t('datatable.filter', { title: column.title })}>
      <FieldsOf {...props} />
      {filter && (
        <Button size="compact-sm" variant="subtle" onClick={() => onChange(undefined)} data-testid="filter-clear">
          {t('datatable.filter.clear')}
        </Button>
      )}
    </fieldset>
  );
}

function FieldsOf(props: FilterFormProps) {
  switch (props.column.type) {
    case 'number':
      return <NumberFields {...props} />;
    case 'date':
      return <DayFields {...props} />;
    case 'choice':
      return <ChoiceFields {...props} />;
    default:
      return <TextField {...props} />;
  }
}

function TextField({ filter, onChange }: FilterFormProps) {
  const { t } = useTexts();
  return (
    <TextInput
      data-autofocus
      size="xs"
      label={t('datatable.filter.contains')}
      value={filter?.type === 'contains' ? filter.text : ''}
      onChange={({ currentTarget: { value } }) => onChange(value ? { type: 'contains', text: value } : undefined)}
      data-testid="filter-text"
    />
  );
}

/** Areas are asked for in mu, shares in per cent: as they are read. */
const FACTORS: Readonly<Partial<Record<GridColumn['unit'], number>>> = { area: SQUARE_METERS_PER_MU, fraction: 0.01 };

function NumberFields({ column, filter, onChange }: FilterFormProps) {
  const { t } = useTexts();
  const factor = FACTORS[column.unit] ?? 1;
  const unit = column.unit === 'none' ? undefined : t(`datatable.unit.${column.unit === 'area' ? 'mu' : column.unit}`);
  const labelOf = (end: 'from' | 'to') => {
    const title = t(`datatable.filter.${end}`);
    return unit ? t('datatable.withUnit', { title, unit }) : title;
  };
  const own = filter?.type === 'numbers' ? filter : undefined;
  const set = (change: { from?: number | undefined; to?: number | undefined }) => {
    const { from, to } = { from: own?.from, to: own?.to, ...change };
    onChange(from === undefined && to === undefined ? undefined : { type: 'numbers', from, to });
  };
  const field = (end: 'from' | 'to') => (
    <NumberInput
      size="xs"
      w={124}
      label={labelOf(end)}
      value={own?.[end] === undefined ? '' : Number((own[end] / factor).toPrecision(12))}
      onChange={(value) => set({ [end]: typeof value === 'number' ? value * factor : undefined })}
      hideControls
      data-testid={`filter-${end}`}
    />
  );
  return (
    <div className={classes.menuRow}>
      {field('from')}
      {field('to')}
    </div>
  );
}

function DayFields({ filter, onChange }: FilterFormProps) {
  const { t } = useTexts();
  const own = filter?.type === 'days' ? filter : undefined;
  const set = (change: { from?: string | undefined; to?: string | undefined }) => {
    const { from, to } = { from: own?.from, to: own?.to, ...change };
    onChange(from || to ? { type: 'days', from: from || undefined, to: to || undefined } : undefined);
  };
  const field = (end: 'from' | 'to') => (
    <TextInput
      size="xs"
      type="date"
      w={140}
      label={t(`datatable.filter.${end}`)}
      value={own?.[end] ?? ''}
      onChange={({ currentTarget: { value } }) => set({ [end]: value })}
      data-testid={`filter-${end}`}
    />
  );
  return (
    <div className={classes.menuRow}>
      {field('from')}
      {field('to')}
    </div>
  );
}

interface Choice {
  readonly value: string;
  readonly count: number;
}

/** Counted over what the other filters leave. */
function ChoiceFields({ column, filter, onChange, rowsWithout }: FilterFormProps) {
  const { t } = useTexts();
  const { key, values } = column;
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  useEffect(() => {
    let isCurrent = true;
    if (values?.type !== 'text') return;
    void rowsWithout(key).then((rows) => isCurrent && setChoices(listChoices(values, rows)));
    return () => {
      isCurrent = false;
    };
  }, [key, values, rowsWithout]);
  const chosen = filter?.type === 'oneOf' ? new Set(filter.values) : undefined;
  const isChosen = (value: string) => chosen?.has(value) ?? true;
  const set = (next: readonly string[]) =>
    onChange(next.length === choices.length ? undefined : { type: 'oneOf', values: next });
  const all = choices.map(({ value }) => value);
  const toggle = (value: string) =>
    set(
      isChosen(value)
        ? all.filter((one) => one !== value && isChosen(one))
        : all.filter((one) => one === value || isChosen(one)),
    );
  return (
    <div className={classes.choices}>
      <Checkbox
        data-autofocus
        size="xs"
        label={t('datatable.filter.all')}
        checked={chosen === undefined}
        indeterminate={chosen !== undefined && all.some(isChosen)}
        onChange={() => set(chosen === undefined ? [] : all)}
        data-testid="filter-all"
      />
      {choices.map(({ value, count }) => (
        <Checkbox
          key={value}
          size="xs"
          checked={isChosen(value)}
          onChange={() => toggle(value)}
          label={
            <>
              {value || t('datatable.noValue')} <span className={classes.muted}>{formatCount(count)}</span>
            </>
          }
          data-testid={`filter-value-${value}`}
        />
      ))}
    </div>
  );
}

/** The most frequent first; values that no row has are left out. */
function listChoices(values: TextColumn, rows: Uint32Array): Choice[] {
  const counts = countCodes(values, rows);
  const named = values.dictionary.map((value, place) => ({ value, count: counts[place + 1]! }));
  const empty = { value: '', count: counts[0]! };
  return [...named.sort((a, b) => b.count - a.count), empty].filter(({ count }) => count > 0);
}
