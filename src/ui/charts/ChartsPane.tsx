/** Charts that answer questions, one at a time: chosen at the left, for the scope as it is. */
import { type ComponentType, useState } from 'react';
import { explainProblem } from '../../i18n/explain.ts';
import { useTexts } from '../app-context.tsx';
import type { ChartProps } from './chart-props.ts';
import classes from './charts.module.css';
import { HoursChart } from './HoursChart.tsx';
import { OwnersChart } from './OwnersChart.tsx';
import { RankingChart } from './RankingChart.tsx';
import { RulesChart } from './RulesChart.tsx';
import { StationsChart } from './StationsChart.tsx';
import { UncoveredChart } from './UncoveredChart.tsx';
import { useChartData } from './use-chart-data.ts';
import { WindChart } from './WindChart.tsx';

const CHARTS = {
  uncovered: UncoveredChart,
  ranking: RankingChart,
  owners: OwnersChart,
  rules: RulesChart,
  hours: HoursChart,
  stations: StationsChart,
  wind: WindChart,
} as const satisfies Record<string, ComponentType<ChartProps>>;
type ChartName = keyof typeof CHARTS;

export function ChartsPane() {
  const { t } = useTexts();
  const [name, setName] = useState<ChartName>('uncovered');
  const { result, asking, zoneNames } = useChartData();
  const Chart: ComponentType<ChartProps> = CHARTS[name];
  return (
    <div className={classes.pane} data-testid="charts" data-asking={asking}>
      <nav className={classes.picker} aria-label={t('charts.pick')}>
        {(Object.keys(CHARTS) as ChartName[]).map((one) => (
          <button
            key={one}
            type="button"
            className={classes.pick}
            aria-current={one === name}
            onClick={() => setName(one)}
            data-testid={`chart-${one}`}
          >
            {t(`charts.${one}.title`)}
          </button>
        ))}
      </nav>
      {result?.ok ? (
        <Chart key={name} data={result.value} zoneNames={zoneNames} />
      ) : (
        <p className={classes.empty} role="status">
          {result ? explainProblem(result.problem, t) : t('charts.loading')}
        </p>
      )}
    </div>
  );
}
