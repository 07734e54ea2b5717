/** From where findings are taken for slips, and by what they are narrowed. */
import { MultiSelect, Select } from '@mantine/core';
import type { RuleId } from '../../model/findings.ts';
import { useTexts } from '../app-context.tsx';
import draw from '../draw/draw.module.css';
import { SLIP_SOURCES, type SlipChoice, type SlipFilter, type SlipSource } from './use-slip-choice.ts';

interface SlipChoiceFormProps {
  readonly filter: SlipFilter;
  readonly choice: SlipChoice;
  readonly onChange: (filter: SlipFilter) => void;
}

export function SlipChoiceForm({ filter, choice, onChange }: SlipChoiceFormProps) {
  const { t } = useTexts();
  const change = (more: Partial<SlipFilter>) => onChange({ ...filter, ...more });
  // What is chosen stays to be taken back, though nothing of it is there any more.
  const rules = [...new Set([...choice.rules, ...filter.rules])];
  const named = (names: readonly string[], chosen: string | undefined) =>
    [...new Set([...names, ...(chosen ? [chosen] : [])])].map((name) => ({ value: name, label: name }));
  return (
    <>
      <Select
        size="xs"
        label={t('returns.source')}
        data={SLIP_SOURCES.map((value) => ({ value, label: t(`returns.source.${value}`) }))}
        value={filter.source}
        onChange={(source) => change({ source: (source ?? 'all') as SlipSource })}
        allowDeselect={false}
        data-testid="slips-source"
      />
      <MultiSelect
        size="xs"
        label={t('returns.rules')}
        placeholder={filter.rules.length === 0 ? t('returns.every') : ''}
        data={rules.map((value) => ({ value, label: t(`rule.${value}`) }))}
        value={[...filter.rules]}
        onChange={(chosen) => change({ rules: chosen as RuleId[] })}
        clearable
        clearButtonProps={{ 'aria-label': t('app.clear') }}
        data-testid="slips-rules"
      />
      <div className={draw.pair}>
        <Select
          size="xs"
          label={t('returns.street')}
          placeholder={t('returns.every')}
          data={named(choice.streets, filter.street)}
          value={filter.street ?? null}
          onChange={(street) => change({ street: street ?? undefined })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('app.clear') }}
          data-testid="slips-street"
        />
        <Select
          size="xs"
          label={t('returns.unit')}
          placeholder={t('returns.every')}
          data={named(choice.units, filter.unit)}
          value={filter.unit ?? null}
          onChange={(unit) => change({ unit: unit ?? undefined })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('app.clear') }}
          data-testid="slips-unit"
        />
      </div>
    </>
  );
}
