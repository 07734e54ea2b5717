/** The heading of a group of scenes: folds it, names it, moves it. */
import { ActionIcon, Button, Menu, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconDots } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { renameSection, type SceneSection, stepSection } from '../../../briefing/scene-order.ts';
import { useTexts } from '../../app-context.tsx';
import type { BriefingPanelProps } from '../briefing-props.ts';
import classes from './scenes.module.css';

interface GroupHeadingProps extends Pick<BriefingPanelProps, 'scenes' | 'onEdit'> {
  readonly section: SceneSection;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isFolded: boolean;
  readonly onFold: () => void;
}

export function GroupHeading({ scenes, section, isFirst, isLast, isFolded, onFold, onEdit }: GroupHeadingProps) {
  const { t } = useTexts();
  const [isRenaming, setRenaming] = useState(false);
  const name = section.group ?? '';
  if (isRenaming) {
    return (
      <RenameForm
        name={name}
        onDone={(next) => {
          setRenaming(false);
          if (next !== undefined) onEdit(renameSection(scenes, section, next));
        }}
      />
    );
  }
  return (
    <div className={classes.groupHead}>
      <h3 className={classes.groupName}>
        <button
          type="button"
          className={classes.groupToggle}
          aria-expanded={!isFolded}
          onClick={onFold}
          data-testid="scene-group-toggle"
        >
          {isFolded ? <IconChevronRight size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}
          <span>{name}</span>
          <span className={classes.count}>{t('briefing.group.count', { count: section.scenes.length })}</span>
        </button>
      </h3>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('briefing.group.actions', { name })} data-testid="scene-group-menu">
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setRenaming(true)} data-testid="scene-group-rename">
            {t('briefing.group.rename')}
          </Menu.Item>
          <Menu.Item disabled={isFirst} onClick={() => onEdit(stepSection(scenes, section, -1))}>
            {t('briefing.group.up')}
          </Menu.Item>
          <Menu.Item disabled={isLast} onClick={() => onEdit(stepSection(scenes, section, 1))}>
            {t('briefing.group.down')}
          </Menu.Item>
          <Menu.Item onClick={() => onEdit(renameSection(scenes, section, ''))}>
            {t('briefing.group.dissolve')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** Escape and an empty name leave it as it was. */
function RenameForm({ name, onDone }: { readonly name: string; readonly onDone: (name: string | undefined) => void }) {
  const { t } = useTexts();
  const [text, setText] = useState(name);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onDone(text.trim() || undefined);
  };
  return (
    <form
      className={classes.rename}
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone(undefined);
      }}
    >
      <TextInput
        aria-label={t('briefing.group')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
        autoFocus
        data-testid="scene-group-name"
      />
      <Button type="submit" variant="default">
        {t('briefing.done')}
      </Button>
    </form>
  );
}
