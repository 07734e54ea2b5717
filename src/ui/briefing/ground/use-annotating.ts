/**
 * Editing the annotations of the scene on the map. What a pointer does is staged in the scene that is shown and
 * becomes one edit when it is done; the document never sees what is under way.
 *
 *   idle ──start──▶ placing ──finish──▶ idle, in hand
 *     ▲                └── Escape, cancel ──▶ idle
 */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AnnotationType } from '../../../briefing/ground/annotation-handles.ts';
import {
  deleteAnnotation,
  nextAnnotationId,
  putAnnotation,
  withAnnotation,
} from '../../../briefing/ground/ground-edits.ts';
import type { Scene, SceneAnnotation } from '../../../model/scene.ts';
import { useApp, useView } from '../../app-context.tsx';
import { useGrabbing } from './use-grabbing.ts';
import { type Like, type PlacingEvents, usePlacing } from './use-placing.ts';

export interface Annotating {
  /** What is being drawn, and whether its first place stands. */
  readonly placing: { readonly like: Like; readonly hasFirst: boolean } | undefined;
  readonly inHand: string | undefined;
  /** A new one, or an old one at another place. */
  start(type: AnnotationType, again?: SceneAnnotation): void;
  cancel(): void;
  choose(id: string | undefined): void;
  put(annotation: SceneAnnotation): void;
  remove(id: string): void;
}

export function useAnnotating(scene: Scene): Annotating {
  const { view, workspace, commands } = useApp();
  const map = useView((state) => state.map);
  const inHand = useView((state) => state.annotationInHand);
  const hasTool = useView((state) => state.pointerTool === 'annotate');
  const isWall = useView((state) => state.presenting);
  const [asked, setAsked] = useState<{ readonly like: Like; readonly hasFirst: boolean }>();
  // Escape and other tools take it out of the hand.
  if (asked && !hasTool) setAsked(undefined);
  const like = hasTool ? asked?.like : undefined;

  const sceneNow = useCallback(
    () => workspace.getState().document?.scenes.find(({ id }) => id === scene.id),
    [workspace, scene.id],
  );
  const stage = useCallback(
    (annotation: SceneAnnotation | undefined) => {
      // Another scene was put on the map meanwhile: it stays.
      if (view.getState().sceneOnMap?.id !== scene.id) return;
      const now = sceneNow();
      view.setState({ sceneOnMap: now && annotation ? withAnnotation(now, annotation) : now });
    },
    [view, scene.id, sceneNow],
  );
  const choose = useCallback((id: string | undefined) => view.setState({ annotationInHand: id }), [view]);
  const put = useCallback(
    (annotation: SceneAnnotation) => {
      const patch = putAnnotation(workspace.getState().document?.scenes ?? [], scene.id, annotation);
      if (patch) commands.edit(patch);
      // An edit that was refused leaves nothing staged behind.
      stage(undefined);
    },
    [workspace, commands, scene.id, stage],
  );

  const placing = useMemo<PlacingEvents>(
    () => ({
      begin: () => setAsked((before) => before && { ...before, hasFirst: true }),
      stage,
      finish(annotation) {
        view.setState({ pointerTool: undefined });
        put(annotation);
        choose(annotation.id);
      },
    }),
    [view, stage, put, choose],
  );
  usePlacing(map, like, placing);
  useGrabbing(map, !like && !isWall, {
    annotations: scene.annotations ?? [],
    inHand,
    take(id) {
      view.setState({ pointerTool: 'annotate' });
      choose(id);
    },
    stage,
    letGo(annotation) {
      if (annotation) put(annotation);
      else stage(undefined);
      // The click that ends the press is still to come, and selects nothing.
      setTimeout(() => view.setState({ pointerTool: undefined }));
    },
  });

  // What was under way is dropped with the tool, another scene or the panel.
  useEffect(() => {
    if (!like) return undefined;
    return () => stage(undefined);
  }, [like, stage]);
  useEffect(
    () => () => {
      if (view.getState().pointerTool === 'annotate') view.setState({ pointerTool: undefined });
      choose(undefined);
    },
    [view, choose],
  );

  return {
    placing: like && asked,
    inHand,
    start(type, again) {
      const { text } = again ?? {};
      view.setState({ pointerTool: 'annotate' });
      setAsked({
        like: { id: again?.id ?? nextAnnotationId(scene), type, ...(text === undefined ? {} : { text }) },
        hasFirst: false,
      });
    },
    cancel: () => view.setState({ pointerTool: undefined }),
    choose,
    put,
    remove(id) {
      const patch = deleteAnnotation(workspace.getState().document?.scenes ?? [], scene.id, id);
      if (patch) commands.edit(patch);
      if (inHand === id) choose(undefined);
    },
  };
}
