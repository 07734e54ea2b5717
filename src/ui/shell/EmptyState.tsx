/** Nothing is open: what to do next, the demo one click away. */
import { Button, Group } from '@mantine/core';
import { useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import { useFilePicker } from '../topbar/use-file-picker.ts';
import classes from './shell.module.css';

export function EmptyState() {
  const { t } = useTexts();
  const { openDemo } = useCommands();
  const { pickFolder, pickFiles, pickData } = useFilePicker();
  const phase = useWorkspace((state) => state.phase);
  if (phase !== 'none') return null;
  return (
    <div className={classes.empty}>
      <div className={classes.emptyCard} data-testid="empty">
        <h2 style={{ marginTop: 0 }}>{t('app.empty.title')}</h2>
        <p>{t('app.empty.text')}</p>
        <Group justify="center" gap="sm">
          <Button onClick={openDemo}>{t('app.workspace.openDemo')}</Button>
          <Button variant="default" onClick={pickFolder}>
            {t('app.workspace.openFolder')}
          </Button>
          <Button variant="default" onClick={pickFiles}>
            {t('app.workspace.openFile')}
          </Button>
          <Button variant="default" onClick={pickData}>
            {t('importing.action')}
          </Button>
        </Group>
      </div>
    </div>
  );
}
