import { afterEach, expect, it, vi } from 'vitest';
import { createServedSource } from './workspace-source.ts';

afterEach(() => vi.unstubAllGlobals());

const MANIFEST = {
  layers: [{ id: 'soil', file: './layers/soil.geojson' }, { id: 'gone', file: 'gone.geojson' }, null],
  snapshots: [{ file: 'snapshots/2026-10/findings.json' }],
  rulePack: 'rules.json',
  cases: [
    { finding: 'a', photos: ['after.jpg'], photosBefore: ['attachments/before.jpg'] },
    { finding: 'b', photosBefore: ['never-put-in.jpg', 7] },
    null,
  ],
};

it('fetches what workspace.json names and the photos of its cases; a photo that is not there is no fault', async () => {
  const there = new Map<string, string>([
    ['/ws/workspace.json', JSON.stringify(MANIFEST)],
    ...['layers/soil.geojson', 'snapshots/2026-10/findings.json', 'rules.json'].map((path): [string, string] => [
      `/ws/${path}`,
      path,
    ]),
    ['/ws/attachments/after.jpg', 'after'],
    ['/ws/attachments/before.jpg', 'before'],
  ]);
  vi.stubGlobal('document', { baseURI: 'http://office.test/' });
  vi.stubGlobal('location', { origin: 'http://office.test' });
  vi.stubGlobal('fetch', async ({ pathname }: URL) => {
    const body = there.get(pathname);
    return new Response(body ?? '', { status: body === undefined ? 404 : 200 });
  });
  const read = await createServedSource('ws').read(new AbortController().signal);
  const files = read.ok ? read.value : [];
  expect(files.map(({ path }) => path)).toEqual([
    'workspace.json',
    'layers/soil.geojson',
    'snapshots/2026-10/findings.json',
    'rules.json',
    'attachments/after.jpg',
    'attachments/before.jpg',
  ]);
  const text = (path: string) => new TextDecoder().decode(files.find((file) => file.path === path)?.bytes);
  expect([text('attachments/after.jpg'), text('attachments/before.jpg')]).toEqual(['after', 'before']);
  expect(read.ok && read.notes.map(({ at }) => at?.file ?? '')).toHaveLength(1);
});
