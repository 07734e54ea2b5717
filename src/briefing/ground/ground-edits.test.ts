import { describe, expect, it } from 'vitest';
import type { Patch } from '../../model/patch.ts';
import type { Scene, SceneAnnotation } from '../../model/scene.ts';
import { deleteAnnotation, nextAnnotationId, putAnnotation, setSwipe } from './ground-edits.ts';

const camera = { center: [113.6, 34.7] as const, zoom: 12, bearing: 0, pitch: 0 };
const scene = (id: string): Scene => ({ id, title: `Title ${id}`, camera, layers: {}, rules: [] });
const scenes = [scene('scene-1'), scene('scene-2')];
const words: SceneAnnotation = { id: 'note-1', type: 'text', at: [113.6, 34.7], text: '示范段' };

function scenesAfter(patch: Patch | undefined): readonly Scene[] {
  const operation = patch?.operations[0];
  return operation?.op === 'scenes' ? operation.scenes : [];
}

describe('annotations of a scene', () => {
  it('are added, replaced by their id and deleted without a trace', () => {
    const added = putAnnotation(scenes, 'scene-2', words);
    expect(added?.label).toEqual({ code: 'edit.annotation-added', params: { title: 'Title scene-2' } });
    expect(scenesAfter(added)).toEqual([scenes[0], { ...scenes[1], annotations: [words] }]);

    const changed = putAnnotation(scenesAfter(added), 'scene-2', { ...words, text: '示范路' });
    expect(changed?.label.code).toBe('edit.annotation-changed');
    expect(scenesAfter(changed)[1]?.annotations).toEqual([{ ...words, text: '示范路' }]);

    expect(scenesAfter(deleteAnnotation(scenesAfter(changed), 'scene-2', 'note-1'))).toEqual(scenes);
  });

  it('give no patch where nothing changes', () => {
    const after = scenesAfter(putAnnotation(scenes, 'scene-1', words));
    expect(putAnnotation(after, 'scene-1', { ...words })).toBeUndefined();
    expect(putAnnotation(scenes, 'scene-9', words)).toBeUndefined();
    expect(deleteAnnotation(scenes, 'scene-1', 'note-1')).toBeUndefined();
  });

  it('are numbered one past the highest', () => {
    expect(nextAnnotationId({})).toBe('note-1');
    expect(nextAnnotationId({ annotations: [words, { ...words, id: 'note-7' }, { ...words, id: 'mine' }] })).toBe(
      'note-8',
    );
  });
});

describe('before and after', () => {
  it('is set, set again and taken away', () => {
    const month = setSwipe(scenes, 'scene-1', { left: 'month', month: '2026-10' });
    expect(month?.label.code).toBe('edit.swipe-set');
    expect(scenesAfter(month)[0]?.swipe).toEqual({ left: 'month', month: '2026-10' });
    expect(setSwipe(scenesAfter(month), 'scene-1', { left: 'month', month: '2026-10' })).toBeUndefined();
    const removed = setSwipe(scenesAfter(month), 'scene-1', undefined);
    expect(removed?.label.code).toBe('edit.swipe-removed');
    expect(scenesAfter(removed)).toEqual(scenes);
    expect(setSwipe(scenes, 'scene-1', undefined)).toBeUndefined();
  });
});
