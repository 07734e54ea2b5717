import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseByteRange } from './byte-range.ts';
import { type Listening, listen } from './listen.ts';
import { createRequestHandler } from './request-handler.ts';
import { createFolderFiles, createMemoryFiles } from './served-files.ts';

describe('byte ranges', () => {
  it.each([
    [undefined, 'whole'],
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=2-', { start: 2, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-30', { start: 0, end: 9 }],
    ['bytes=8-99', { start: 8, end: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-2', 'whole'],
    ['bytes=0-1,4-5', 'whole'],
    ['lines=0-1', 'whole'],
    ['bytes=-', 'whole'],
  ] as const)('%s of ten bytes is %j', (header, expected) => {
    expect(parseByteRange(header, 10)).toEqual(expected);
  });
});

describe('the server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chentu-serve-'));
  let server: Listening;

  beforeAll(async () => {
    mkdirSync(join(folder, 'app/assets'), { recursive: true });
    mkdirSync(join(folder, 'district/layers'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'app/index.html'), '<title>尘图</title>');
    writeFileSync(join(folder, 'app/assets/main-abcdefgh.js'), 'export {};');
    writeFileSync(join(folder, 'district/workspace.json'), '{}');
    writeFileSync(join(folder, 'district/.hidden'), 'hidden');
    writeFileSync(join(folder, 'district/layers/裸土 图斑.fgb'), '0123456789');
    writeFileSync(join(folder, 'district/empty.csv'), '');
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'district/link.txt'));
    const handler = createRequestHandler({
      app: createFolderFiles(join(folder, 'app')),
      workspace: createFolderFiles(join(folder, 'district')),
      loopbackOnly: true,
    });
    server = await listen(handler, '127.0.0.1', 0);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  /** Paths go out exactly as they stand here: fetch would tidy up `..`. */
  function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
    return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: server.port, path, headers, method }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(pieces).toString(),
          }),
        );
      });
      sent.on('error', reject);
      sent.end();
    });
  }

  it('serves the app with its types', async () => {
    const page = await get('/?workspace=/workspace/');
    expect([page.status, page.headers['content-type'], page.body]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<title>尘图</title>',
    ]);
    const script = await get('/assets/main-abcdefgh.js');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
  });

  it('serves parts of a workspace file', async () => {
    const path = `/workspace/layers/${encodeURIComponent('裸土 图斑.fgb')}`;
    const part = await get(path, { Range: 'bytes=2-4' });
    expect([part.status, part.body, part.headers['content-range'], part.headers['content-length']]).toEqual([
      206,
      '234',
      'bytes 2-4/10',
      '3',
    ]);
    expect((await get(path)).headers['accept-ranges']).toBe('bytes');
    const beyond = await get(path, { Range: 'bytes=10-' });
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */10']);
    const changed = await get(path, { Range: 'bytes=2-4', 'If-Range': '"other"' });
    expect([changed.status, changed.body]).toEqual([200, '0123456789']);
  });

  it('answers HEAD, 304 and an empty file', async () => {
    const head = await get('/workspace/workspace.json', {}, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body]).toEqual([200, '2', '']);
    const again = await get('/workspace/workspace.json', { 'If-None-Match': String(head.headers.etag) });
    expect(again.status).toBe(304);
    expect((await get('/workspace/empty.csv')).status).toBe(200);
  });

  it.each([
    '/../secret.txt',
    '/workspace/../secret.txt',
    '/workspace/../../secret.txt',
    '/workspace/%2e%2e/secret.txt',
    '/workspace/..%2fsecret.txt',
    '/workspace/..%5csecret.txt',
    '/workspace/layers/../../secret.txt',
    '/workspace//etc/passwd',
    '//etc/passwd',
    '/workspace/%00',
    '/workspace/.hidden',
    '/workspace/link.txt',
    '/workspace/layers',
    '/workspace/',
    '/C:/secret.txt',
  ])('finds nothing at %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.body).not.toContain('secret');
  });

  it('refuses other methods, broken escapes and foreign host names', async () => {
    expect((await get('/', {}, 'POST')).status).toBe(405);
    expect((await get('/%zz')).status).toBe(400);
    expect((await get('/', { Host: 'evil.example' })).status).toBe(403);
    expect((await get('/', { Host: `localhost:${server.port}` })).status).toBe(200);
  });

  it('takes the next port where one is taken', async () => {
    const second = await listen(() => {}, '127.0.0.1', server.port);
    expect(second.port).toBeGreaterThan(server.port);
    await second.close();
  });
});

it('files in memory have ranges, too', async () => {
  const files = createMemoryFiles(new Map([['a.txt', new TextEncoder().encode('hello')]]), 0);
  const file = await files.find('a.txt');
  const pieces = await file?.open(1, 3).toArray();
  expect(Buffer.concat(pieces ?? []).toString()).toBe('ell');
  expect(await files.find('../a.txt')).toBeUndefined();
});
