/** Changes to the list of scenes as patches. Pure: ids are the next free number, never random. */
import type { Patch } from '../model/patch.ts';
import type { Scene } from '../model/scene.ts';

export type SceneText = Partial<Pick<Scene, 'title' | 'caption'>>;

/** The next free `scene-n`, one past the highest in use. */
export function nextSceneId(scenes: readonly Scene[]): string {
  const numbers = scenes.map((scene) => Number(/^scene-(\d+)$/.exec(scene.id)?.[1] ?? 0));
  return `scene-${Math.max(0, ...numbers) + 1}`;
}

/** Adds a scene at the end. */
export function addScene(scenes: readonly Scene[], scene: Scene): Patch {
  return patchOf('edit.scene-added', scene, [...scenes, scene]);
}

/** Undefined when there is no such scene, or nothing changes. An empty caption is left out. */
export function describeScene(scenes: readonly Scene[], id: string, text: SceneText): Patch | undefined {
  const scene = scenes.find((candidate) => candidate.id === id);
  if (!scene) return undefined;
  const { caption, ...rest } = { ...scene, ...text };
  const changed: Scene = caption ? { ...rest, caption } : rest;
  if (changed.title === scene.title && changed.caption === scene.caption) return undefined;
  return patchOf(
    'edit.scene-described',
    changed,
    scenes.map((candidate) => (candidate.id === id ? changed : candidate)),
  );
}

/** Replaces what a scene shows by what is shown now; its words stay. */
export function retakeScene(scenes: readonly Scene[], id: string, shown: Scene): Patch | undefined {
  const scene = scenes.find((candidate) => candidate.id === id);
  if (!scene) return undefined;
  const { caption } = scene;
  const changed: Scene = { ...shown, id, title: scene.title, ...(caption ? { caption } : {}) };
  return patchOf(
    'edit.scene-retaken',
    scene,
    scenes.map((candidate) => (candidate.id === id ? changed : candidate)),
  );
}

/** Moves a scene to an index of the list as it will be; undefined where it stands there already. */
export function moveScene(scenes: readonly Scene[], id: string, toIndex: number): Patch | undefined {
  const from = scenes.findIndex((scene) => scene.id === id);
  const scene = scenes[from];
  const to = Math.max(0, Math.min(scenes.length - 1, toIndex));
  if (!scene || from === to) return undefined;
  return patchOf('edit.scene-moved', scene, scenes.toSpliced(from, 1).toSpliced(to, 0, scene));
}

export function deleteScene(scenes: readonly Scene[], id: string): Patch | undefined {
  const scene = scenes.find((candidate) => candidate.id === id);
  if (!scene) return undefined;
  return patchOf(
    'edit.scene-deleted',
    scene,
    scenes.filter((candidate) => candidate.id !== id),
  );
}

function patchOf(code: string, scene: Scene, scenes: readonly Scene[]): Patch {
  return { label: { code, params: { title: scene.title } }, operations: [{ op: 'scenes', scenes }] };
}
