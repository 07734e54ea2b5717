import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { document, newLayer, patchesArbitrary } from '../../test/fixtures/patch-samples.ts';
import { applyPatch, type Patch } from './patch.ts';

const label = { code: 'edit.sample', params: {} };
const feature = (id: string, name: string) => ({ id, geometry: null, properties: { name } });

describe('applyPatch', () => {
  it('gives an inverse that brings the document back, order of layers and of added features included', () => {
    fc.assert(
      fc.property(patchesArbitrary, (patches) => {
        let current = document();
        for (const patch of patches) {
          const { document: next, inverse } = applyPatch(current, patch);
          const back = applyPatch(next, inverse);
          expect(back.document).toEqual(current);
          expect(back.document.layers.map((layer) => [...layer.edits.keys()])).toEqual(
            current.layers.map((layer) => [...layer.edits.keys()]),
          );
          // The inverse of the inverse does the edit again.
          expect(applyPatch(back.document, back.inverse).document).toEqual(next);
          current = next;
        }
      }),
    );
  });

  it('puts attachments beside the other files that are carried, and takes them away again', () => {
    const carried = { files: { 'series/s1.csv': Uint8Array.of(1) }, layers: [] };
    const photo = { op: 'attachment', path: 'attachments/photos/a.jpg', bytes: Uint8Array.of(7, 8) } as const;
    const added = applyPatch({ ...document(), unread: carried }, { label, operations: [photo] });
    expect(Object.keys(added.document.unread?.files ?? {})).toEqual(['series/s1.csv', 'attachments/photos/a.jpg']);
    expect(applyPatch(added.document, added.inverse).document.unread).toEqual(carried);
    const first = applyPatch(document(), { label, operations: [photo] });
    expect(applyPatch(first.document, first.inverse).document).toEqual(document());
  });

  it('leaves the document it was given as it was, and shares every layer that it does not touch', () => {
    const before = document();
    const frozen = structuredClone(before);
    const patch: Patch = {
      label,
      operations: [{ op: 'feature', layer: 'a', id: 'P-001', feature: feature('P-001', 'east') }],
    };
    const { document: after } = applyPatch(before, patch);
    expect(before).toEqual(frozen);
    expect(after.layers[1]).toBe(before.layers[1]);
    expect(after.layers[0]?.base).toBe(before.layers[0]?.base);
    expect(after.layers[0]?.edits.get('P-001')?.properties.name).toBe('east');
  });

  it('adds a layer and a feature in it by one patch, and takes both back by one inverse', () => {
    const before = document();
    const patch: Patch = {
      label,
      operations: [
        { op: 'layer', id: 'patrol', index: 2, layer: newLayer('patrol') },
        { op: 'feature', layer: 'patrol', id: 'P-001', feature: feature('P-001', 'east') },
      ],
    };
    const { document: after, inverse } = applyPatch(before, patch);
    expect(after.layers.map((layer) => layer.id)).toEqual(['a', 'b', 'patrol']);
    expect(after.layers[2]?.edits.size).toBe(1);
    expect(applyPatch(after, inverse).document).toEqual(before);
  });

  it('names the layer that is missing, or there twice', () => {
    const missing: Patch = { label, operations: [{ op: 'feature', layer: 'z', id: '1', feature: null }] };
    expect(() => applyPatch(document(), missing)).toThrow('a patch names layer "z"');
    const twice: Patch = { label, operations: [{ op: 'layer', id: 'a', index: 0, layer: newLayer('a') }] };
    expect(() => applyPatch(document(), twice)).toThrow('a patch adds layer "a", which is already there');
    const gone: Patch = { label, operations: [{ op: 'layer', id: 'z', index: 0, layer: undefined }] };
    expect(() => applyPatch(document(), gone)).toThrow('a patch removes layer "z", which is not there');
  });
});
