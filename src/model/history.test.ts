import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { document, patchesArbitrary } from '../../test/fixtures/patch-samples.ts';
import { EMPTY_HISTORY, follow, type History, jump, patchesInForce, recordEdit, redo, undo } from './history.ts';
import { applyPatch, joinPatches } from './patch.ts';
import type { WorkspaceDocument } from './workspace.ts';

const time = '2026-11-24T08:00:00Z';

/** Every document on the way, from the one as opened to the one after the last patch. */
function recordAll(patches: Parameters<typeof recordEdit>[2][]) {
  let current = document();
  let history: History = EMPTY_HISTORY;
  const documents = [current];
  for (const patch of patches) {
    const step = recordEdit(current, history, patch, time);
    current = step.document;
    history = step.history;
    documents.push(current);
  }
  return { documents, history };
}

function requireAt(documents: readonly WorkspaceDocument[], index: number): WorkspaceDocument {
  const found = documents[index];
  if (!found) throw new Error(`no document at ${index}`);
  return found;
}

describe('history', () => {
  it('undoes to the beginning and redoes to the end, with the same document at every step', () => {
    fc.assert(
      fc.property(patchesArbitrary, (patches) => {
        const { documents, history: full } = recordAll(patches);
        let history = full;
        let current = documents.at(-1) ?? document();
        for (let index = documents.length - 2; index >= 0; index--) {
          const step = undo(current, history);
          expect(step?.document).toEqual(documents[index]);
          current = step?.document ?? current;
          history = step?.history ?? history;
        }
        expect(undo(current, history)).toBeUndefined();
        for (let index = 1; index < documents.length; index++) {
          const step = redo(current, history);
          expect(step?.document).toEqual(documents[index]);
          current = step?.document ?? current;
          history = step?.history ?? history;
        }
        expect(redo(current, history)).toBeUndefined();
        expect(history).toEqual(full);
      }),
    );
  });

  it('jumps anywhere, and tells the engine exactly what it applied', () => {
    fc.assert(
      fc.property(patchesArbitrary, fc.array(fc.nat(), { maxLength: 6 }), (patches, jumps) => {
        const { documents, history: full } = recordAll(patches);
        let history = full;
        let current = documents.at(-1) ?? document();
        for (const raw of jumps) {
          const pointer = raw % documents.length;
          const step = jump(current, history, pointer);
          expect(step.document).toEqual(documents[pointer]);
          expect(step.applied.reduce((before, patch) => applyPatch(before, patch).document, current)).toEqual(
            step.document,
          );
          current = step.document;
          history = step.history;
        }
      }),
    );
  });

  it('follows another tab from any point of a history to any point of one that shares its beginning', () => {
    fc.assert(
      fc.property(patchesArbitrary, fc.nat(), fc.nat(), fc.nat(), (patches, split, from, to) => {
        const { documents, history } = recordAll(patches);
        const common = split % documents.length;
        // The other tab went on from the common point by edits of its own.
        const own = { label: { code: 'edit.own', params: {} }, operations: [] };
        const start = { entries: history.entries.slice(0, common), pointer: common };
        const other = recordEdit(requireAt(documents, common), start, own, time);
        const pointer = from % documents.length;
        const there = to % (common + 2);
        const next = { ...other.history, pointer: there };
        const before = requireAt(documents, pointer);
        const step = follow(before, { ...history, pointer }, next);
        const expected = jump(other.document, other.history, there).document;
        expect(step.document).toEqual(expected);
        expect(step.history).toEqual(next);
        expect(step.applied.reduce((current, patch) => applyPatch(current, patch).document, before)).toEqual(expected);
        const joined = joinPatches(step.applied);
        expect(joined ? applyPatch(before, joined).document : before).toEqual(expected);
      }),
    );
  });

  it('recovers the document from the patches in force, after a structured clone', () => {
    fc.assert(
      fc.property(patchesArbitrary, fc.nat(), (patches, raw) => {
        const { documents, history } = recordAll(patches);
        const pointer = raw % documents.length;
        const kept = structuredClone({ ...history, pointer });
        const recovered = patchesInForce(kept).reduce(
          (before, patch) => applyPatch(before, patch).document,
          document(),
        );
        expect(recovered).toEqual(documents[pointer]);
      }),
    );
  });

  it('forgets what was undone when a new edit follows', () => {
    const named = (name: string) => ({ label: { code: 'edit.zone-created', params: { name } }, operations: [] });
    const two = recordAll([named('a'), named('b')]);
    const back = jump(document(), two.history, 1);
    const step = recordEdit(back.document, back.history, named('c'), time);
    expect(step.history.entries.map((entry) => entry.patch.label.params.name)).toEqual(['a', 'c']);
    expect(step.history.pointer).toBe(2);
  });

  it('refuses a pointer outside the history', () => {
    expect(() => jump(document(), EMPTY_HISTORY, 1)).toThrow('a history pointer of 1, expected 0 to 0');
  });
});
