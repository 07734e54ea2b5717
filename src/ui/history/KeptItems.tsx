/** Entries of the workspace menu for what else is kept on this machine: opened by a click, deleted by two. */
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { KeptWorkspace } from '../../storage/stored-types.ts';
import { useCommands, useKeeping, useTexts } from '../app-context.tsx';
import classes from './history.module.css';
import { formatLocalTime } from './local-time.ts';

/** The menu must fit the page; what is older comes up as newer ones are deleted. */
const SHOWN_AT_ONCE = 5;

export function KeptItems() {
  const { t } = useTexts();
  const others = useKeeping((state) => state.others);
  if (others.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('kept.title')}</Menu.Label>
      {others.slice(0, SHOWN_AT_ONCE).map((kept) => (
        <KeptItem key={kept.id} kept={kept} />
      ))}
    </>
  );
}

function KeptItem({ kept }: { kept: KeptWorkspace }) {
  const { t } = useTexts();
  const { openKept, removeKept } = useCommands();
  const [sure, setSure] = useState(false);
  const name = kept.name || t('kept.unnamed');
  const when = formatLocalTime(kept.usedAt, new Date());
  return (
    <div className={classes.kept}>
      <Menu.Item className={classes.keptText} onClick={() => openKept(kept.id)} data-testid="kept-workspace">
        <div className={classes.keptText}>{name}</div>
        <div className={classes.muted}>{t('kept.edits', { count: kept.edits, when })}</div>
      </Menu.Item>
      {sure ? (
        <Button size="compact-xs" color="red" onClick={() => removeKept(kept.id)} data-testid="kept-remove-now">
          {t('kept.removeNow')}
        </Button>
      ) : (
        <Tooltip label={t('kept.remove', { name })}>
          <ActionIcon aria-label={t('kept.remove', { name })} onClick={() => setSure(true)} data-testid="kept-remove">
            <IconTrash size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
