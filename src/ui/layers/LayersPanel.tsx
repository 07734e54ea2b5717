/** Layers and legend are one thing: swatch, name, count, eye; opened, the classes and the opacity. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronRight,
  IconDots,
  IconEye,
  IconEyeOff,
  IconFocusCentered,
  IconLayoutSidebarLeftCollapse,
  IconListDetails,
  IconStack2,
  IconTableImport,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { formatCount } from '../../i18n/format.ts';
import type { Layer } from '../../model/workspace.ts';
import { useApp, useCommands, useSettings, useTexts, useView, useWorkspace } from '../app-context.tsx';
import shell from '../shell/shell.module.css';
import { changeLook, lookOf, toggleIn } from '../store/view-store.ts';
import { useFilePicker } from '../topbar/use-file-picker.ts';
import { BaseMapLegend } from './BaseMapLegend.tsx';
import { LayerDetails } from './LayerDetails.tsx';
import { LayerExportItems } from './LayerExportItems.tsx';
import classes from './layers.module.css';
import { PANEL_ORDER } from './panel-order.ts';
import { LayerSwatch } from './SwatchIcon.tsx';

export function LayersPanel() {
  const { t } = useTexts();
  const { pickData } = useFilePicker();
  const change = useSettings((settings) => settings.change);
  const legendOpen = useSettings((settings) => settings.legendOpen);
  const layers = useWorkspace((state) => state.document?.layers);
  const sorted = useMemo(
    () => layers?.toSorted((a, b) => PANEL_ORDER.indexOf(a.kind) - PANEL_ORDER.indexOf(b.kind)) ?? [],
    [layers],
  );
  const [openLayers, setOpenLayers] = useState<ReadonlySet<string>>(new Set());
  return (
    <aside className={shell.left} aria-label={t('app.layers.title')} data-testid="layers-panel">
      <div className={shell.panelHead}>
        <h2 className={shell.panelTitle}>{t('app.layers.title')}</h2>
        <Tooltip label={t(legendOpen ? 'map.legend.hide' : 'map.legend.show')}>
          <ActionIcon
            onClick={() => change({ legendOpen: !legendOpen })}
            aria-label={t('map.legend.show')}
            aria-pressed={legendOpen}
            data-testid="toggle-legend"
          >
            <IconListDetails size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('importing.action')}>
          <ActionIcon onClick={pickData} aria-label={t('importing.action')}>
            <IconTableImport size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={`${t('app.panel.close')} ( [ )`}>
          <ActionIcon onClick={() => change({ layersOpen: false })} aria-label={t('app.panel.close')}>
            <IconLayoutSidebarLeftCollapse size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.list}>
        {sorted.length === 0 && <p style={{ padding: '0 12px' }}>{t('app.layers.none')}</p>}
        {sorted.map((layer) => (
          <LayerItem
            key={layer.id}
            layer={layer}
            open={openLayers.has(layer.id)}
            onToggle={() => setOpenLayers((open) => toggleIn(open, layer.id))}
          />
        ))}
      </div>
      <BaseMapLegend />
    </aside>
  );
}

function LayerItem({ layer, open, onToggle }: { layer: Layer; open: boolean; onToggle: () => void }) {
  const { t } = useTexts();
  const { view } = useApp();
  const { zoomToLayer } = useCommands();
  const look = useView((state) => lookOf(state, layer.id));
  const count = useWorkspace((state) => state.features.get(layer.id)?.batch.ids.length ?? 0);
  return (
    <div className={classes.layer} data-testid={`layer-${layer.id}`}>
      <div className={classes.row} data-off={!look.visible}>
        <ActionIcon size={20} onClick={onToggle} aria-expanded={open} aria-label={t('app.layer.details')}>
          {open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
        </ActionIcon>
        <LayerSwatch layer={layer.id} />
        <span className={classes.name} title={`${layer.title} · ${t(`kind.${layer.kind}`)}`}>
          {layer.title}
        </span>
        <span className={classes.count}>{formatCount(count)}</span>
        <Tooltip label={t(look.visible ? 'app.layer.hide' : 'app.layer.show')}>
          <ActionIcon
            size={24}
            aria-label={`${t(look.visible ? 'app.layer.hide' : 'app.layer.show')} ${layer.title}`}
            aria-pressed={look.visible}
            onClick={() => changeLook(view, layer.id, { visible: !look.visible })}
          >
            {look.visible ? <IconEye size={16} /> : <IconEyeOff size={16} />}
          </ActionIcon>
        </Tooltip>
        <LayerMenu layer={layer} onZoom={() => zoomToLayer(layer.id)} />
      </div>
      {open && <LayerDetails layer={layer} />}
    </div>
  );
}

function LayerMenu({ layer, onZoom }: { layer: Layer; onZoom: () => void }) {
  const { t } = useTexts();
  const { view, workspace } = useApp();
  const show = (isShown: (id: string) => boolean) => {
    for (const { id } of workspace.getState().document?.layers ?? []) changeLook(view, id, { visible: isShown(id) });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={24} aria-label={`${t('app.layer.menu')} ${layer.title}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFocusCentered size={15} />} onClick={onZoom}>
          {t('app.zoomTo')}
        </Menu.Item>
        <Menu.Item leftSection={<IconEye size={15} />} onClick={() => show((id) => id === layer.id)}>
          {t('app.layer.only')}
        </Menu.Item>
        <Menu.Item leftSection={<IconStack2 size={15} />} onClick={() => show(() => true)}>
          {t('app.layer.all')}
        </Menu.Item>
        <Menu.Divider />
        <LayerExportItems layer={layer.id} />
      </Menu.Dropdown>
    </Menu>
  );
}
