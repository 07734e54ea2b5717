/** What is changed in a scene's annotations and its before and after, as patches. Pure. */
import type { Patch } from '../../model/patch.ts';
import type { Scene, SceneAnnotation, SceneSwipe } from '../../model/scene.ts';

/** The next free `note-n` of a scene, one past the highest in use. */
export function nextAnnotationId({ annotations = [] }: Pick<Scene, 'annotations'>): string {
  const numbers = annotations.map(({ id }) => Number(/^note-(\d+)$/u.exec(id)?.[1] ?? 0));
  return `note-${Math.max(0, ...numbers) + 1}`;
}

/** With an annotation in the place of the one of its id, else at the end. */
export function withAnnotation(scene: Scene, annotation: SceneAnnotation): Scene {
  const { annotations = [] } = scene;
  const isThere = annotations.some(({ id }) => id === annotation.id);
  return {
    ...scene,
    annotations: isThere
      ? annotations.map((one) => (one.id === annotation.id ? annotation : one))
      : [...annotations, annotation],
  };
}

/** Adds an annotation, or replaces the one of its id. Undefined where there is no such scene, or nothing changes. */
export function putAnnotation(scenes: readonly Scene[], id: string, annotation: SceneAnnotation): Patch | undefined {
  const scene = scenes.find((candidate) => candidate.id === id);
  if (!scene) return undefined;
  const before = scene.annotations?.find((one) => one.id === annotation.id);
  if (before && JSON.stringify(before) === JSON.stringify(annotation)) return undefined;
  const code = before ? 'edit.annotation-changed' : 'edit.annotation-added';
  return patchOf(code, scenes, withAnnotation(scene, annotation));
}

/** Undefined where there is no such annotation. A scene without any keeps no empty list. */
export function deleteAnnotation(scenes: readonly Scene[], id: string, annotation: string): Patch | undefined {
  const scene = scenes.find((candidate) => candidate.id === id);
  if (!scene?.annotations?.some((one) => one.id === annotation)) return undefined;
  const { annotations, ...rest } = scene;
  const left = annotations.filter((one) => one.id !== annotation);
  return patchOf('edit.annotation-deleted', scenes, left.length > 0 ? { ...rest, annotations: left } : rest);
}

/** Undefined takes the before and after away; no patch where there is no such scene, or nothing changes. */
export function setSwipe(scenes: readonly Scene[], id: string, swipe: SceneSwipe | undefined): Patch | undefined {
  const scene = scenes.find((candidate) => candidate.id === id);
  if (!scene || JSON.stringify(scene.swipe) === JSON.stringify(swipe)) return undefined;
  const { swipe: _, ...rest } = scene;
  return patchOf(swipe ? 'edit.swipe-set' : 'edit.swipe-removed', scenes, swipe ? { ...rest, swipe } : rest);
}

function patchOf(code: string, scenes: readonly Scene[], changed: Scene): Patch {
  return {
    label: { code, params: { title: changed.title } },
    operations: [{ op: 'scenes', scenes: scenes.map((scene) => (scene.id === changed.id ? changed : scene)) }],
  };
}
