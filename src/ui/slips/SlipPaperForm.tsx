/** What kind of paper a slip is, until when, from whom, and what stands on it. */
import { Checkbox, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { SlipKind } from '../../reports/slips/slip.ts';
import { daysAfter, deadlineAfter } from '../../reports/slips/slip-days.ts';
import { useApp, useSlips, useTexts, useWorkspace } from '../app-context.tsx';
import draw from '../draw/draw.module.css';
import { LONGEST_DEADLINE_DAYS, type SlipSettings, SUGGESTED_DEADLINE_DAYS } from '../store/slip-store.ts';
import { SLIP_MAPS, type SlipMaps } from './slip-commands.ts';

interface SlipPaperFormProps {
  readonly withPersonal: boolean;
  readonly onPersonal: (withPersonal: boolean) => void;
}

export function SlipPaperForm({ withPersonal, onPersonal }: SlipPaperFormProps) {
  const { t } = useTexts();
  const { slips } = useApp();
  const settings = useSlips((state) => state);
  const change = (more: Partial<SlipSettings>) => slips.setState(more);
  return (
    <>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('returns.per')}
        value={settings.per}
        onChange={(per) => change({ per: per as SlipSettings['per'] })}
        data={(['finding', 'street'] as const).map((value) => ({ value, label: t(`returns.per.${value}`) }))}
        data-testid="slips-per"
      />
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('returns.kind')}
        value={settings.kind}
        onChange={(kind) => change({ kind: kind as SlipKind })}
        data={(['assignment', 'rectification'] as const).map((value) => ({ value, label: t(`returns.kind.${value}`) }))}
      />
      <DeadlineFields />
      <TextInput
        size="xs"
        label={t('returns.office')}
        placeholder={t('returns.office.none')}
        value={settings.office}
        onChange={(event) => change({ office: event.currentTarget.value })}
        data-testid="slips-office"
      />
      {settings.per === 'finding' && (
        <Select
          size="xs"
          label={t('returns.maps')}
          data={SLIP_MAPS.map((value) => ({ value, label: t(`returns.maps.${value}`) }))}
          value={settings.maps}
          onChange={(maps) => change({ maps: (maps ?? 'none') as SlipMaps })}
          allowDeselect={false}
          data-testid="slips-maps"
        />
      )}
      {settings.per === 'street' && (
        <Checkbox
          size="xs"
          label={t('returns.streetMap')}
          checked={settings.maps !== 'none'}
          onChange={(event) => change({ maps: event.currentTarget.checked ? 'drawn' : 'none' })}
          data-testid="slips-street-map"
        />
      )}
      <Checkbox
        size="xs"
        label={t('returns.personal')}
        checked={withPersonal}
        onChange={(event) => onPersonal(event.currentTarget.checked)}
        data-testid="slips-personal"
      />
      <Checkbox
        size="xs"
        label={t('returns.assigns')}
        checked={settings.assigns}
        onChange={(event) => change({ assigns: event.currentTarget.checked })}
        data-testid="slips-assigns"
      />
    </>
  );
}

/** The same deadline in days and as a date: each follows the other. */
function DeadlineFields() {
  const { t } = useTexts();
  const { slips } = useApp();
  const days = useSlips((state) => state.deadlineDays);
  const asOf = useWorkspace((state) => state.check?.asOf ?? '');
  const setDays = (value: number | undefined) => {
    if (value !== undefined && Number.isInteger(value) && value >= 0 && value <= LONGEST_DEADLINE_DAYS)
      slips.setState({ deadlineDays: value });
  };
  return (
    <>
      <div className={draw.pair}>
        <NumberInput
          size="xs"
          label={t('returns.deadline.days')}
          min={0}
          max={LONGEST_DEADLINE_DAYS}
          allowDecimal={false}
          value={days}
          onChange={(value) => setDays(typeof value === 'number' ? value : undefined)}
          data-testid="slips-days"
        />
        <TextInput
          size="xs"
          type="date"
          label={t('returns.deadline')}
          value={deadlineAfter(asOf, days) ?? ''}
          min={deadlineAfter(asOf, 0) ?? ''}
          onChange={(event) => setDays(daysAfter(asOf, event.currentTarget.value))}
          data-testid="slips-deadline"
        />
      </div>
      <p className={draw.hint}>
        {t('returns.deadline.hint', { from: deadlineAfter(asOf, 0) ?? '', days: SUGGESTED_DEADLINE_DAYS })}
      </p>
    </>
  );
}
