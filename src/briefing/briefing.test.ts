import { describe, expect, it } from 'vitest';
import { document } from '../../test/fixtures/patch-samples.ts';
import { applyPatch, type Patch } from '../model/patch.ts';
import type { Scene } from '../model/scene.ts';
import { captureScene } from './capture-scene.ts';
import { addScene, changeScene, deleteScene, duplicateScene, nextSceneId, retakeScene } from './scene-edits.ts';
import { moveScene } from './scene-order.ts';
import type { ShownView } from './shown-view.ts';

const view: ShownView = {
  camera: { center: [113.612345678, 34.7], zoom: 12.3456, bearing: -0.001, pitch: 0 },
  layers: { soil: 1, zones: 0.33333 },
  rules: ['zone-overlap'],
  finding: 'f1',
};
const scene = (number: number): Scene => ({ ...captureScene(view, [], `第${number}幅`), id: `scene-${number}` });
const three = [1, 2, 3].map(scene);

describe('scenes as patches', () => {
  const scenesAfter = (patch: Patch | undefined, scenes: readonly Scene[] = three) =>
    patch ? applyPatch({ ...document(), scenes }, patch).document.scenes : scenes;
  const ids = (scenes: readonly Scene[]) => scenes.map(({ id }) => id.replace('scene-', '')).join('');

  it('moves to the place in the list as it will be', () => {
    expect(ids(scenesAfter(moveScene(three, 'scene-1', 2)))).toBe('231');
    expect(ids(scenesAfter(moveScene(three, 'scene-3', 0)))).toBe('312');
    expect(moveScene(three, 'scene-3', 9)).toBeUndefined();
    expect(moveScene(three, 'none', 0)).toBeUndefined();
  });

  it('describes, retakes and deletes; undo brings everything back', () => {
    const described = scenesAfter(changeScene(three, 'scene-2', { title: '东区', caption: '三处裸土' }));
    expect(described[1]).toEqual({ ...three[1], title: '东区', caption: '三处裸土' });
    expect(changeScene(described, 'scene-2', { title: '东区' })).toBeUndefined();
    expect(scenesAfter(changeScene(described, 'scene-2', { caption: '' }), described)[1]).not.toHaveProperty('caption');
    const retaken = scenesAfter(retakeScene(described, 'scene-2', { ...scene(9), layers: { soil: 0.5 } }), described);
    expect(retaken[1]).toMatchObject({ id: 'scene-2', title: '东区', caption: '三处裸土', layers: { soil: 0.5 } });
    expect(ids(scenesAfter(deleteScene(three, 'scene-2')))).toBe('13');

    const before = { ...document(), scenes: three };
    const patch = deleteScene(three, 'scene-2');
    if (!patch) throw new Error('no patch');
    const { document: after, inverse } = applyPatch(before, patch);
    expect(applyPatch(after, inverse).document).toEqual(before);
  });

  it('keeps words, numbers and marks when a scene is taken anew, and nothing of what was shown', () => {
    const [first] = three as [Scene];
    const rich: Scene = {
      ...first,
      notes: '先说东区',
      group: '裸土',
      numbers: [],
      board: { type: 'months' },
      theme: 'dark',
      hotspots: { drawing: 'heat' },
      carried: { smell: 'dust' },
    };
    const shown = captureScene({ ...view, whatIf: { alert: 'red' } }, [], '');
    const [retaken] = scenesAfter(retakeScene([rich], rich.id, shown), [rich]);
    const { theme: _, hotspots: __, ...stays } = rich;
    expect(retaken).toEqual({ ...stays, whatIf: { alert: 'red' } });
  });

  it('copies a scene behind itself, and takes parts off', () => {
    const copied = scenesAfter(duplicateScene(three, 'scene-1', '第1幅（副本）'));
    expect(ids(copied)).toBe('1423');
    expect(copied[1]).toEqual({ ...three[0], id: 'scene-4', title: '第1幅（副本）' });
    expect(scenesAfter(changeScene(three, 'scene-1', { finding: undefined }))[0]).not.toHaveProperty('finding');
    expect(changeScene(three, 'scene-1', { title: '', notes: '', theme: undefined })).toBeUndefined();
    expect(duplicateScene(three, 'none', '')).toBeUndefined();
  });

  it('adds under the next free number, and rounds the camera', () => {
    const added = scenesAfter(
      addScene(three, captureScene({ ...view, camera: { ...view.camera, room: [1004.4, 700] } }, three, '新')),
    );
    expect(added[3]).toEqual({
      id: 'scene-4',
      title: '新',
      camera: { center: [113.6123457, 34.7], zoom: 12.35, bearing: 0, pitch: 0, room: [1004, 700] },
      layers: { soil: 1, zones: 0.333 },
      rules: ['zone-overlap'],
      finding: 'f1',
    });
    expect(nextSceneId([{ ...scene(1), id: 'overview' }])).toBe('scene-1');
  });
});
