/** The narrow strip on the left: layers, open, settings, help. */
import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconChartBar,
  IconCheck,
  IconClock,
  IconFolderOpen,
  IconHome2,
  IconKeyboard,
  IconLassoPolygon,
  IconLink,
  IconMap2,
  IconRulerMeasure,
  IconScale,
  IconSettings,
  IconStack2,
  IconTable,
  IconWind,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useApp, useCommands, useSettings, useTexts, useView } from '../app-context.tsx';
import { useCopy } from '../copying/use-copy.ts';
import { DRAWER_TABS, type DrawerTab, SIDE_PANELS, type SidePanel } from '../store/view-store.ts';
import { useFilePicker } from '../topbar/use-file-picker.ts';
import classes from './shell.module.css';

const PANEL_ICONS: Readonly<Record<SidePanel, ReactNode>> = {
  whatIf: <IconWind size={20} />,
  rules: <IconScale size={20} />,
  baseMaps: <IconMap2 size={20} />,
  measure: <IconRulerMeasure size={20} />,
};
const DRAWER_ICONS: Readonly<Record<DrawerTab, ReactNode>> = {
  table: <IconTable size={20} />,
  charts: <IconChartBar size={20} />,
  time: <IconClock size={20} />,
};

export function Rail() {
  const { t } = useTexts();
  const { view } = useApp();
  const { zoomToAll } = useCommands();
  const layersOpen = useSettings((settings) => settings.layersOpen);
  const panel = useView((state) => state.panel);
  const areaOpen = useView((state) => state.areaOpen);
  const drawer = useView((state) => state.drawer);
  const change = useSettings((settings) => settings.change);
  const { pickFolder } = useFilePicker();
  return (
    <nav className={classes.rail} aria-label={t('app.rail.title')}>
      <RailButton
        label={`${t('app.layers.title')} ( [ )`}
        pressed={layersOpen}
        testId="toggle-layers"
        onClick={() => change({ layersOpen: !layersOpen })}
      >
        <IconStack2 size={20} />
      </RailButton>
      <RailButton label={t('app.workspace.openFolder')} onClick={pickFolder}>
        <IconFolderOpen size={20} />
      </RailButton>
      <RailButton label={`${t('app.zoomToAll')} (H)`} onClick={zoomToAll}>
        <IconHome2 size={20} />
      </RailButton>
      <RailButton
        label={t('charts.area.title')}
        pressed={areaOpen}
        testId="open-area"
        onClick={() =>
          view.setState({ areaOpen: !areaOpen, mode: 'browse', pointerTool: areaOpen ? undefined : 'area' })
        }
      >
        <IconLassoPolygon size={20} />
      </RailButton>
      {SIDE_PANELS.map((name) => (
        <RailButton
          key={name}
          label={t(`panel.${name}`)}
          pressed={panel === name}
          testId={`open-${name}`}
          onClick={() => view.setState({ panel: panel === name ? undefined : name, mode: 'browse' })}
        >
          {PANEL_ICONS[name]}
        </RailButton>
      ))}
      {DRAWER_TABS.map((name) => (
        <RailButton
          key={name}
          label={t(`drawer.tab.${name}`)}
          pressed={drawer === name}
          testId={`open-${name}`}
          onClick={() => view.setState({ drawer: drawer === name ? undefined : name })}
        >
          {DRAWER_ICONS[name]}
        </RailButton>
      ))}
      <div className={classes.railEnd}>
        <CopyLink />
        <RailButton label={`${t('app.help.title')} (?)`} onClick={() => view.setState({ dialog: 'help' })}>
          <IconKeyboard size={20} />
        </RailButton>
        <RailButton
          label={t('app.settings.title')}
          testId="open-settings"
          onClick={() => view.setState({ dialog: 'settings' })}
        >
          <IconSettings size={20} />
        </RailButton>
      </div>
    </nav>
  );
}

function CopyLink() {
  const { t } = useTexts();
  const { viewLink } = useCommands();
  const { outcome, copy } = useCopy();
  const label = outcome ? t(`inspect.link.${outcome}`) : t('inspect.link.copy');
  return (
    <RailButton label={label} testId="copy-link" onClick={() => copy(viewLink())} says={outcome !== undefined}>
      {outcome === 'copied' ? <IconCheck size={20} /> : <IconLink size={20} />}
    </RailButton>
  );
}

interface RailButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly pressed?: boolean;
  readonly testId?: string;
  /** The label is news: shown without pointing at it, and read out. */
  readonly says?: boolean;
}

function RailButton({ label, onClick, children, pressed, testId, says }: RailButtonProps) {
  return (
    <Tooltip label={label} position="right" opened={says || undefined}>
      <ActionIcon
        size={36}
        variant={pressed ? 'light' : 'subtle'}
        color={pressed ? 'accent' : 'gray'}
        aria-label={label}
        aria-pressed={pressed}
        aria-live={says === undefined ? undefined : 'polite'}
        onClick={onClick}
        data-testid={testId}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
