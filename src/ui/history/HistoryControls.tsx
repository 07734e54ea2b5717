/** Undo, redo and the list of edits, in the top bar. Each says what it would do. */
import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconHistory } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useApp, useCommands, useKeeping, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { nextSteps } from './history-rows.ts';

const HistoryPanel = lazy(() => import('./HistoryPanel.tsx').then((module) => ({ default: module.HistoryPanel })));

export function HistoryControls() {
  const { t } = useTexts();
  const { undo, redo } = useCommands();
  const history = useWorkspace((state) => state.history);
  const mayEdit = useKeeping((state) => state.role === 'editor');
  const steps = nextSteps(history);
  const undoText = steps.undo ? t('history.undo', { what: t(steps.undo.code, steps.undo.params) }) : t('app.undo');
  const redoText = steps.redo ? t('history.redo', { what: t(steps.redo.code, steps.redo.params) }) : t('app.redo');
  return (
    <ActionIcon.Group>
      <Tooltip label={`${undoText} (Ctrl Z)`} multiline maw={360}>
        <ActionIcon
          size={30}
          onClick={undo}
          disabled={!mayEdit || !steps.undo}
          aria-label={undoText}
          data-testid="undo"
        >
          <IconArrowBackUp size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${redoText} (Ctrl Shift Z)`} multiline maw={360}>
        <ActionIcon
          size={30}
          onClick={redo}
          disabled={!mayEdit || !steps.redo}
          aria-label={redoText}
          data-testid="redo"
        >
          <IconArrowForwardUp size={18} />
        </ActionIcon>
      </Tooltip>
      <HistoryButton />
    </ActionIcon.Group>
  );
}

function HistoryButton() {
  const { t } = useTexts();
  const { view } = useApp();
  const open = useView((state) => state.historyOpen);
  const disabled = useWorkspace((state) => state.document === undefined);
  const setOpen = (historyOpen: boolean) => view.setState({ historyOpen });
  return (
    <Popover
      opened={open && !disabled}
      onChange={setOpen}
      position="bottom-end"
      width={360}
      shadow="md"
      trapFocus
      returnFocus
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Tooltip label={`${t('history.title')} ( E )`} disabled={open}>
          <ActionIcon
            size={30}
            disabled={disabled}
            onClick={() => setOpen(!open)}
            aria-label={t('history.title')}
            data-testid="history"
          >
            <IconHistory size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('history.title')}>
        <Suspense fallback={null}>
          <HistoryPanel />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
