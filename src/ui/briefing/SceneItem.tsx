/** One scene of the list: shows it, moves it, says what it keeps, and opens to its editor. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconGripVertical } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { deleteScene, duplicateScene } from '../../briefing/scene-edits.ts';
import { editScene, putIntoGroup, stepScene } from '../../briefing/scene-order.ts';
import type { Scene } from '../../model/scene.ts';
import { useTexts } from '../app-context.tsx';
import classes from './briefing.module.css';
import type { BriefingPanelProps } from './briefing-props.ts';
import { GroundSection } from './ground/GroundSection.tsx';
import { SceneEditor } from './scenes/SceneEditor.tsx';
import { SceneKeeps } from './scenes/SceneKeeps.tsx';

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
  const { scene, index, scenes, onEdit } = props;
  const [editing, setEditing] = useState(false);
  const menu = useRef<HTMLButtonElement>(null);
  const { title } = scene;
  const isShown = props.shown === scene.id;
  const otherGroups = [...new Set(scenes.flatMap(({ group }) => group ?? []))].filter((group) => group !== scene.group);
  return (
    <li
      className={classes.scene}
      data-testid="scene"
      data-over={props.isOver}
      data-shown={isShown}
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
          disabled={index === 0 && scene.group === undefined}
          onClick={() => onEdit(stepScene(scenes, scene.id, -1))}
          aria-label={t('briefing.up', { title })}
          data-testid="scene-up"
        >
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon
          disabled={index === scenes.length - 1 && scene.group === undefined}
          onClick={() => onEdit(stepScene(scenes, scene.id, 1))}
          aria-label={t('briefing.down', { title })}
        >
          <IconArrowDown size={16} />
        </ActionIcon>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon ref={menu} aria-label={t('briefing.actions', { title })} data-testid="scene-menu">
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setEditing(true)} data-testid="scene-edit">
              {t('briefing.edit')}
            </Menu.Item>
            <Menu.Item
              onClick={() => onEdit(duplicateScene(scenes, scene.id, t('briefing.copyTitle', { title })))}
              data-testid="scene-duplicate"
            >
              {t('briefing.duplicate')}
            </Menu.Item>
            {otherGroups.map((group) => (
              <Menu.Item key={group} onClick={() => onEdit(putIntoGroup(scenes, scene.id, group))}>
                {t('briefing.group.into', { name: group })}
              </Menu.Item>
            ))}
            {scene.group !== undefined && (
              <Menu.Item onClick={() => onEdit(putIntoGroup(scenes, scene.id, undefined))}>
                {t('briefing.group.leave', { name: scene.group })}
              </Menu.Item>
            )}
            <Menu.Item onClick={() => props.onRetake(scene.id)}>{t('briefing.retake')}</Menu.Item>
            <Menu.Item onClick={() => props.onPlay(index)}>{t('briefing.playFrom')}</Menu.Item>
            <Menu.Item color="red" onClick={() => onEdit(deleteScene(scenes, scene.id))} data-testid="scene-delete">
              {t('briefing.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <SceneKeeps scene={scene} scenes={scenes} isShown={isShown} onEdit={onEdit} />
      {isShown && <GroundSection scene={scene} scenes={scenes} />}
      {editing && (
        <SceneEditor
          scene={scene}
          scenes={scenes}
          onDone={(change) => {
            setEditing(false);
            menu.current?.focus();
            if (change) onEdit(editScene(scenes, scene.id, change));
          }}
        />
      )}
    </li>
  );
}
