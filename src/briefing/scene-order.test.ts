import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { document } from '../../test/fixtures/patch-samples.ts';
import { applyPatch, type Patch } from '../model/patch.ts';
import type { Scene } from '../model/scene.ts';
import {
  editScene,
  moveScene,
  putIntoGroup,
  renameSection,
  sectionsOf,
  stepScene,
  stepSection,
} from './scene-order.ts';

/** `a:1 a:2 3` are two scenes in group a and one that stands for itself. */
function parse(text: string): Scene[] {
  return text.split(' ').map((word) => {
    const [id, group] = word.split(':').reverse() as [string, string | undefined];
    const camera = { center: [0, 0] as const, zoom: 1, bearing: 0, pitch: 0 };
    return { id, title: id, camera, layers: {}, rules: [], ...(group ? { group } : {}) };
  });
}
const write = (scenes: readonly Scene[]) => scenes.map(({ id, group }) => (group ? `${group}:${id}` : id)).join(' ');
const listAfter = (scenes: readonly Scene[], patch: Patch | undefined) =>
  patch ? write(applyPatch({ ...document(), scenes }, patch).document.scenes) : 'nothing changes';

describe('groups of scenes', () => {
  it('are scenes in a row', () => {
    const sections = sectionsOf(parse('1 a:2 a:3 4 a:5'));
    expect(sections.map(({ group, start, scenes }) => [group, start, scenes.length])).toEqual([
      [undefined, 0, 1],
      ['a', 1, 2],
      [undefined, 3, 1],
      ['a', 4, 1],
    ]);
  });

  it('are entered and left step by step, without a change of place at the border', () => {
    const scenes = parse('1 a:2 a:3 4');
    expect(listAfter(scenes, stepScene(scenes, '2', 1))).toBe('1 a:3 a:2 4');
    expect(listAfter(scenes, stepScene(scenes, '2', -1))).toBe('1 2 a:3 4');
    expect(listAfter(scenes, stepScene(scenes, '4', -1))).toBe('1 a:2 a:3 a:4');
    expect(listAfter(scenes, stepScene(scenes, '1', -1))).toBe('nothing changes');
    expect(listAfter(parse('a:1 a:2'), stepScene(parse('a:1 a:2'), '2', 1))).toBe('a:1 2');
  });

  it('take in what is dropped between their scenes', () => {
    const scenes = parse('1 a:2 a:3 b:4');
    expect(listAfter(scenes, moveScene(scenes, '1', 2))).toBe('a:2 a:3 a:1 b:4');
    expect(listAfter(scenes, moveScene(scenes, '3', 3))).toBe('1 a:2 b:4 b:3');
  });

  it('are made behind the one that a scene leaves, and take others at their end', () => {
    const scenes = parse('1 a:2 a:3 a:4 b:5');
    expect(listAfter(scenes, putIntoGroup(scenes, '1', 'b'))).toBe('a:2 a:3 a:4 b:5 b:1');
    expect(listAfter(scenes, putIntoGroup(scenes, '5', 'a'))).toBe('1 a:2 a:3 a:4 a:5');
    expect(listAfter(scenes, putIntoGroup(scenes, '3', 'c'))).toBe('1 a:2 a:4 c:3 b:5');
    expect(listAfter(scenes, putIntoGroup(scenes, '1', 'c'))).toBe('c:1 a:2 a:3 a:4 b:5');
    expect(listAfter(scenes, putIntoGroup(scenes, '2', undefined))).toBe('1 a:3 a:4 2 b:5');
    expect(listAfter(scenes, putIntoGroup(scenes, '2', 'a'))).toBe('nothing changes');
  });

  it('are named, dissolved and moved as a whole', () => {
    const scenes = parse('1 a:2 a:3 b:4');
    const [first, a, b] = sectionsOf(scenes) as [
      never,
      ReturnType<typeof sectionsOf>[0],
      ReturnType<typeof sectionsOf>[0],
    ];
    expect(listAfter(scenes, renameSection(scenes, a, ' 裸土 '))).toBe('1 裸土:2 裸土:3 b:4');
    expect(listAfter(scenes, renameSection(scenes, a, ''))).toBe('1 2 3 b:4');
    expect(listAfter(scenes, renameSection(scenes, first, 'c'))).toBe('nothing changes');
    expect(listAfter(scenes, stepSection(scenes, b, -1))).toBe('1 b:4 a:2 a:3');
    expect(listAfter(scenes, stepSection(scenes, b, 1))).toBe('nothing changes');
  });

  it('change with the words of a scene in one edit', () => {
    const scenes = parse('1 a:2 a:3');
    const patch = editScene(scenes, '1', { title: '一', notes: '先说', group: 'a' })!;
    expect(patch.label).toEqual({ code: 'edit.scene-described', params: { title: '一' } });
    expect(listAfter(scenes, patch)).toBe('a:2 a:3 a:1');
    const { document: changed, inverse } = applyPatch({ ...document(), scenes }, patch);
    expect(changed.scenes[2]).toMatchObject({ title: '一', notes: '先说' });
    expect(applyPatch(changed, inverse).document.scenes).toEqual(scenes);
    expect(editScene(scenes, '2', { title: '2', group: 'a' })).toBeUndefined();
  });

  it('never lose or double a scene, whatever is moved', () => {
    const scene = fc.tuple(fc.constantFrom(undefined, 'a', 'b'), fc.nat());
    fc.assert(
      fc.property(
        fc.array(scene, { minLength: 1, maxLength: 8 }),
        fc.nat(7),
        fc.integer({ min: -2, max: 9 }),
        (list, at, to) => {
          const scenes = list.map(([group], index) => parse(group ? `${group}:${index}` : String(index))[0]!);
          const id = String(at % scenes.length);
          const patches = [
            moveScene(scenes, id, to),
            stepScene(scenes, id, to > 3 ? 1 : -1),
            putIntoGroup(scenes, id, to > 5 ? 'a' : to > 2 ? 'c' : undefined),
            stepSection(scenes, sectionsOf(scenes)[0]!, 1),
          ];
          const all = scenes.map((one) => one.id).sort();
          for (const patch of patches) {
            const moved = patch ? applyPatch({ ...document(), scenes }, patch).document.scenes : scenes;
            expect(moved.map((one) => one.id).sort()).toEqual(all);
          }
        },
      ),
    );
  });
});
