/** Counting what lies in an area: drawn as a box or a lasso, or simply what is in view. */
import { ActionIcon, Button, Menu, SegmentedControl, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { AreaCount, AreaRequest } from '../../checks/area-count.ts';
import { explainProblem } from '../../i18n/explain.ts';
import type { OverlayShape } from '../../map/map-types.ts';
import { areaTables } from '../../reports/charts/area-tables.ts';
import { useApp, useCommands, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { ExportMenu } from '../exporting/ExportMenu.tsx';
import { useAnswer } from '../settle/use-answer.ts';
import { ScrollBox } from '../shell/ScrollBox.tsx';
import { useFocusReturn } from '../shell/use-focus-return.ts';
import { lookOf, setMasks, setOverlay } from '../store/view-store.ts';
import { AreaFigures } from './AreaFigures.tsx';
import classes from './area.module.css';
import { areaSets } from './area-sets.ts';
import { AREA_TOOLS, type AreaTool, groundInView } from './area-shapes.ts';
import { masksAround } from './masks-around.ts';
import { useAreaPointer } from './use-area-pointer.ts';

const OVERLAY = 'area';
const COLOR = '#1f527f';

function shapeOf(geometry: GeoJSON.Polygon): OverlayShape {
  return { geometry, fill: { color: COLOR, opacity: 0.08 }, line: { color: COLOR, width: 2, dashed: true } };
}

export function AreaPanel() {
  const { t, language } = useTexts();
  const { view } = useApp();
  const { countInside, exportTables, exportFeatures } = useCommands();
  const map = useView((state) => state.map);
  const isDrawing = useView((state) => state.pointerTool === 'area');
  const isFiltered = useView((state) => state.masks.area !== undefined);
  const looks = useView((state) => state.looks);
  const features = useWorkspace((state) => state.features);
  const check = useWorkspace((state) => state.check);
  const [tool, setTool] = useState<AreaTool>('box');
  const panel = useFocusReturn<HTMLElement>('area');
  const [ground, setGround] = useState<GeoJSON.Polygon>();

  const events = useMemo(
    () => ({
      draft: (drawn: GeoJSON.Polygon) => setOverlay(view, OVERLAY, [shapeOf(drawn)]),
      finish: (drawn: GeoJSON.Polygon) => {
        setGround(drawn);
        // From here on a click selects again.
        view.setState({ pointerTool: undefined });
      },
      drop: () => setOverlay(view, OVERLAY, []),
    }),
    [view],
  );
  useAreaPointer(map, isDrawing ? tool : undefined, events);

  // What is drawn is what was counted: a gesture that is broken off leaves nothing behind.
  useEffect(() => {
    if (!isDrawing) setOverlay(view, OVERLAY, ground ? [shapeOf(ground)] : []);
  }, [view, ground, isDrawing]);
  useEffect(
    () => () => {
      setOverlay(view, OVERLAY, []);
      setMasks(view, 'area', undefined);
      if (view.getState().pointerTool === 'area') view.setState({ pointerTool: undefined });
    },
    [view],
  );

  const request = useMemo((): AreaRequest | undefined => {
    // Asked anew after every edit, as the check is.
    if (!ground || !check) return undefined;
    return { geometry: ground, layers: [...features.keys()].filter((layer) => lookOf({ looks }, layer).visible) };
  }, [ground, check, features, looks]);
  const { result, asking } = useAnswer(request, countInside);

  const begin = (next: AreaTool) => {
    setTool(next);
    setMasks(view, 'area', undefined);
    view.setState({ pointerTool: 'area' });
  };
  const takeView = () => {
    if (!map) return;
    setMasks(view, 'area', undefined);
    view.setState({ pointerTool: undefined });
    setGround(groundInView(map));
  };
  const titleOf = (layer: string) => features.get(layer)?.layer.title ?? layer;
  const exportCount = (count: AreaCount) =>
    exportTables(t('charts.area.title'), areaTables(count, titleOf, { t, language }), 'xlsx');
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={classes.panel}
      aria-label={t('charts.area.title')}
      data-testid="area-panel"
      data-asking={asking}
    >
      <div className={classes.head}>
        <h2 className={classes.title}>{t('charts.area.title')}</h2>
        <Tooltip label={t('charts.area.close')}>
          <ActionIcon
            aria-label={t('charts.area.close')}
            onClick={() => view.setState({ areaOpen: false })}
            data-testid="area-close"
          >
            <IconX size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.tools}>
        <SegmentedControl
          size="xs"
          aria-label={t('charts.area.title')}
          value={isDrawing ? tool : ''}
          onChange={(value) => begin(value as AreaTool)}
          data={AREA_TOOLS.map((value) => ({ value, label: t(`charts.area.${value}`) }))}
          data-testid="area-tool"
        />
        <Button size="xs" variant="default" onClick={takeView} data-testid="area-view">
          {t('charts.area.view')}
        </Button>
      </div>
      <ScrollBox className={classes.body} label={t('charts.area.title')}>
        <div aria-live="polite">
          {isDrawing || !ground ? (
            <p className={classes.hint}>{t('charts.area.hint')}</p>
          ) : !result ? (
            <p className={classes.hint}>{t('charts.area.counting')}</p>
          ) : result.ok ? (
            <AreaFigures count={result.value} titleOf={titleOf} />
          ) : (
            <p className={classes.hint}>{explainProblem(result.problem, t)}</p>
          )}
        </div>
      </ScrollBox>
      {ground && result?.ok && (
        <div className={classes.foot}>
          <Button
            size="xs"
            variant={isFiltered ? 'filled' : 'default'}
            aria-pressed={isFiltered}
            onClick={() => setMasks(view, 'area', isFiltered ? undefined : masksAround(features, result.value.inside))}
            data-testid="area-only"
          >
            {t('charts.area.only')}
          </Button>
          <ExportMenu
            label={t('datatable.export')}
            title={t('exporting.area.features')}
            testId="area-export"
            mayNamePeople
            position="top-start"
            onExport={(format, withPersonal) =>
              exportFeatures({
                title: t('exporting.area.name'),
                sets: areaSets(ground, result.value, titleOf, t),
                format,
                withPersonal,
              })
            }
          >
            <Menu.Item onClick={() => exportCount(result.value)} data-testid="area-export-count">
              {t('exporting.area.table')}
            </Menu.Item>
          </ExportMenu>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setGround(undefined);
              setMasks(view, 'area', undefined);
            }}
            data-testid="area-clear"
          >
            {t('charts.area.clear')}
          </Button>
        </div>
      )}
    </aside>
  );
}
