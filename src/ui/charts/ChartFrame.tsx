/** What stands around every chart: its question, its controls, chart or table, exports, and how it is counted. */
import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { type ReactNode, useRef, useState } from 'react';
import type { Table } from '../../reports/table.ts';
import { useCommands, useTexts } from '../app-context.tsx';
import { ScrollBox } from '../shell/ScrollBox.tsx';
import { type ChartPicks, ChartTable } from './ChartTable.tsx';
import { type ChartLook, readLook } from './chart-look.ts';
import classes from './charts.module.css';
import { type ChartPoint, EChart } from './EChart.tsx';
import { MapFilterNote } from './MapFilterNote.tsx';
import { takePicture } from './picture.ts';
import { useScopeName } from './use-scope-name.ts';

export interface ChartFrameProps extends ChartPicks {
  readonly title: string;
  readonly question: string;
  readonly table: Table;
  readonly notes: readonly string[];
  readonly optionOf: (look: ChartLook, description: string) => EChartsCoreOption;
  readonly minHeight?: number;
  readonly controls?: ReactNode;
  readonly onPick?: (point: ChartPoint) => void;
  /** A ranking is read before it is looked at. */
  readonly opensAs?: 'chart' | 'table';
  readonly isEmpty?: boolean;
  readonly emptyText?: string;
}

export function ChartFrame(props: ChartFrameProps) {
  const { title, question, table, notes, optionOf, controls, isEmpty } = props;
  const { t } = useTexts();
  const { exportTables, exportPicture } = useCommands();
  const [view, setView] = useState(props.opensAs ?? 'chart');
  const chart = useRef<ECharts | undefined>(undefined);
  const scope = useScopeName();
  const rows = [...table.rows].length;
  const description = t('charts.description', { title: question, scope, count: rows });
  const noteTable: Table = {
    title: t('charts.notes'),
    columns: [{ key: 'note', header: t('charts.notes.line'), type: 'text' }],
    rows: [question, scope, ...notes].map((note) => [note]),
  };
  const savePicture = async () => {
    if (!chart.current) return;
    const words = { title: question, subtitle: scope, notes };
    const picture = await takePicture(chart.current, words, readLook(document.documentElement));
    if (picture) exportPicture(title, picture);
  };
  return (
    <section className={classes.frame} aria-label={question} data-testid="chart">
      <div className={classes.frameHead}>
        <div className={classes.titles}>
          <h3 className={classes.title}>{question}</h3>
          <span className={classes.hint}>{scope}</span>
          <MapFilterNote />
        </div>
        <div className={classes.controls}>
          {controls}
          <SegmentedControl
            size="xs"
            aria-label={t('charts.view')}
            value={view}
            onChange={(value) => setView(value as typeof view)}
            data={(['chart', 'table'] as const).map((value) => ({ value, label: t(`charts.view.${value}`) }))}
            data-testid="chart-view"
          />
          <Menu position="bottom-end">
            <Menu.Target>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconDownload size={14} />}
                data-testid="chart-export"
                disabled={isEmpty ?? false}
              >
                {t('charts.export')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {view === 'chart' && (
                <Menu.Item onClick={() => void savePicture()} data-testid="chart-export-png">
                  {t('charts.export.png')}
                </Menu.Item>
              )}
              <Menu.Item onClick={() => exportTables(title, [table], 'csv')} data-testid="chart-export-csv">
                {t('charts.export.csv')}
              </Menu.Item>
              <Menu.Item
                onClick={() => exportTables(title, [table, noteTable], 'xlsx')}
                data-testid="chart-export-xlsx"
              >
                {t('charts.export.xlsx')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      <div className={classes.body}>
        {isEmpty ? (
          <p className={classes.empty}>{props.emptyText ?? t('charts.nothing')}</p>
        ) : view === 'chart' ? (
          <ScrollBox className={classes.chartBox} label={title}>
            <EChart
              optionOf={(look) => optionOf(look, description)}
              description={description}
              {...(props.minHeight === undefined ? {} : { minHeight: props.minHeight })}
              onPick={props.onPick}
              chartRef={chart}
            />
          </ScrollBox>
        ) : (
          <ChartTable table={table} onRow={props.onRow} onColumn={props.onColumn} onCell={props.onCell} />
        )}
        <ScrollBox className={classes.notes} label={t('charts.notes')}>
          <h4 className={classes.notesTitle}>{t('charts.notes')}</h4>
          <ul data-testid="chart-notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </ScrollBox>
      </div>
    </section>
  );
}
