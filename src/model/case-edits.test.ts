import { expect, it } from 'vitest';
import { workspaceOf } from '../../test/support/workspace.ts';
import { assignPatch, photosPatch, reopenPatch, settlePatch, verifyPatch } from './case-edits.ts';
import { applyPatch, type Patch } from './patch.ts';
import type { WorkspaceDocument } from './workspace.ts';

const empty = workspaceOf([]);

it('goes the whole way of a case, and every step can be undone', () => {
  const steps: ((document: WorkspaceDocument) => Patch)[] = [
    (document) => assignPatch(document, [{ finding: 'a', deadline: '2026-11-30', assignedAt: '2026-11-23' }]),
    (document) => photosPatch(document, 'a', 'photosBefore', [{ name: 'cases/a-1.jpg', bytes: Uint8Array.of(1) }]),
    (document) =>
      settlePatch(
        document,
        [{ finding: 'a', settledAt: '2026-11-28', outcome: '已苫盖', photos: ['cases/a-2.jpg'] }],
        [{ name: 'cases/a-2.jpg', bytes: Uint8Array.of(2) }],
      ),
    (document) => verifyPatch(document, 'a', '2026-12-01'),
  ];
  let document = empty;
  for (const step of steps) {
    const { document: next, inverse } = applyPatch(document, step(document));
    expect(applyPatch(next, inverse).document).toEqual(document);
    document = next;
  }
  expect(document.cases).toEqual([
    {
      finding: 'a',
      status: 'verified',
      assignedAt: '2026-11-23',
      deadline: '2026-11-30',
      photosBefore: ['cases/a-1.jpg'],
      settledAt: '2026-11-28',
      outcome: '已苫盖',
      photos: ['cases/a-2.jpg'],
      verifiedAt: '2026-12-01',
    },
  ]);
  expect(Object.keys(document.unread!.files)).toEqual(['attachments/cases/a-1.jpg', 'attachments/cases/a-2.jpg']);
  expect(applyPatch(document, reopenPatch(document, 'a')).document.cases).toMatchObject([{ status: 'assigned' }]);
});
