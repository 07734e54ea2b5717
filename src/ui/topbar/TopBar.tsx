/** The bar on top: what is open, search, mode, undo, scope, language. */
import { ActionIcon, Button, Kbd, SegmentedControl, Tooltip } from '@mantine/core';
import { IconLayoutSidebarRight, IconLayoutSidebarRightFilled, IconSearch } from '@tabler/icons-react';
import { useApp, useCommands, useSettings, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { HistoryControls } from '../history/HistoryControls.tsx';
import { SaveState } from '../history/SaveState.tsx';
import { MODES, type Mode } from '../store/view-store.ts';
import { Mark } from './Mark.tsx';
import { ScopeSelect } from './ScopeSelect.tsx';
import classes from './topbar.module.css';
import { WorkspaceMenu } from './WorkspaceMenu.tsx';

export function TopBar() {
  const { t } = useTexts();
  const { view } = useApp();
  return (
    <header className={classes.bar}>
      <h1 className={classes.mark} style={{ margin: 0 }}>
        <Mark />
        <span className={classes.hideNarrow}>{t('product.name')}</span>
      </h1>
      <WorkspaceMenu />
      <SaveState />
      <Tooltip label={t('app.search.hint')}>
        <button
          type="button"
          className={classes.search}
          data-testid="search"
          aria-keyshortcuts="Control+K"
          onClick={() => view.setState({ dialog: 'search' })}
        >
          <IconSearch size={15} aria-hidden />
          <span>{t('app.search.title')}</span>
          <Kbd size="xs" aria-hidden>
            Ctrl K
          </Kbd>
        </button>
      </Tooltip>
      <div className={classes.spread} />
      <ModeSwitch />
      <div className={classes.spread} />
      <HistoryControls />
      <WhatIfButton />
      <ScopeSelect />
      <LanguageSwitch />
      <FindingsToggle />
    </header>
  );
}

function ModeSwitch() {
  const { t } = useTexts();
  const { view } = useApp();
  const mode = useView((state) => state.mode);
  const disabled = useWorkspace((state) => state.document === undefined);
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('app.mode.title')}
      value={mode}
      disabled={disabled}
      onChange={(value) => view.setState({ mode: value as Mode })}
      data={MODES.map((value) => ({
        value,
        label: <span data-testid={`mode-${value}`}>{t(`app.mode.${value}`)}</span>,
      }))}
    />
  );
}

/** What an alert or a wind asks is one click away, whatever else is open. */
function WhatIfButton() {
  const { t } = useTexts();
  const { view } = useApp();
  const isOpen = useView((state) => state.mode === 'browse' && state.panel === 'whatIf');
  const disabled = useWorkspace((state) => state.document === undefined);
  return (
    <Button
      className={classes.hideMiddle}
      variant={isOpen ? 'light' : 'subtle'}
      color={isOpen ? 'accent' : 'gray'}
      size="compact-sm"
      disabled={disabled}
      aria-pressed={isOpen}
      onClick={() => view.setState({ panel: isOpen ? undefined : 'whatIf', mode: 'browse' })}
    >
      {t('whatif.open')}
    </Button>
  );
}

function LanguageSwitch() {
  const { language } = useTexts();
  const { setLanguage } = useCommands();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      data-testid="language"
      lang={other}
      onClick={() => void setLanguage(other)}
    >
      {other === 'en' ? 'EN' : '中文'}
    </Button>
  );
}

function FindingsToggle() {
  const { t } = useTexts();
  const open = useSettings((settings) => settings.findingsOpen);
  const change = useSettings((settings) => settings.change);
  return (
    <Tooltip label={`${t('app.findings.toggle')} ( ] )`}>
      <ActionIcon
        size={30}
        aria-label={t('app.findings.toggle')}
        aria-pressed={open}
        onClick={() => change({ findingsOpen: !open })}
      >
        {open ? <IconLayoutSidebarRightFilled size={18} /> : <IconLayoutSidebarRight size={18} />}
      </ActionIcon>
    </Tooltip>
  );
}
