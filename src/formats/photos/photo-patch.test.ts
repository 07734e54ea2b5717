import { describe, expect, it } from 'vitest';
import { workspaceOf } from '../../../test/support/workspace.ts';
import { effectiveBatch } from '../../model/effective-batch.ts';
import { textAt } from '../../model/feature-batch.ts';
import { applyPatch } from '../../model/patch.ts';
import { PHOTO_LAYER } from '../../model/photo-column.ts';
import { parseRulePack } from '../../rules/parse-rule-pack.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import { saveWorkspace } from '../workspace/save-workspace.ts';
import { filesInMemory } from '../workspace/workspace-files.ts';
import { buildPhotoPatch, type PlacedPhoto } from './photo-patch.ts';

const photo = (name: string, longitude: number, more: Partial<PlacedPhoto> = {}): PlacedPhoto => ({
  name,
  facts: { longitude, latitude: 34.7, time: '2026-11-20T14:03:27+08:00' },
  thumbnail: Uint8Array.of(1, 2, 3),
  ...more,
});
const empty = workspaceOf([]);
const idsOf = (document: typeof empty) => effectiveBatch(document.layers.find(({ id }) => id === PHOTO_LAYER)!).ids;

describe('photos as hotspots', () => {
  it('makes a layer with thumbnails, and the inverse takes all of it back', () => {
    const { patch, added } = buildPhotoPatch(
      empty,
      [photo('DJI_0001.JPG', 113.6), photo('DJI_0001.JPG', 113.7)],
      '照片',
    );
    const { document, inverse } = applyPatch(empty, patch!);
    expect(added).toBe(2);
    expect(idsOf(document)).toEqual(['DJI_0001', 'DJI_0001#2']);
    expect(Object.keys(document.unread!.files)).toEqual([
      'attachments/photos/DJI_0001.jpg',
      'attachments/photos/DJI_0001#2.jpg',
    ]);
    const [layer] = document.layers;
    expect(layer).toMatchObject({ kind: 'hotspot', title: '照片' });
    expect(['source', 'time', 'photo', 'value'].map((field) => textAt(layer!.base, field, 1))).toEqual([
      'drone',
      '2026-11-20T14:03:27+08:00',
      'attachments/photos/DJI_0001#2.jpg',
      undefined,
    ]);
    expect(applyPatch(document, inverse).document).toEqual(empty);
  });

  it('adds to the layer that is there, without the photos that it has', () => {
    const first = applyPatch(empty, buildPhotoPatch(empty, [photo('a.jpg', 113.6)], '照片').patch!).document;
    const again = buildPhotoPatch(
      first,
      [photo('a.jpg', 113.6), photo('a.jpg', 113.61), photo('b.heic', 113.6, { thumbnail: undefined })],
      '照片',
    );
    expect([again.added, again.known]).toEqual([2, ['a.jpg']]);
    const second = applyPatch(first, again.patch!).document;
    expect(idsOf(second)).toEqual(['a', 'a#2', 'b']);
    expect(Object.keys(second.unread!.files)).toHaveLength(2);
    expect(buildPhotoPatch(second, [photo('a.jpg', 113.6)], '照片')).toEqual({
      patch: undefined,
      added: 0,
      known: ['a.jpg'],
    });
  });

  it('comes back from a saved workspace with the same thumbnails', async () => {
    const { document } = applyPatch(empty, buildPhotoPatch(empty, [photo('航拍 1.jpg', 113.6)], '照片').patch!);
    const saved = await saveWorkspace(document);
    if (!saved.ok) throw new Error(saved.problem.code);
    const opened = await openWorkspace(filesInMemory(saved.value), parseRulePack, {});
    if (!opened.ok) throw new Error(opened.problem.code);
    const [layer] = opened.value.document.layers;
    const path = textAt(layer!.base, 'photo', 0)!;
    expect(path).toBe('attachments/photos/航拍_1.jpg');
    expect([...opened.value.document.unread!.files[path]!]).toEqual([1, 2, 3]);
    expect(textAt(layer!.base, 'time', 0)).toBe('2026-11-20T14:03:27+08:00');
  });
});
