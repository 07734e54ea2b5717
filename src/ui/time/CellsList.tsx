/** The cells that an alarm points at, then the worst others: how much, whose ground; a click zooms there and opens its card. */
import { Select } from '@mantine/core';
import { unitsOf } from '../../checks/hotspots/hotspot-table.ts';
import { ALARM_KINDS, type AlarmAbsence, type AlarmKind } from '../../checks/hotspots/monthly-cells.ts';
import { formatCount } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useApp, useTexts, useTime, useWorkspace } from '../app-context.tsx';
import { type FeaturesByLayer, titleOf, unitOf } from '../store/layer-features.ts';
import type { CellEntry, CellMeasure, CellsPicture } from '../store/time-store.ts';
import { formatMeasured } from './format-measured.ts';
import classes from './time.module.css';
import { useOpenCell } from './use-open-cell.ts';

export function CellsList({ cells }: { cells: CellsPicture }) {
  const { t } = useTexts();
  const { entries, absences, month, days, isWholeMonth, cellCount, sizeMeters } = cells;
  return (
    <div className={classes.cells}>
      <MeasureSelect measure={cells.measure} />
      <p data-testid="time-month">{t(isWholeMonth ? 'time.cells.month' : 'time.cells.monthCut', { month, days })}</p>
      {ALARM_KINDS.map((kind) => {
        const absence = absences[kind];
        return absence && <Absence key={kind} kind={kind} absence={absence} />;
      })}
      <ul className={classes.cellList}>
        {entries.map((entry) => (
          <Cell key={entry.cell} entry={entry} cells={cells} />
        ))}
      </ul>
      <p className={classes.muted}>
        {t('time.cells.count', { count: formatCount(cellCount), listed: entries.length })}
      </p>
      <p className={classes.muted}>{t('time.cells.basis')}</p>
      {sizeMeters < 3000 && <p className={classes.muted}>{t('time.cells.mine')}</p>}
    </div>
  );
}

function Absence({ kind, absence }: { kind: AlarmKind; absence: AlarmAbsence }) {
  const { t } = useTexts();
  const isYear = kind === 'worstYearOnYear' && absence === 'no-data-before';
  return (
    <p className={classes.muted} data-testid={`time-absence-${kind}`}>
      {t(`time.alarm.${kind}`)}: {t(isYear ? 'time.absenceYear' : `time.absence.${absence}`)}
    </p>
  );
}

function Cell({ entry, cells: { measure } }: { entry: CellEntry; cells: CellsPicture }) {
  const { t } = useTexts();
  const openCell = useOpenCell();
  const features = useWorkspace((state) => state.features);
  const { alarms, mean } = entry;
  const unit = measure.type === 'value' ? measure.unit : '';
  return (
    <li>
      <button
        type="button"
        className={classes.cell}
        onClick={() => openCell(entry)}
        data-testid="time-cell"
        data-alarms={alarms.map(({ kind }) => kind).join(' ')}
      >
        <span className={classes.cellName}>
          {alarms.map(({ kind, before }) => (
            <strong key={kind}>
              {t(`time.alarm.${kind}`)}
              {before === undefined ? '' : t('time.before', { before: formatMeasured(before) })}{' '}
            </strong>
          ))}
          {groundOf(entry, features, t)}
        </span>
        <span className={classes.cellValue}>
          {formatMeasured(mean)} {unit}
        </span>
      </button>
    </li>
  );
}

function groundOf({ zone }: CellEntry, features: FeaturesByLayer, t: Translate): string {
  if (zone === undefined) return '…';
  if (zone === null) return t('time.cells.noZone');
  const name = titleOf(features, zone.subject);
  const owner = unitOf(features, zone.subject);
  const percent = Math.max(1, Math.round(100 * zone.share));
  return owner ? t('time.cells.zone', { name, owner, percent }) : t('time.cells.zoneUnowned', { name, percent });
}

function MeasureSelect({ measure }: { measure: CellMeasure }) {
  const { t } = useTexts();
  const { time } = useApp();
  const table = useTime((state) => state.table);
  const units = table ? unitsOf(table) : [];
  const choices = [
    ...units.map((unit) => ({ value: `value ${unit}`, label: t('time.measure.value', { unit }) })),
    { value: 'count', label: t('time.measure.count') },
  ];
  return (
    <Select
      size="xs"
      aria-label={t('time.measure')}
      data={choices}
      allowDeselect={false}
      value={measure.type === 'value' ? `value ${measure.unit}` : 'count'}
      onChange={(value) =>
        time.setState({
          measure: value?.startsWith('value ')
            ? { type: 'value', unit: value.slice('value '.length) }
            : { type: 'count' },
        })
      }
      data-testid="time-measure"
    />
  );
}
