/** What became of a patch of bare soil, and how its clocks stand at the workspace's time. */
import { useMemo } from 'react';
import { soilClocksOf } from '../../checks/controls.ts';
import type { Subject } from '../../core/subject.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { earliestInstant } from '../../model/instant.ts';
import { formatThreshold } from '../../reports/list-thresholds.ts';
import { findInForce, thresholdsInForce } from '../../rules/thresholds.ts';
import { useTexts, useWorkspace } from '../app-context.tsx';
import classes from '../findings/findings.module.css';
import { SourceLine } from '../findings/SourceLine.tsx';
import { listEpisodes, timeLeft } from './soil-episodes.ts';

export function SoilClocks({ subject }: { subject: Subject }) {
  const { t } = useTexts();
  const found = useWorkspace((state) => state.features.get(subject.layer));
  const asOf = useWorkspace((state) => state.check?.asOf);
  const pack = useWorkspace((state) => state.document?.rulePack);
  const index = found?.indexOf(subject.feature);
  const clocks = useMemo(() => {
    if (!found || index === undefined || !pack || asOf === undefined) return undefined;
    const { layer, batch } = found;
    const ref = { layer: { id: layer.id, kind: layer.kind, title: layer.title, batch }, index };
    return soilClocksOf(ref, earliestInstant(asOf), thresholdsInForce(pack));
  }, [found, index, asOf, pack]);
  if (!found || index === undefined || asOf === undefined) return null;
  const now = earliestInstant(asOf);
  return (
    <div className={classes.section} data-testid="soil-clocks">
      <h3>{t('whatif.episodes')}</h3>
      <dl className={classes.facts}>
        {listEpisodes(found.batch, index).map(({ field, date }) => (
          <div key={field} style={{ display: 'contents' }}>
            <dt>{t(`whatif.episode.${field}`)}</dt>
            <dd>{formatDateTime(date)}</dd>
          </div>
        ))}
      </dl>
      {typeof clocks === 'string' && <p>{t(`whatif.clock.${clocks}`)}</p>}
      {clocks && typeof clocks !== 'string' && (
        <>
          <p className={classes.muted}>{t('whatif.clock.asOf', { time: formatDateTime(asOf), since: clocks.since })}</p>
          <Clock threshold="bareSoilCoverHours" deadline={clocks.coverBy} now={now} />
          <Clock threshold="bareSoilTreatMonths" deadline={clocks.treatBy} now={now} />
        </>
      )}
    </div>
  );
}

interface ClockProps {
  readonly threshold: 'bareSoilCoverHours' | 'bareSoilTreatMonths';
  readonly deadline: number;
  readonly now: number;
}

function Clock({ threshold: id, deadline, now }: ClockProps) {
  const { t } = useTexts();
  const pack = useWorkspace((state) => state.document?.rulePack);
  const threshold = pack && findInForce(pack, id);
  if (!threshold) return null;
  const { isOver, days, hours } = timeLeft(deadline, now);
  return (
    <div style={{ marginTop: 4 }} data-testid={`clock-${id}`} data-over={isOver}>
      <div>
        {t('app.threshold.value', { label: t(`app.threshold.${id}`), value: formatThreshold(threshold, t) })}
        <span className={classes.muted}> · {t(`app.threshold.tag.${threshold.tag}`)}</span>
      </div>
      <strong>{t(isOver ? 'whatif.clock.over' : 'whatif.clock.left', { days, hours })}</strong>
      <SourceLine of={threshold} />
    </div>
  );
}
