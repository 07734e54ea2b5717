/** How many hotspots on each day, week or month; the span shown is brushed on it, or set by two thumbs under it. */
import { RangeSlider } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { countByBin, type TimeAxis } from '../../checks/hotspots/time-axis.ts';
import { formatCount } from '../../i18n/format.ts';
import { useApp, useTexts, useTime } from '../app-context.tsx';
import classes from './time.module.css';
import { type BinWindow, dayText, rangeOf, windowOf, windowText } from './time-window.ts';

const HEIGHT = 100;
/** Dates under the axis: as many as stand side by side. */
const LABELS = 6;

export function TimeHistogram({ axis }: { axis: TimeAxis }) {
  const { t } = useTexts();
  const { time } = useApp();
  const table = useTime((state) => state.table);
  const keepAnyTime = useTime((state) => state.filtered?.keepAnyTime);
  const range = useTime((state) => state.range);
  const counts = useMemo(
    () => (table ? countByBin(axis, table.timesMs, keepAnyTime) : new Uint32Array()),
    [axis, table, keepAnyTime],
  );
  const bins = axis.edges.length - 1;
  const most = counts.reduce((largest, count) => Math.max(largest, count), 0);
  const window = windowOf(axis, range);
  const show = ([first, end]: BinWindow) => time.setState({ range: rangeOf(axis, [first, end]), playing: false });
  return (
    <div className={classes.histogram}>
      <div className={classes.histogramHead}>
        <strong data-testid="time-window">{windowText(axis, window)}</strong>
        <span className={classes.muted}>
          {t('time.total', { most: formatCount(most), step: t(`time.step.${axis.step}`) })}
        </span>
      </div>
      <Bars counts={counts} most={most} window={window} onBrush={show} />
      <RangeSlider
        size="sm"
        min={0}
        max={bins}
        step={1}
        minRange={1}
        value={[window[0], window[1]]}
        onChange={show}
        label={null}
        thumbFromLabel={`${t('time.rangeFrom')} ${dayText(axis, axis.edges[window[0]]!)}`}
        thumbToLabel={`${t('time.rangeTo')} ${dayText(axis, axis.edges[window[1]]! - 1)}`}
        data-testid="time-slider"
      />
      <div className={classes.dates} aria-hidden="true">
        {labelledBins(bins).map((bin) => (
          <span key={bin} style={{ left: `${(100 * bin) / bins}%` }}>
            {dayText(axis, axis.edges[bin]!).slice(axis.step === 'month' ? 0 : 5)}
          </span>
        ))}
      </div>
    </div>
  );
}

const labelledBins = (bins: number) =>
  Array.from({ length: Math.min(LABELS, bins) }, (_, label) => Math.floor((label * bins) / Math.min(LABELS, bins)));

interface BarsProps {
  readonly counts: Uint32Array;
  readonly most: number;
  readonly window: BinWindow;
  readonly onBrush: (window: BinWindow) => void;
}

/** The thumbs do the same by keyboard: this is for the pointer alone. */
function Bars({ counts, most, window, onBrush }: BarsProps) {
  const start = useRef<number | undefined>(undefined);
  const bins = counts.length;
  const binUnder = (event: React.PointerEvent<SVGSVGElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return Math.max(0, Math.min(bins - 1, Math.floor(((event.clientX - left) / width) * bins)));
  };
  const brush = (from: number, to: number) => onBrush([Math.min(from, to), Math.max(from, to) + 1]);
  return (
    <svg
      className={classes.bars}
      viewBox={`0 0 ${bins} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      data-testid="time-bars"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = binUnder(event);
        brush(start.current, start.current);
      }}
      onPointerMove={(event) => {
        if (start.current !== undefined) brush(start.current, binUnder(event));
      }}
      onPointerUp={() => {
        start.current = undefined;
      }}
    >
      <rect className={classes.window} x={window[0]} width={window[1] - window[0]} height={HEIGHT} />
      <path className={classes.outside} d={barsPath(counts, most, (bin) => bin < window[0] || bin >= window[1])} />
      <path className={classes.inside} d={barsPath(counts, most, (bin) => bin >= window[0] && bin < window[1])} />
    </svg>
  );
}

/** All bars as one path: a thousand elements would cost more than they show. */
function barsPath(counts: Uint32Array, most: number, isWanted: (bin: number) => boolean): string {
  const gap = counts.length > 200 ? 0 : 0.12;
  let path = '';
  counts.forEach((count, bin) => {
    if (count === 0 || !isWanted(bin)) return;
    const height = (HEIGHT * count) / most;
    path += `M${bin + gap} ${HEIGHT}v${-height}h${1 - 2 * gap}v${height}z`;
  });
  return path;
}
