/** One scene of the list: shows it, moves it, and opens to its title and caption. */
import { ActionIcon, Button, Menu, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconGripVertical } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Scene } from '../../model/scene.ts';
import { useTexts } from '../app-context.tsx';
import classes from './briefing.module.css';
import type { BriefingPanelProps } from './briefing-props.ts';

interface SceneItemProps extends BriefingPanelProps {
  readonly scene: Scene;
  readonly index: number;
  readonly isOver: boolean;
  readonly onDragStart: () => void;
  readonly onDragOver: () => void;
  readonly onDragEnd: () => void;
  readonly onDrop: () => void;
}

export function SceneItem(props: SceneItemProps) {
  const { t } = useTexts();
  const { scene, index, scenes } = props;
  const [editing, setEditing] = useState(false);
  const { title } = scene;
  return (
    <li
      className={classes.scene}
      data-testid="scene"
      data-over={props.isOver}
      data-shown={props.shown === scene.id}
      onDragOver={(event) => {
        event.preventDefault();
        props.onDragOver();
      }}
      onDrop={(event) => {
        event.preventDefault();
        props.onDrop();
      }}
    >
      <div className={classes.sceneHead}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow buttons beside it do the same by keyboard */}
        <span
          className={classes.handle}
          draggable
          title={t('briefing.drag')}
          onDragStart={(event) => {
            // Firefox starts no drag without data; a type of our own keeps file drops apart.
            event.dataTransfer.setData('application/x-chentu-scene', scene.id);
            event.dataTransfer.effectAllowed = 'move';
            props.onDragStart();
          }}
          onDragEnd={props.onDragEnd}
        >
          <IconGripVertical size={16} aria-hidden />
        </span>
        <span className={classes.number}>{index + 1}</span>
        <button
          type="button"
          className={classes.sceneTitle}
          onClick={() => props.onShow(scene)}
          title={t('briefing.show', { title })}
          data-testid="scene-title"
        >
          {title}
        </button>
        <ActionIcon
          disabled={index === 0}
          onClick={() => props.onMove(scene.id, index - 1)}
          aria-label={t('briefing.up', { title })}
          data-testid="scene-up"
        >
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon
          disabled={index === scenes.length - 1}
          onClick={() => props.onMove(scene.id, index + 1)}
          aria-label={t('briefing.down', { title })}
        >
          <IconArrowDown size={16} />
        </ActionIcon>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('briefing.actions', { title })} data-testid="scene-menu">
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setEditing(true)} data-testid="scene-edit">
              {t('briefing.edit')}
            </Menu.Item>
            <Menu.Item onClick={() => props.onRetake(scene.id)}>{t('briefing.retake')}</Menu.Item>
            <Menu.Item onClick={() => props.onPlay(index)}>{t('briefing.playFrom')}</Menu.Item>
            <Menu.Item color="red" onClick={() => props.onDelete(scene.id)} data-testid="scene-delete">
              {t('briefing.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {editing && (
        <SceneEditor
          scene={scene}
          onDone={(text) => {
            setEditing(false);
            if (text) props.onDescribe(scene.id, text);
          }}
        />
      )}
    </li>
  );
}

/** One edit for title and caption together, when it is done. Escape leaves both as they were. */
function SceneEditor({
  scene,
  onDone,
}: {
  scene: Scene;
  onDone: (text: { title: string; caption: string } | undefined) => void;
}) {
  const { t } = useTexts();
  const [title, setTitle] = useState(scene.title);
  const [caption, setCaption] = useState(scene.caption ?? '');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onDone({ title: title.trim() || scene.title, caption: caption.trim() });
  };
  return (
    <form
      className={classes.editor}
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone(undefined);
      }}
    >
      <TextInput
        label={t('briefing.name')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        data-autofocus
        autoFocus
        data-testid="scene-name"
      />
      <Textarea
        label={t('briefing.caption')}
        placeholder={t('briefing.captionPlaceholder')}
        value={caption}
        onChange={(event) => setCaption(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={5}
        data-testid="scene-caption"
      />
      <Button type="submit" variant="default" data-testid="scene-done">
        {t('briefing.done')}
      </Button>
    </form>
  );
}
