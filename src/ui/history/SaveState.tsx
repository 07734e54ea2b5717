/** Whether the edits are safe, always in sight; a click says where they are and offers the file. */
import { Button, Popover } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconEye, IconLoader2 } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { explainProblem } from '../../i18n/explain.ts';
import { useCommands, useKeeping, useTexts, useWorkspace } from '../app-context.tsx';
import { lastEdit, type StorageState } from '../store/storage-store.ts';
import classes from './history.module.css';

type Shown = 'saved' | 'saving' | 'failed' | 'following';

const ICONS = { saved: IconCircleCheck, saving: IconLoader2, failed: IconAlertTriangle, following: IconEye } as const;
/** A write takes some milliseconds: shorter ones would only flicker. */
const SAYS_SAVING_AFTER_MS = 400;

export function SaveState() {
  const { t } = useTexts();
  const save = useKeeping((state) => state.save.state);
  const role = useKeeping((state) => state.role);
  const shown = useShown(save, role);
  const [open, setOpen] = useState(false);
  if (!shown) return null;
  const Icon = ICONS[shown];
  const name = t(`save.state.${shown}`);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      width={340}
      shadow="md"
      trapFocus
      returnFocus
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          variant={shown === 'failed' ? 'filled' : 'subtle'}
          color={shown === 'failed' ? 'red' : 'gray'}
          size="compact-sm"
          fw={400}
          px={6}
          leftSection={<Icon size={15} aria-hidden />}
          aria-label={t('save.title', { name })}
          onClick={() => setOpen(!open)}
          data-testid="save-state"
          data-state={shown}
        >
          {name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <SaveDetail
          shown={shown}
          onDone={() => {
            setOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function useShown(save: StorageState['save']['state'], role: StorageState['role']): Shown | undefined {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (save !== 'saving') return setLate(false);
    const timer = setTimeout(() => setLate(true), SAYS_SAVING_AFTER_MS);
    return () => clearTimeout(timer);
  }, [save]);
  if (save === 'none') return undefined;
  if (save === 'failed') return 'failed';
  if (role === 'follower') return 'following';
  return save === 'saving' && late ? 'saving' : 'saved';
}

function SaveDetail({ shown, onDone }: { shown: Shown; onDone: () => void }) {
  const { t } = useTexts();
  const { saveFile, retrySave } = useCommands();
  const save = useKeeping((state) => state.save);
  const persistence = useKeeping((state) => state.persistence);
  const file = useKeeping((state) => state.file);
  const edit = useWorkspace((state) => lastEdit(state.history));
  const fileText = !file ? 'save.file.none' : file.upTo === edit ? 'save.file.current' : 'save.file.behind';
  const act = (action: () => void) => () => {
    action();
    onDone();
  };
  return (
    <section
      className={classes.save}
      data-testid="save-detail"
      aria-label={t('save.title', { name: t(`save.state.${shown}`) })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onDone();
      }}
    >
      {save.state === 'failed' ? (
        <p data-bad="true" role="alert">
          {explainProblem(save.problem, t)}
        </p>
      ) : (
        <p>{t(`save.${shown}`)}</p>
      )}
      {shown === 'saved' && persistence !== 'unasked' && (
        <p className={classes.muted}>{t(`save.persistence.${persistence}`)}</p>
      )}
      <p className={classes.muted}>{t(fileText, { file: file?.name ?? '' })}</p>
      <div className={classes.actions}>
        <Button size="compact-sm" onClick={act(() => saveFile())} data-testid="save-file" data-autofocus>
          {file?.how === 'again' ? t('save.toFileAgain', { file: file.name }) : t('save.toFile')}
        </Button>
        {file?.how === 'again' && (
          <Button size="compact-sm" variant="default" onClick={act(() => saveFile(true))}>
            {t('save.elsewhere')}
          </Button>
        )}
        {save.state === 'failed' && (
          <Button size="compact-sm" variant="default" onClick={retrySave} data-testid="save-retry">
            {t('save.retry')}
          </Button>
        )}
      </div>
    </section>
  );
}
