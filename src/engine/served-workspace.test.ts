import { afterEach, expect, it, vi } from 'vitest';
import { createWorkspaceFetcher, fetchWorkspace } from './served-workspace.ts';

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

/** A server that has some files under `/ws/`; counts what it is asked for. */
function serve(files: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string, { signal }: { signal: AbortSignal }) => {
    signal.throwIfAborted();
    const { pathname } = new URL(address);
    asked.push(pathname);
    const body = files[decodeURIComponent(pathname.replace('/ws/', ''))];
    return new Response(body ?? '', {
      status: body === undefined ? 404 : 200,
      headers: { 'content-length': String(body?.length ?? 0) },
    });
  });
  return asked;
}

const FILES = {
  'workspace.json': JSON.stringify(MANIFEST),
  'layers/soil.geojson': 'soil',
  'snapshots/2026-10/findings.json': 'october',
  'rules.json': 'rules',
  'attachments/after.jpg': 'after',
  'attachments/before.jpg': 'before',
};
const never = () => new AbortController().signal;

it('fetches what workspace.json names and the photos of its cases, and leaves out what is not there', async () => {
  serve(FILES);
  const fetched = await fetchWorkspace('http://office.test/ws/', never());
  if (!fetched.ok) throw new Error(fetched.problem.code);
  const { files, bytes } = fetched.value;
  expect(files.paths()).toEqual(Object.keys(FILES));
  const texts = await Promise.all(files.paths().map(async (path) => new TextDecoder().decode(await files.read(path))));
  expect(texts).toEqual(Object.values(FILES));
  expect(bytes).toBe(Object.values(FILES).join('').length);
});

it('takes an archive as it is', async () => {
  const asked = serve({ '甲区.chentu': 'zip' });
  const fetched = await fetchWorkspace(`http://office.test/ws/${encodeURIComponent('甲区.chentu')}`, never());
  expect(fetched.ok && fetched.value.files.paths()).toEqual(['甲区.chentu']);
  expect(asked).toHaveLength(1);
});

it('says what could not be fetched, and that it was stopped', async () => {
  serve({});
  const missing = await fetchWorkspace('http://office.test/ws', never());
  expect(!missing.ok && missing.problem).toMatchObject({ code: 'app.fetch-failed', params: { reason: 'HTTP 404' } });
  const stopped = await fetchWorkspace('http://office.test/ws', AbortSignal.abort());
  expect(!stopped.ok && stopped.problem.code).toBe('engine.cancelled');
});

it('gives what was asked for ahead to the first who opens it, and gives up what nobody opens', async () => {
  const asked = serve(FILES);
  const fetcher = createWorkspaceFetcher();
  fetcher.begin('http://office.test/ws');
  expect((await fetcher.take('http://office.test/ws', never())).ok).toBe(true);
  const once = asked.length;
  expect((await fetcher.take('http://office.test/ws', never())).ok).toBe(true);
  expect(asked).toHaveLength(2 * once);
  fetcher.begin('http://office.test/ws');
  const other = await fetcher.take('http://office.test/other', never());
  expect(!other.ok && other.problem.code).toBe('app.fetch-failed');
  // Its workspace.json was asked for, and no more of it.
  expect(asked.filter((path) => path.startsWith('/ws/'))).toHaveLength(2 * once + 1);
});
