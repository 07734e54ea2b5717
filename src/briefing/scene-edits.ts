/** Changes to the list of scenes as patches. Pure: ids are the next free number, never random. */
import type { Patch } from '../model/patch.ts';
import type { Scene } from '../model/scene.ts';
import { SHOWN_PARTS } from './shown-view.ts';

/** What may change in a scene; undefined takes a part away. */
export type SceneChange = { readonly [part in keyof Omit<Scene, 'id'>]?: Scene[part] | undefined };

/** The next free `scene-n`, one past the highest in use. */
export function nextSceneId(scenes: readonly Scene[]): string {
  const numbers = scenes.map((scene) => Number(/^scene-(\d+)$/.exec(scene.id)?.[1] ?? 0));
  return `scene-${Math.max(0, ...numbers) + 1}`;
}

/** Adds a scene at the end. */
export function addScene(scenes: readonly Scene[], scene: Scene): Patch {
  return scenesPatch('edit.scene-added', scene, [...scenes, scene]);
}

/** The same scene once more, after itself, under another title. */
export function duplicateScene(scenes: readonly Scene[], id: string, title: string): Patch | undefined {
  const at = scenes.findIndex((scene) => scene.id === id);
  const scene = scenes[at];
  if (!scene) return undefined;
  const copy = { ...scene, id: nextSceneId(scenes), title };
  return scenesPatch('edit.scene-added', copy, scenes.toSpliced(at + 1, 0, copy));
}

/** Undefined when there is no such scene, or nothing changes. Empty texts are left out; an empty title changes nothing. */
export function changeScene(scenes: readonly Scene[], id: string, change: SceneChange): Patch | undefined {
  const scene = scenes.find((candidate) => candidate.id === id);
  if (!scene) return undefined;
  const merged = Object.entries({ ...scene, ...change, title: change.title || scene.title });
  const changed = Object.fromEntries(
    merged.filter(([, part]) => part !== undefined && part !== ''),
  ) as unknown as Scene;
  if (isSame(changed, scene)) return undefined;
  return scenesPatch('edit.scene-described', changed, replaced(scenes, changed));
}

/** Replaces what a scene shows by what is shown now; its words, numbers and marks stay. */
export function retakeScene(scenes: readonly Scene[], id: string, shown: Scene): Patch | undefined {
  const scene = scenes.find((candidate) => candidate.id === id);
  if (!scene) return undefined;
  const isShown = new Set<string>(SHOWN_PARTS);
  const stays = Object.fromEntries(Object.entries(scene).filter(([part]) => !isShown.has(part)));
  const taken = Object.fromEntries(Object.entries(shown).filter(([part]) => isShown.has(part)));
  const changed = { ...stays, ...taken } as unknown as Scene;
  return scenesPatch('edit.scene-retaken', changed, replaced(scenes, changed));
}

export function deleteScene(scenes: readonly Scene[], id: string): Patch | undefined {
  const scene = scenes.find((candidate) => candidate.id === id);
  if (!scene) return undefined;
  return scenesPatch(
    'edit.scene-deleted',
    scene,
    scenes.filter((candidate) => candidate.id !== id),
  );
}

export function scenesPatch(code: string, { title }: { readonly title: string }, scenes: readonly Scene[]): Patch {
  return { label: { code, params: { title } }, operations: [{ op: 'scenes', scenes }] };
}

const replaced = (scenes: readonly Scene[], changed: Scene) =>
  scenes.map((scene) => (scene.id === changed.id ? changed : scene));

/** Whatever the order of the parts: scenes are plain data. */
function isSame(a: Scene, b: Scene): boolean {
  const inOrder = (scene: Scene) => JSON.stringify(Object.entries(scene).sort(([x], [y]) => (x < y ? -1 : 1)));
  return inOrder(a) === inOrder(b);
}
