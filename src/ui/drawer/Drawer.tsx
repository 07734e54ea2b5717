/** Under the map: tables, charts and time, one at a time. Its height is drawn up, or set by the arrow keys, and remembered. */
import { ActionIcon, Tabs, Tooltip } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { lazy, useRef } from 'react';
import { useApp, useSettings, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { Lazily } from '../shell/Lazily.tsx';
import { useFocusReturn } from '../shell/use-focus-return.ts';
import { DRAWER_TABS, type DrawerTab } from '../store/view-store.ts';
import classes from './drawer.module.css';

/** Fetched when somebody asks for them. */
const PANES: Readonly<Record<DrawerTab, ReturnType<typeof lazy>>> = {
  table: lazy(() => import('../table/TablePane.tsx').then(({ TablePane }) => ({ default: TablePane }))),
  charts: lazy(() => import('../charts/ChartsPane.tsx').then(({ ChartsPane }) => ({ default: ChartsPane }))),
  time: lazy(() => import('../time/TimePane.tsx').then(({ TimePane }) => ({ default: TimePane }))),
};
const LEAST_SHARE = 0.15;
const MOST_SHARE = 0.8;
const KEY_STEP = 0.05;

export function Drawer() {
  const tab = useView((state) => state.drawer);
  const mode = useView((state) => state.mode);
  const hasDocument = useWorkspace((state) => state.document !== undefined);
  if (!tab || !hasDocument || mode === 'brief') return null;
  return <OpenDrawer tab={tab} />;
}

function OpenDrawer({ tab }: { readonly tab: DrawerTab }) {
  const { t } = useTexts();
  const { view } = useApp();
  const drawer = useFocusReturn<HTMLElement>(tab);
  const Pane = PANES[tab];
  return (
    <section ref={drawer} tabIndex={-1} className={classes.drawer} aria-label={t('drawer.title')} data-testid="drawer">
      <HeightHandle />
      <div className={classes.head}>
        <Tabs value={tab} onChange={(value) => view.setState({ drawer: value as DrawerTab })}>
          <Tabs.List>
            {DRAWER_TABS.map((name) => (
              <Tabs.Tab key={name} value={name} data-testid={`drawer-${name}`}>
                {t(`drawer.tab.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <Tooltip label={`${t('app.panel.close')} ( \\ )`}>
          <ActionIcon onClick={() => view.setState({ drawer: undefined })} aria-label={t('app.panel.close')}>
            <IconChevronDown size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.pane}>
        <Lazily key={tab}>
          <Pane />
        </Lazily>
      </div>
    </section>
  );
}

function HeightHandle() {
  const { t } = useTexts();
  const share = useSettings((settings) => settings.drawerShare);
  const change = useSettings((settings) => settings.change);
  const dragged = useRef(false);
  const set = (next: number) => change({ drawerShare: Math.min(MOST_SHARE, Math.max(LEAST_SHARE, next)) });
  return (
    <hr
      className={classes.handle}
      aria-orientation="horizontal"
      aria-label={t('drawer.height')}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={LEAST_SHARE * 100}
      aria-valuemax={MOST_SHARE * 100}
      // A splitter is a separator that takes the focus (ARIA window splitter).
      tabIndex={0}
      onPointerDown={(event) => {
        dragged.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => dragged.current && set(1 - event.clientY / innerHeight)}
      onPointerUp={() => {
        dragged.current = false;
      }}
      onKeyDown={({ key }) => {
        if (key === 'ArrowUp') set(share + KEY_STEP);
        else if (key === 'ArrowDown') set(share - KEY_STEP);
      }}
    />
  );
}
