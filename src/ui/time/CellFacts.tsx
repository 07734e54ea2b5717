/** The figures of a cell: its month and how it stands to the months before, the alarms with their reason, the sources of its hotspots. */
import { ALARM_KINDS } from '../../checks/hotspots/monthly-cells.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTexts, useTime } from '../app-context.tsx';
import findings from '../findings/findings.module.css';
import type { CellCard, CellMonth, CellsPicture } from '../store/time-store.ts';
import { facetName } from './facet-name.ts';
import { formatMeasured } from './format-measured.ts';

export function CellFacts({ card }: { card: CellCard }) {
  const { t } = useTexts();
  const cells = useTime((state) => state.picture?.cells);
  const { month, hotspots, sources } = card;
  const lines: readonly (readonly [key: string, text: string])[] = [
    ...(month && cells ? monthLines(month, cells, t) : []),
    ['count', t('time.cell.pieces', { count: hotspots.length })],
    ...(sources.length > 0 ? [['sources', sourcesText(card, t)] as const] : []),
  ];
  return (
    <>
      {month && cells && <Alarms month={month} cells={cells} />}
      <dl className={findings.facts} data-testid="cell-facts">
        {lines.map(([key, text]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{t(`time.cell.${key}`)}</dt>
            <dd data-testid={`cell-${key}`}>{text}</dd>
          </div>
        ))}
      </dl>
      {month && cells && <Basis month={month} cells={cells} />}
    </>
  );
}

function monthLines(month: CellMonth, cells: CellsPicture, t: Translate): [key: string, text: string][] {
  const { measure } = cells;
  const unit = measure.type === 'value' ? measure.unit : t('time.cell.perDay');
  const beside = (before: number | undefined, absent: string) =>
    before === undefined || month.mean === undefined
      ? t(absent)
      : t(`time.cell.${trendOf(month.mean - before)}`, {
          before: `${formatMeasured(before)} ${unit}`,
          change: formatMeasured(Math.abs(month.mean - before)),
        });
  return [
    [
      'month',
      t(cells.isWholeMonth ? 'time.cells.month' : 'time.cells.monthCut', { month: cells.month, days: cells.days }),
    ],
    [
      measure.type === 'value' ? 'mean' : 'daily',
      month.mean === undefined ? t('time.cell.noData') : `${formatMeasured(month.mean)} ${unit}`,
    ],
    ['monthOnMonth', beside(month.monthBefore, 'time.absence.no-data-before')],
    ['yearOnYear', beside(month.yearBefore, 'time.absenceYear')],
  ];
}

const trendOf = (change: number) => (change > 0 ? 'rose' : change < 0 ? 'fell' : 'same');

function Alarms({ month: { alarms }, cells: { measure } }: { month: CellMonth; cells: CellsPicture }) {
  const { t } = useTexts();
  const shown = ALARM_KINDS.filter((kind) => alarms.some((alarm) => alarm.kind === kind));
  return (
    <div data-testid="cell-alarms">
      {shown.length === 0 && <p className={findings.sentence}>{t('time.cell.noAlarm')}</p>}
      {shown.map((kind) => (
        <p key={kind} className={findings.sentence} data-testid={`cell-alarm-${kind}`}>
          <strong>{t(`time.alarm.${kind}`)}</strong>{' '}
          {t(`time.cell.reason.${kind}`, { measure: t(`time.cell.${measure.type === 'value' ? 'mean' : 'daily'}`) })}
        </p>
      ))}
    </div>
  );
}

/** Where the alarms come from, and what is our own choice. */
function Basis({ month: { alarms }, cells: { sizeMeters } }: { month: CellMonth; cells: CellsPicture }) {
  const { t } = useTexts();
  const lines = [...(alarms.length > 0 ? ['time.cells.basis'] : []), ...(sizeMeters < 3000 ? ['time.cells.mine'] : [])];
  if (lines.length === 0) return null;
  return (
    <div className={findings.section}>
      {lines.map((key) => (
        <p key={key} className={findings.muted}>
          {t(key)}
        </p>
      ))}
    </div>
  );
}

function sourcesText({ sources }: CellCard, t: Translate): string {
  return sources
    .map(({ value, count }) => t('time.cell.source', { name: facetName('source', value, t), count }))
    .join(t('report.listSeparator'));
}
