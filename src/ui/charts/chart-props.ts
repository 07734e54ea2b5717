import type { ChartData } from '../../reports/charts/chart-data.ts';

export interface ChartProps {
  readonly data: ChartData;
  /** In the order of the data's zones. */
  readonly zoneNames: readonly string[];
}
