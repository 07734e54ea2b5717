/** 量测与坐标: a place in every notation, the length of a path, the area of a polygon. */
import { Button, SegmentedControl, Switch } from '@mantine/core';
import { useTexts } from '../app-context.tsx';
import { NextVertex } from '../draw/NextVertex.tsx';
import { MeasureExport } from './MeasureExport.tsx';
import { MeasureFigures } from './MeasureFigures.tsx';
import classes from './measure.module.css';
import type { MeasureKind } from './measure-shapes.ts';
import { PlaceNotations } from './PlaceNotations.tsx';
import { type Measuring, useMeasuring } from './use-measuring.ts';

const KINDS = ['place', 'distance', 'area'] as const satisfies readonly MeasureKind[];

export function MeasurePanel() {
  const { t } = useTexts();
  const measuring = useMeasuring();
  const { kind, positions, isRunning, snaps } = measuring;
  return (
    <div className={classes.panel}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('inspect.kind')}
        value={kind}
        onChange={(value) => measuring.setKind(value as MeasureKind)}
        data={KINDS.map((value) => ({
          value,
          label: <span data-testid={`measure-${value}`}>{t(`inspect.kind.${value}`)}</span>,
        }))}
      />
      <p className={classes.hint}>{t(isRunning ? `inspect.hint.${kind}` : 'inspect.hint.ended')}</p>
      <NextVertex onPlace={measuring.placeTyped} />
      <Switch
        size="xs"
        label={t('inspect.snap')}
        checked={snaps}
        onChange={(event) => measuring.setSnaps(event.currentTarget.checked)}
      />
      {kind === 'place' ? (
        <PlaceNotations place={positions.at(-1)} />
      ) : (
        <>
          <Steps measuring={measuring} />
          <MeasureFigures kind={kind} positions={positions} measured={measuring.measured} />
        </>
      )}
      <MeasureExport measuring={measuring} />
    </div>
  );
}

function Steps({ measuring }: { measuring: Measuring }) {
  const { t } = useTexts();
  const { positions, isRunning } = measuring;
  if (positions.length === 0) return null;
  return (
    <div className={classes.actions}>
      <Button size="compact-sm" variant="default" onClick={measuring.takeBack} data-testid="measure-back">
        {t('inspect.takeBack')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={measuring.startOver} data-testid="measure-again">
        {t('inspect.startOver')}
      </Button>
      <Button size="compact-sm" onClick={isRunning ? measuring.finish : measuring.goOn} data-testid="measure-end">
        {t(isRunning ? 'inspect.finish' : 'inspect.goOn')}
      </Button>
    </div>
  );
}
