/** The scenes in their order, those of a group under its heading. */
import { useState } from 'react';
import { moveScene, type SceneSection, sectionsOf } from '../../../briefing/scene-order.ts';
import type { Scene } from '../../../model/scene.ts';
import classes from '../briefing.module.css';
import type { BriefingPanelProps } from '../briefing-props.ts';
import { SceneItem } from '../SceneItem.tsx';
import { GroupHeading } from './GroupHeading.tsx';
import own from './scenes.module.css';

export function SceneList(props: BriefingPanelProps) {
  const { scenes, onEdit } = props;
  /** The scene being dragged, and the place it would go to. */
  const [drag, setDrag] = useState<{ readonly id: string; readonly over: number }>();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const sections = sectionsOf(scenes);

  const item = (scene: Scene, index: number) => (
    <SceneItem
      key={scene.id}
      {...props}
      scene={scene}
      index={index}
      isOver={drag?.over === index}
      onDragStart={() => setDrag({ id: scene.id, over: index })}
      onDragOver={() => drag && drag.over !== index && setDrag({ ...drag, over: index })}
      onDragEnd={() => setDrag(undefined)}
      onDrop={() => {
        if (drag) onEdit(moveScene(scenes, drag.id, index));
        setDrag(undefined);
      }}
    />
  );
  const items = ({ scenes: own, start }: SceneSection) => own.map((scene, offset) => item(scene, start + offset));
  const fold = (group: string) =>
    setFolded((before) => {
      const next = new Set(before);
      if (!next.delete(group)) next.add(group);
      return next;
    });

  return (
    <ol className={classes.sceneList} data-testid="scene-list">
      {sections.map((section, place) => {
        const { group, start } = section;
        if (group === undefined) return items(section);
        const isFolded = folded.has(group);
        return (
          <li key={`${group} ${start}`} className={own.group} data-testid="scene-group">
            <GroupHeading
              scenes={scenes}
              section={section}
              isFirst={place === 0}
              isLast={place === sections.length - 1}
              isFolded={isFolded}
              onFold={() => fold(group)}
              onEdit={onEdit}
            />
            {!isFolded && <ol className={own.section}>{items(section)}</ol>}
          </li>
        );
      })}
    </ol>
  );
}
