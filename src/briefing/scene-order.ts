/**
 * The order of scenes and their groups, as patches. A group is a name that scenes in a row share; a scene that moves
 * between two of one group belongs to it. Pure.
 */
import type { Patch } from '../model/patch.ts';
import type { Scene } from '../model/scene.ts';
import { changeScene, type SceneChange, scenesPatch } from './scene-edits.ts';

/** Scenes in a row under one heading; without a name they stand for themselves. */
export interface SceneSection {
  readonly group: string | undefined;
  /** Of its first scene in the whole list. */
  readonly start: number;
  readonly scenes: readonly Scene[];
}

/** A name that stands at two places heads two sections. O(scenes). */
export function sectionsOf(scenes: readonly Scene[]): SceneSection[] {
  const sections: { group: string | undefined; start: number; scenes: Scene[] }[] = [];
  for (const [index, scene] of scenes.entries()) {
    const last = sections.at(-1);
    if (last && last.group === scene.group) last.scenes.push(scene);
    else sections.push({ group: scene.group, start: index, scenes: [scene] });
  }
  return sections;
}

/** To an index of the list as it will be, into the group of the scene that stood there; undefined where nothing changes. */
export function moveScene(scenes: readonly Scene[], id: string, toIndex: number): Patch | undefined {
  const from = scenes.findIndex((scene) => scene.id === id);
  const scene = scenes[from];
  const to = Math.max(0, Math.min(scenes.length - 1, toIndex));
  const target = scenes[to];
  if (!scene || !target || from === to) return undefined;
  return scenesPatch(
    'edit.scene-moved',
    scene,
    scenes.toSpliced(from, 1).toSpliced(to, 0, inGroup(scene, target.group)),
  );
}

/** One step up or down. At the border of a group the step leads into the next one: the place in the row stays. */
export function stepScene(scenes: readonly Scene[], id: string, step: 1 | -1): Patch | undefined {
  const from = scenes.findIndex((scene) => scene.id === id);
  const [scene, neighbour] = [scenes[from], scenes[from + step]];
  if (!scene) return undefined;
  if (!neighbour) return scene.group === undefined ? undefined : changeGroup(scenes, scene, undefined);
  return neighbour.group === scene.group
    ? moveScene(scenes, id, from + step)
    : changeGroup(scenes, scene, neighbour.group);
}

const changeGroup = (scenes: readonly Scene[], scene: Scene, group: string | undefined) =>
  scenesPatch(
    'edit.scene-moved',
    scene,
    scenes.map((one) => (one === scene ? inGroup(scene, group) : one)),
  );

/**
 * To the end of the group of that name. Where there is none yet the group begins right behind the one that the scene
 * was in; so does a scene that leaves its group.
 */
export function putIntoGroup(scenes: readonly Scene[], id: string, group: string | undefined): Patch | undefined {
  const from = scenes.findIndex((candidate) => candidate.id === id);
  const scene = scenes[from];
  if (!scene || scene.group === group) return undefined;
  const sections = sectionsOf(scenes);
  const own = sections.find((section) => section.scenes.includes(scene));
  const there = group === undefined ? undefined : sections.find((section) => section.group === group);
  const behind = there ?? (scene.group === undefined ? undefined : own);
  const end = behind ? behind.start + behind.scenes.length : from;
  const to = end - (from < end ? 1 : 0);
  const moved = scenes.toSpliced(from, 1).toSpliced(to, 0, inGroup(scene, group));
  return scenesPatch('edit.scene-grouped', scene, moved);
}

/** What a form of a scene changes, its group among it, as one edit. */
export function editScene(
  scenes: readonly Scene[],
  id: string,
  { group, ...change }: SceneChange & { readonly group: string | undefined },
): Patch | undefined {
  const described = changeScene(scenes, id, change);
  const after = described?.operations.flatMap((operation) => (operation.op === 'scenes' ? operation.scenes : []));
  const grouped = putIntoGroup(after ?? scenes, id, group || undefined);
  return described && grouped ? { ...grouped, label: described.label } : (grouped ?? described);
}

/** Another name for a section, or none: then its scenes stand for themselves. */
export function renameSection(
  scenes: readonly Scene[],
  { start, group }: SceneSection,
  name: string,
): Patch | undefined {
  const next = name.trim() || undefined;
  const section = sectionsOf(scenes).find((one) => one.start === start && one.group === group);
  if (!section || group === undefined || next === group) return undefined;
  const renamed = scenes.map((scene) => (section.scenes.includes(scene) ? inGroup(scene, next) : scene));
  return scenesPatch('edit.scene-group-renamed', { title: next ?? group }, renamed);
}

/** A section with all its scenes past the one before or behind it. */
export function stepSection(scenes: readonly Scene[], { start, group }: SceneSection, step: 1 | -1): Patch | undefined {
  const sections = sectionsOf(scenes);
  const at = sections.findIndex((one) => one.start === start && one.group === group);
  const [section, other] = [sections[at], sections[at + step]];
  if (!section || !other) return undefined;
  const moved = sections.toSpliced(at, 1).toSpliced(at + step, 0, section);
  return scenesPatch(
    'edit.scene-moved',
    { title: group ?? '' },
    moved.flatMap((one) => one.scenes),
  );
}

function inGroup({ group: _, ...scene }: Scene, group: string | undefined): Scene {
  return group === undefined ? scene : { ...scene, group };
}
