/** What is open, and everything that opens or exports a workspace. */
import { Button, Kbd, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconDownload,
  IconFileZip,
  IconFolderOpen,
  IconMap2,
  IconTable,
  IconTableImport,
} from '@tabler/icons-react';
import { useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import { FINDINGS_FORMATS } from '../commands.ts';
import { KeptItems } from '../history/KeptItems.tsx';
import classes from './topbar.module.css';
import { useFilePicker } from './use-file-picker.ts';

export function WorkspaceMenu() {
  const { t } = useTexts();
  const { openDemo, saveFile, exportFindings } = useCommands();
  const name = useWorkspace((state) => state.document?.name);
  const checked = useWorkspace((state) => state.check !== undefined);
  const { pickFolder, pickFiles, pickData } = useFilePicker();
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.workspace}
          rightSection={<IconChevronDown size={14} />}
          data-testid="workspace-menu"
        >
          <span className={classes.workspaceName}>{name ?? t('app.workspace.none')}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconMap2 size={16} />} onClick={openDemo}>
          {t('app.workspace.openDemo')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFolderOpen size={16} />} onClick={pickFolder}>
          {t('app.workspace.openFolder')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileZip size={16} />} onClick={pickFiles} data-testid="open-files">
          {t('app.workspace.openFile')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTableImport size={16} />} onClick={pickData} data-testid="import-data">
          {t('importing.action')}
        </Menu.Item>
        <KeptItems />
        <Menu.Divider />
        <Menu.Item
          rightSection={<Kbd size="xs">Ctrl S</Kbd>}
          leftSection={<IconDownload size={16} />}
          disabled={name === undefined}
          onClick={() => saveFile()}
          data-testid="export-workspace"
        >
          {t('app.workspace.export')}
        </Menu.Item>
        <Menu.Label>{t('app.workspace.exportFindings')}</Menu.Label>
        {FINDINGS_FORMATS.map((format) => (
          <Menu.Item
            key={format}
            leftSection={<IconTable size={16} />}
            disabled={!checked}
            onClick={() => exportFindings(format)}
            data-testid={`export-findings-${format}`}
          >
            {t(`app.workspace.exportFindings.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
