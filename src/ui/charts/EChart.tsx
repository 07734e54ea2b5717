/** One chart on a canvas: follows its box, its data and the page's theme. Its numbers are read from the table beside it. */
import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useSettings } from '../app-context.tsx';
import { type ChartLook, readLook } from './chart-look.ts';
import classes from './charts.module.css';

/** What was pressed. */
export interface ChartPoint {
  readonly seriesIndex: number;
  readonly dataIndex: number;
}

interface EChartProps {
  readonly optionOf: (look: ChartLook) => EChartsCoreOption;
  readonly description: string;
  /** CSS pixels at least; the pane scrolls where it is lower. */
  readonly minHeight?: number;
  readonly onPick?: ((point: ChartPoint) => void) | undefined;
  /** For exports. */
  readonly chartRef: RefObject<ECharts | undefined>;
}

export function EChart({ optionOf, description, minHeight, onPick, chartRef }: EChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<ECharts>();
  const theme = useSettings((settings) => settings.theme);
  const language = useSettings((settings) => settings.language);

  useEffect(() => {
    let gone = false;
    let made: ECharts | undefined;
    const observer = new ResizeObserver(() => made?.resize());
    void import('./echarts-core.ts').then(({ init }) => {
      if (gone || !box.current) return;
      made = init(box.current, undefined, { renderer: 'canvas' });
      observer.observe(box.current);
      chartRef.current = made;
      setChart(made);
    });
    return () => {
      gone = true;
      observer.disconnect();
      made?.dispose();
      chartRef.current = undefined;
    };
  }, [chartRef]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the look is read from the page, which theme and language change.
  useEffect(() => {
    chart?.setOption(optionOf(readLook(document.documentElement)), { notMerge: true });
  }, [chart, optionOf, theme, language]);

  useEffect(() => {
    if (!chart || !onPick) return undefined;
    const pick = ({ seriesIndex, dataIndex }: { seriesIndex?: number; dataIndex: number }) =>
      onPick({ seriesIndex: seriesIndex ?? 0, dataIndex });
    chart.on('click', pick);
    return () => {
      if (!chart.isDisposed()) chart.off('click', pick);
    };
  }, [chart, onPick]);

  return (
    <div
      ref={box}
      className={classes.canvas}
      style={minHeight === undefined ? undefined : { minHeight }}
      role="img"
      aria-label={description}
      data-testid="chart-canvas"
      data-drawn={chart !== undefined}
    />
  );
}
