/** Whether work is shared out evenly: this zone's bar beside each neighbour's, the median as a line. */
import { type ProbeResult, type Workload, workloadIn } from '../../checks/session-types.ts';
import type { Subject } from '../../core/subject.ts';
import { formatArea, formatCount, formatLength } from '../../i18n/format.ts';
import { useTexts } from '../app-context.tsx';
import classes from './draw.module.css';

const MEASURES = ['sources', 'areaSquareMeters', 'roadMeters'] as const satisfies readonly (keyof Workload)[];
const NAMES = { sources: 'sources', areaSquareMeters: 'area', roadMeters: 'roads' } as const;
const MOST_NEIGHBOURS = 4;

export function WorkBars({
  probe,
  pieces,
  nameOf,
}: {
  readonly probe: ProbeResult;
  /** Cut off and still in hand. */
  readonly pieces: readonly Workload[];
  readonly nameOf: (zone: Subject) => string;
}) {
  const { t, language } = useTexts();
  const { beside } = probe;
  const own = workloadIn(probe);
  const near = beside.filter(({ isNear }) => isNear).slice(0, MOST_NEIGHBOURS);
  const format = {
    sources: formatCount,
    areaSquareMeters: (value: number) => formatArea(value, language, 'short'),
    roadMeters: formatLength,
  } as const satisfies Record<keyof Workload, (value: number) => string>;
  return (
    <section className={classes.section} data-testid="work-bars" aria-label={t('draw.work')}>
      <h3 className={classes.subtitle}>{t('draw.work')}</h3>
      {beside.length === 0 && pieces.length === 0 ? (
        <p className={classes.hint}>{t('draw.work.alone')}</p>
      ) : (
        <>
          {beside.length > 0 && <p className={classes.hint}>{t('draw.work.of', { count: beside.length })}</p>}
          {MEASURES.map((measure) => {
            const median = beside.length > 0 ? medianOf(beside.map((zone) => zone[measure])) : undefined;
            const rows = [
              { name: t('draw.work.this'), value: own[measure], isOwn: true },
              ...pieces.map((piece, index) => ({
                name: t('draw.work.piece', { number: index + 2 }),
                value: piece[measure],
                isOwn: true,
              })),
              ...near.map((zone) => ({ name: nameOf(zone.zone), value: zone[measure], isOwn: false })),
            ];
            const most = Math.max(median ?? 0, ...rows.map(({ value }) => value)) || 1;
            return (
              <div key={measure} className={classes.work}>
                <div className={classes.workHead}>
                  <span>{t(`draw.work.${NAMES[measure]}`)}</span>
                  {median !== undefined && (
                    <span className={classes.hint}>
                      {t('draw.work.median')} {format[measure](median)}
                    </span>
                  )}
                </div>
                {rows.map(({ name, value, isOwn }) => (
                  <div key={name} className={classes.workRow} data-own={isOwn || undefined}>
                    <span className={classes.rowName}>{name}</span>
                    <svg className={classes.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                      <rect
                        width={(100 * value) / most}
                        height="8"
                        className={isOwn ? classes.barOwn : classes.barOther}
                      />
                      {median !== undefined && (
                        <rect
                          x={Math.min(99, (100 * median) / most)}
                          width="1"
                          height="8"
                          className={classes.barMedian}
                        />
                      )}
                    </svg>
                    <span className={classes.workValue}>{format[measure](value)}</span>
                  </div>
                ))}
              </div>
            );
          })}
        </>
      )}
    </section>
  );
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
