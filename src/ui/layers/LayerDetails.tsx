/** A layer opened: the classes that are in view, what it can be coloured or written by, and its opacity. */
import { Slider, Switch } from '@mantine/core';
import { useMemo } from 'react';
import { formatCount } from '../../i18n/format.ts';
import { type LegendEntry, legendOfLayer } from '../../map/legend.ts';
import { isZoneKind } from '../../model/kinds.ts';
import type { Layer } from '../../model/workspace.ts';
import { classifySiltLoading, TYPICAL_SILT_LOADING } from '../../rules/silt-loading.ts';
import { useApp, useCommands, useSettings, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { changeLook, lookOf } from '../store/view-store.ts';
import classes from './layers.module.css';
import { SwatchIcon } from './SwatchIcon.tsx';
import { useFreeBounds } from './use-free-bounds.ts';

export function LayerDetails({ layer }: { layer: Layer }) {
  const { t } = useTexts();
  const { view } = useApp();
  const look = useView((state) => lookOf(state, layer.id));
  const theme = useSettings((settings) => settings.theme);
  const styling = useWorkspace((state) => state.stylings[layer.id]);
  const drawable = useWorkspace((state) => state.drawables[layer.id]);
  const bounds = useFreeBounds();
  const entries = useMemo(
    () =>
      styling ? legendOfLayer({ kind: layer.kind, styling }, theme, drawable && bounds && { drawable, bounds }) : [],
    [layer.kind, styling, theme, drawable, bounds],
  );
  return (
    <div className={classes.details} data-testid={`details-${layer.id}`}>
      <LegendEntries entries={entries} />
      {entries.length === 0 && <p className={classes.note}>{t('map.legend.empty')}</p>}
      {layer.kind === 'road' && <SiltLoading layer={layer.id} />}
      {isZoneKind(layer.kind) && (
        <Switch
          size="xs"
          className={classes.switch}
          label={t('map.leader.switch')}
          checked={look.leaders === true}
          onChange={({ currentTarget }) => changeLook(view, layer.id, { leaders: currentTarget.checked })}
          data-testid="show-leaders"
        />
      )}
      <div className={classes.opacity}>
        <span className={classes.count}>{t('app.layer.opacity')}</span>
        <Slider
          flex={1}
          size="xs"
          min={0}
          max={100}
          value={Math.round(look.opacity * 100)}
          onChange={(percent) => changeLook(view, layer.id, { opacity: percent / 100 })}
          label={(percent) => `${percent}%`}
          thumbLabel={`${t('app.layer.opacity')} ${layer.title}`}
        />
      </div>
    </div>
  );
}

export function LegendEntries({ entries }: { entries: readonly LegendEntry[] }) {
  const { t } = useTexts();
  return (
    <ul className={classes.entries}>
      {entries.map(({ key, params, swatch, count }) => (
        <li key={`${key}${Object.values(params ?? {}).join()}`} className={classes.entry} data-entry={key}>
          <SwatchIcon swatch={swatch} />
          <span className={classes.name}>{t(key, params)}</span>
          <span>{formatCount(count)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The switch, and what the classes are and are not. */
function SiltLoading({ layer }: { layer: string }) {
  const { t } = useTexts();
  const { showSiltLoading } = useCommands();
  const isOn = useView(({ recolors }) => recolors.siltLoading?.has(layer) === true);
  const column = useWorkspace(({ features }) =>
    features.get(layer)?.batch.columns.get('siltLoadingGramsPerSquareMeter'),
  );
  const measured = useMemo(
    () => (column?.type === 'number' ? classifySiltLoading(column.values).measured : 0),
    [column],
  );
  if (measured === 0) return <p className={classes.note}>{t('map.silt.none')}</p>;
  return (
    <>
      <Switch
        size="xs"
        className={classes.switch}
        label={t('map.silt.switch')}
        checked={isOn}
        onChange={({ currentTarget }) => showSiltLoading(layer, currentTarget.checked)}
        data-testid="color-by-silt"
      />
      {isOn && <p className={classes.note}>{t('map.silt.note', { measured, ...TYPICAL_SILT_LOADING })}</p>}
    </>
  );
}
