/** Everything of a scene that is written or chosen, in one form and one edit. Escape leaves it all as it was. */
import { Autocomplete, Button, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { SceneChange } from '../../../briefing/scene-edits.ts';
import { SCENE_TRANSITIONS, type Scene } from '../../../model/scene.ts';
import { useTexts } from '../../app-context.tsx';
import { THEMES } from '../../store/settings-store.ts';
import classes from '../briefing.module.css';
import { BoardField } from './BoardField.tsx';
import { HotspotTimeField } from './HotspotTimeField.tsx';
import { NumbersField } from './NumbersField.tsx';
import own from './scenes.module.css';

export type EditedScene = SceneChange & { readonly group: string | undefined };

interface SceneEditorProps {
  readonly scene: Scene;
  readonly scenes: readonly Scene[];
  /** Undefined: nothing is to change. */
  readonly onDone: (change: EditedScene | undefined) => void;
}

export function SceneEditor({ scene, scenes, onDone }: SceneEditorProps) {
  const { t } = useTexts();
  const [draft, setDraft] = useState(scene);
  const change = (part: SceneChange) => setDraft((before) => ({ ...before, ...part }) as Scene);
  const groups = [...new Set(scenes.flatMap(({ group }) => group ?? []))];
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onDone(changeOf(draft));
  };
  return (
    <form
      className={classes.editor}
      aria-label={t('briefing.editing', { title: scene.title })}
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        if (!isListOpen(event)) onDone(undefined);
      }}
      data-testid="scene-editor"
    >
      <TextInput
        label={t('briefing.name')}
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        data-autofocus
        autoFocus
        data-testid="scene-name"
      />
      <Textarea
        label={t('briefing.caption')}
        placeholder={t('briefing.captionPlaceholder')}
        value={draft.caption ?? ''}
        onChange={(event) => change({ caption: event.currentTarget.value })}
        autosize
        minRows={2}
        maxRows={5}
        data-testid="scene-caption"
      />
      <Textarea
        label={t('briefing.notes')}
        placeholder={t('briefing.notesPlaceholder')}
        value={draft.notes ?? ''}
        onChange={(event) => change({ notes: event.currentTarget.value })}
        autosize
        minRows={2}
        maxRows={8}
        data-testid="scene-notes"
      />
      <Autocomplete
        label={t('briefing.group')}
        placeholder={t('briefing.groupPlaceholder')}
        data={groups}
        value={draft.group ?? ''}
        onChange={(group) => change({ group })}
        data-testid="scene-group-field"
      />
      <Select
        label={t('briefing.transition')}
        data={SCENE_TRANSITIONS.map((type) => ({ value: type, label: t(`briefing.transition.${type}`) }))}
        value={draft.transition?.type ?? 'fly'}
        onChange={(value) => {
          const type = SCENE_TRANSITIONS.find((known) => known === value);
          change({ transition: type === undefined || type === 'fly' ? undefined : { type } });
        }}
        allowDeselect={false}
        data-testid="scene-transition"
      />
      <Select
        label={t('briefing.theme')}
        data={[...THEMES].reverse().map((theme) => ({ value: theme, label: t(`app.theme.${theme}`) }))}
        value={draft.theme ?? 'projector'}
        onChange={(value) => {
          const theme = THEMES.find((known) => known === value);
          change({ theme: theme === 'projector' ? undefined : theme });
        }}
        allowDeselect={false}
        data-testid="scene-theme"
      />
      {draft.hotspots && <HotspotTimeField hotspots={draft.hotspots} onChange={(hotspots) => change({ hotspots })} />}
      <NumbersField scene={draft} onChange={(numbers) => change({ numbers })} />
      <BoardField board={draft.board} onChange={(board) => change({ board })} />
      <div className={own.done}>
        <Button type="submit" data-testid="scene-done">
          {t('briefing.done')}
        </Button>
        <Button variant="default" onClick={() => onDone(undefined)}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Only what the form holds: what others change meanwhile stays. */
function changeOf({ title, caption, notes, group, transition, theme, hotspots, numbers, board }: Scene): EditedScene {
  return {
    title: title.trim(),
    caption: caption?.trim(),
    notes: notes?.trim(),
    group: group?.trim(),
    transition,
    theme,
    hotspots,
    numbers,
    board,
  };
}

/** The first Escape closes a list of choices. */
function isListOpen({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';
}
