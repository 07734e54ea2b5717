/** The narrow strip on the left: layers, open, settings, help. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFolderOpen, IconHome2, IconKeyboard, IconSettings, IconStack2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useApp, useCommands, useSettings, useTexts } from '../app-context.tsx';
import { useFilePicker } from '../topbar/use-file-picker.ts';
import classes from './shell.module.css';

export function Rail() {
  const { t } = useTexts();
  const { view } = useApp();
  const { zoomToAll } = useCommands();
  const layersOpen = useSettings((settings) => settings.layersOpen);
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
      <div className={classes.railEnd}>
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

interface RailButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly pressed?: boolean;
  readonly testId?: string;
}

function RailButton({ label, onClick, children, pressed, testId }: RailButtonProps) {
  return (
    <Tooltip label={label} position="right">
      <ActionIcon
        size={36}
        variant={pressed ? 'light' : 'subtle'}
        color={pressed ? 'accent' : 'gray'}
        aria-label={label}
        aria-pressed={pressed}
        onClick={onClick}
        data-testid={testId}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
