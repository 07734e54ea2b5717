/** The whole page: the map fills it, bars and panels float above and give way. In the order of the Tab key. */
import { type CSSProperties, lazy, useEffect, useRef, useState } from 'react';
import { useCommands, useImporting, useSettings, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { Drawer } from '../drawer/Drawer.tsx';
import { FindingsPanel } from '../findings/FindingsPanel.tsx';
import { LayersPanel } from '../layers/LayersPanel.tsx';
import { MapLegend } from '../layers/MapLegend.tsx';
import { SettingsDialog } from '../settings/SettingsDialog.tsx';
import { TopBar } from '../topbar/TopBar.tsx';
import { Welcome } from '../welcome/Welcome.tsx';
import { EmptyState } from './EmptyState.tsx';
import { Lazily } from './Lazily.tsx';
import { ModePanel } from './ModePanel.tsx';
import { Overlay } from './Overlay.tsx';
import { Rail } from './Rail.tsx';
import { SidePanel } from './SidePanel.tsx';
import { SkipLinks } from './SkipLinks.tsx';
import classes from './shell.module.css';
import { useDrop } from './use-drop.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Fetched when somebody asks for them. */
const DIALOGS = {
  compare: lazy(() =>
    import('../settings/CompareDialog.tsx').then(({ CompareDialog }) => ({ default: CompareDialog })),
  ),
  help: lazy(() => import('../settings/HelpDialog.tsx').then(({ HelpDialog }) => ({ default: HelpDialog }))),
  returns: lazy(() => import('../slips/ReturnsDialog.tsx').then(({ ReturnsDialog }) => ({ default: ReturnsDialog }))),
  slivers: lazy(() => import('../settle/SliversDialog.tsx').then(({ SliversDialog }) => ({ default: SliversDialog }))),
};

export function Page() {
  const { t } = useTexts();
  const layersOpen = useSettings((settings) => settings.layersOpen);
  const findingsOpen = useSettings((settings) => settings.findingsOpen);
  const mode = useView((state) => state.mode);
  const isDeciding = useImporting(({ phase }) => phase !== 'none' && phase !== 'done');
  const panel = useView((state) => (state.mode === 'browse' ? state.panel : undefined));
  const drawerShare = useSettings((settings) => settings.drawerShare);
  const drawerOpen = useView((state) => state.drawer !== undefined && state.mode !== 'brief');
  const dragging = useView((state) => state.dragging);
  useDrop();
  useShortcuts();
  return (
    <div
      className={classes.page}
      data-left={layersOpen ? 'open' : 'closed'}
      data-right={findingsOpen && !isDeciding ? 'open' : 'closed'}
      data-mode={mode}
      data-side={panel ? 'open' : 'closed'}
      style={drawerOpen ? ({ '--ct-drawer': `${drawerShare * 100}%` } as CSSProperties) : undefined}
    >
      <SkipLinks />
      <TopBar />
      <Rail />
      {layersOpen && <LayersPanel />}
      <ModePanel />
      <SidePanel />
      <Drawer />
      <Area />
      <MapArea />
      {findingsOpen && !isDeciding && <FindingsPanel />}
      <Importing />
      <MapLegend />
      <EmptyState />
      <Welcome />
      <Overlay />
      {dragging && <div className={classes.drop}>{t('app.drop')}</div>}
      <Search />
      <SettingsDialog />
      <SeldomDialog />
    </div>
  );
}

const ImportPanel = lazy(() =>
  import('../importing/ImportPanel.tsx').then((module) => ({ default: module.ImportPanel })),
);

function Importing() {
  const isOpen = useImporting((state) => state.phase !== 'none');
  return <Lazily quiet>{isOpen && <ImportPanel />}</Lazily>;
}

const AreaPanel = lazy(() => import('../area/AreaPanel.tsx').then((module) => ({ default: module.AreaPanel })));

function Area() {
  const isOpen = useView((state) => state.areaOpen && state.mode === 'browse');
  const hasDocument = useWorkspace((state) => state.document !== undefined);
  return <Lazily quiet>{isOpen && hasDocument && <AreaPanel />}</Lazily>;
}

const SearchDialog = lazy(() =>
  import('../search/SearchDialog.tsx').then((module) => ({ default: module.SearchDialog })),
);

/** Once opened it stays, with its index and what was searched for. */
function Search() {
  const isOpen = useView((state) => state.dialog === 'search');
  const [wasOpened, setOpened] = useState(false);
  if (isOpen && !wasOpened) setOpened(true);
  return <Lazily quiet>{wasOpened && <SearchDialog />}</Lazily>;
}

function SeldomDialog() {
  const name = useView(({ dialog }) => (dialog && dialog in DIALOGS ? (dialog as keyof typeof DIALOGS) : undefined));
  const Dialog = name && DIALOGS[name];
  return (
    <Lazily key={name} quiet>
      {Dialog && <Dialog />}
    </Lazily>
  );
}

const SwipeLine = lazy(() =>
  import('../briefing/ground/SwipeLine.tsx').then((module) => ({ default: module.SwipeLine })),
);

function BeforeAndAfter() {
  const hasTwoSides = useView((state) => state.sceneOnMap?.swipe !== undefined);
  return <Lazily quiet>{hasTwoSides && <SwipeLine />}</Lazily>;
}

function MapArea() {
  const { t } = useTexts();
  const { attachMap } = useCommands();
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => (container.current ? attachMap(container.current) : undefined), [attachMap]);
  // The map makes its element `position: relative`, so it cannot be the one that is placed.
  return (
    <main className={classes.map} aria-label={t('app.map.title')}>
      <div ref={container} style={{ height: '100%' }} data-testid="map" />
      <BeforeAndAfter />
    </main>
  );
}
