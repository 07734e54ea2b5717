import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createToyMeasures, type ToyTable, toyCommon, toyRanges } from '../../test/support/toy-measures.ts';
import { createInlineSpread } from '../core/spread.ts';
import { createMeasurePool, type MeasurePool } from '../engine/measure-pool.ts';
import { openHelperThread } from './helper-thread-port.ts';

const folder = mkdtempSync(join(tmpdir(), 'chentu-threads-'));
const entry = pathToFileURL(join(folder, 'toy-thread.js'));
// Threads cannot read TypeScript on every Node that is supported.
beforeAll(() =>
  build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      rolldownOptions: { input: 'test/support/toy-thread.ts', output: { entryFileNames: '[name].js' } },
    },
  }),
);
afterAll(() => rmSync(folder, { recursive: true }));

const measures = createToyMeasures();
const common = toyCommon();
const expected = createInlineSpread<ToyTable>(measures)('runningSums', common, toyRanges(200), {});

let pool: MeasurePool<ToyTable> | undefined;
afterEach(() => pool?.close());

/** A pool whose own thread waits until a first thread has answered or is gone, so that threads do get work. */
function openPool(size: number, at: URL = entry) {
  const crashes: string[] = [];
  const openThread = openHelperThread(at);
  let goOn: () => void = () => {};
  const heard = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  pool = createMeasurePool<ToyTable>(measures, {
    size,
    openPort: ({ onMessage, onCrash }) =>
      openThread({
        onMessage(message) {
          onMessage(message);
          if (message.type !== 'ready') goOn();
        },
        onCrash(reason) {
          crashes.push(reason);
          onCrash(reason);
          goOn();
        },
      }),
    turn: () => heard.then(() => new Promise((resolve) => setImmediate(resolve))),
  });
  return { spread: pool.spread, crashes };
}

describe('worker threads', () => {
  it.each([1, 2, 3, 7])('%i of them give the same bytes', async (size) => {
    const { spread, crashes } = openPool(size);
    expect(await spread('runningSums', common, toyRanges(200), {})).toEqual(await expected);
    expect(crashes).toEqual([]);
  });

  it('one that exits in the middle of a range is done without', async () => {
    const { spread, crashes } = openPool(2);
    expect(await spread('runningSums', common, toyRanges(200, { 0: 'exit' }), {})).toEqual(await expected);
    expect(crashes).toEqual(['exit code 3']);
  });

  it('one that never comes to an end is ended by an abort, and others serve the next call', async () => {
    const { spread } = openPool(2);
    const controller = new AbortController();
    const call = spread('runningSums', common, toyRanges(200, { 1: 'spin' }), {
      signal: controller.signal,
      onProgress: ({ done }) => {
        // All but the endless one and the one that waits behind it.
        if (done === 198) controller.abort(new Error('enough'));
      },
    });
    await expect(call).rejects.toThrow('enough');
    expect(await spread('runningSums', common, toyRanges(200), {})).toEqual(await expected);
  });

  it('one whose measure throws says why', async () => {
    const { spread } = openPool(2);
    await expect(spread('product', common, toyRanges(9, { 0: 'throw' }), {})).rejects.toThrow('struck');
  });

  it('are done without where their entry is not there', async () => {
    const { spread, crashes } = openPool(3, pathToFileURL(join(folder, 'missing.js')));
    expect(await spread('runningSums', common, toyRanges(200), {})).toEqual(await expected);
    expect(crashes[0]).toContain('missing.js');
  });
});
