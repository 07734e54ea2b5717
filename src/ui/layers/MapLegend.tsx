/** The legend on the map, for meeting rooms and pictures: only what is on screen, from the same table as the map. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Bounds } from '../../map/map-types.ts';
import { useApp, useSettings, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { LegendEntries } from './LayerDetails.tsx';
import classes from './layers.module.css';
import { legendOfShown } from './shown-legend.ts';
import { useFreeBounds } from './use-free-bounds.ts';

export function MapLegend() {
  const { t } = useTexts();
  const { settings } = useApp();
  const isOpen = useSettings(({ legendOpen }) => legendOpen);
  const mode = useView((state) => state.mode);
  const bounds = useFreeBounds();
  if (!isOpen || !bounds || mode === 'brief') return null;
  return (
    <section className={classes.mapLegend} aria-label={t('map.legend.title')} data-testid="map-legend">
      <div className={classes.mapLegendHead}>
        <h2>{t('map.legend.title')}</h2>
        <Tooltip label={t('map.legend.hide')}>
          <ActionIcon
            size={24}
            aria-label={t('map.legend.hide')}
            onClick={() => settings.getState().change({ legendOpen: false })}
          >
            <IconX size={14} />
          </ActionIcon>
        </Tooltip>
      </div>
      <Entries bounds={bounds} />
    </section>
  );
}

function Entries({ bounds }: { bounds: Bounds }) {
  const { t } = useTexts();
  const theme = useSettings((settings) => settings.theme);
  const layers = useWorkspace((state) => state.document?.layers);
  const stylings = useWorkspace((state) => state.stylings);
  const drawables = useWorkspace((state) => state.drawables);
  const check = useWorkspace((state) => state.check);
  const looks = useView((state) => state.looks);
  const hiddenRules = useView((state) => state.hiddenRules);
  const map = useView((state) => state.map);
  const entries = useMemo(
    () =>
      legendOfShown({ layers, stylings, drawables, check, looks, hiddenRules }, theme, {
        bounds,
        zoom: map?.camera().zoom ?? 0,
      }),
    [layers, looks, stylings, drawables, check, hiddenRules, theme, bounds, map],
  );
  return entries.length > 0 ? (
    <LegendEntries entries={entries} />
  ) : (
    <p className={classes.note}>{t('map.legend.empty')}</p>
  );
}
