/** The wind that is assumed: turned, typed, or read from a station at the workspace's clock. */
import { NumberInput, Select } from '@mantine/core';
import { subjectKey } from '../../core/subject.ts';
import { formatBearing, formatDateTime } from '../../i18n/format.ts';
import { beijingClock } from '../../model/instant.ts';
import { useApp, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { titleOf } from '../store/layer-features.ts';
import { changeWhatIf } from '../store/view-store.ts';
import type { StationReading } from './list-readings.ts';
import { WindDial } from './WindDial.tsx';
import classes from './whatif.module.css';

const MOST_FORCE = 12;
const DEFAULT_FORCE = 3;

export function WindSection({ readings }: { readings: readonly StationReading[] }) {
  const { t, language } = useTexts();
  const { view } = useApp();
  const wind = useView((state) => state.whatIf.wind);
  const features = useWorkspace((state) => state.features);
  const fromDegrees = wind?.fromDegrees ?? 0;
  const force = wind ? wind.force : DEFAULT_FORCE;
  const turn = (degrees: number) =>
    changeWhatIf(view, { wind: { fromDegrees: ((Math.round(degrees) % 360) + 360) % 360, force } });
  const taken = wind?.reading;
  return (
    <section className={classes.section} aria-label={t('whatif.wind')}>
      <h3 className={classes.title}>{t('whatif.wind')}</h3>
      <div className={classes.wind}>
        <WindDial degrees={fromDegrees} onChange={turn} />
        <div className={classes.fields}>
          <NumberInput
            label={t('whatif.wind.from')}
            value={fromDegrees}
            onChange={(value) => typeof value === 'number' && turn(value)}
            min={0}
            max={359}
            step={5}
            suffix="°"
            allowDecimal={false}
            data-testid="wind-from"
          />
          <NumberInput
            label={t('whatif.wind.force')}
            value={force ?? ''}
            onChange={(value) =>
              changeWhatIf(view, { wind: { fromDegrees, force: typeof value === 'number' ? value : undefined } })
            }
            min={0}
            max={MOST_FORCE}
            allowDecimal={false}
            clampBehavior="strict"
            data-testid="wind-force"
          />
        </div>
      </div>
      <Select
        label={t('whatif.wind.reading')}
        data={readings.map(({ station, wind: own }) => ({
          value: subjectKey(station),
          label: t('whatif.wind.readingOf', {
            name: titleOf(features, station),
            from: formatBearing(own.fromDegrees, language),
            force: own.force ?? '—',
          }),
        }))}
        value={taken ? subjectKey(taken.station) : null}
        placeholder={t(readings.length > 0 ? 'whatif.wind.ownWind' : 'whatif.wind.noReading')}
        disabled={readings.length === 0}
        onChange={(key) => {
          const reading = readings.find(({ station }) => subjectKey(station) === key);
          if (reading) changeWhatIf(view, { wind: reading.wind });
        }}
        allowDeselect={false}
        data-testid="wind-reading"
      />
      {taken && (
        <p className={classes.note}>
          {t('whatif.wind.readAt', { time: formatDateTime(beijingClock(taken.timeMs).slice(0, 16)) })}
        </p>
      )}
    </section>
  );
}
