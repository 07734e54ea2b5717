import { describe, expect, it } from 'vitest';
import {
  createToyMeasures,
  type ToyRange,
  type ToyTable,
  toyCommon,
  toyRanges,
} from '../../test/support/toy-measures.ts';
import { createInlineSpread } from '../core/spread.ts';
import { createHelperRunner } from './helper-runner.ts';
import { createMeasurePool, defaultPoolSize } from './measure-pool.ts';
import type { HelperListeners, OpenHelperPort, ToHelper } from './pool-protocol.ts';

/**
 * What a helper of a test does: `works`; `silent` never says that it is ready; `stuck` is ready and
 * answers nothing; `unstartable` crashes before it is ready; `dies` crashes at its second range.
 */
type Conduct = 'works' | 'silent' | 'stuck' | 'unstartable' | 'dies';

/**
 * Helpers on this very thread. Messages are cloned and buffers moved as a worker does, and arrive
 * before any timer: ready helpers take every range, and the pool's own thread does what they lose.
 */
function createFakeHelpers(...conducts: Conduct[]) {
  const measures = createToyMeasures(() => {
    throw new Error('struck');
  });
  const sent: ToHelper[] = [];
  const answers: Float64Array[] = [];
  let opened = 0;
  let terminated = 0;
  const open: OpenHelperPort = ({ onMessage, onCrash }: HelperListeners) => {
    const conduct = conducts[opened] ?? 'works';
    opened += 1;
    let isOpen = true;
    let runs = 0;
    const later = (act: () => void) => void Promise.resolve().then(() => isOpen && act());
    if (conduct === 'unstartable') later(() => onCrash('refused'));
    const runner = createHelperRunner(measures, (message, transfer) => {
      if (message.type === 'done' && 'sums' in message.output) answers.push(message.output.sums as Float64Array);
      const copy = structuredClone(message, { transfer });
      if (message.type !== 'ready' || conduct === 'works' || conduct === 'stuck' || conduct === 'dies')
        later(() => onMessage(copy));
    });
    return {
      post(message, transfer) {
        const copy = structuredClone(message, { transfer });
        sent.push(message);
        if (message.type === 'run') runs += 1;
        if (conduct === 'dies' && runs === 2) later(() => onCrash('out of memory'));
        else if (conduct !== 'stuck' || message.type !== 'run') later(() => runner.receive(copy));
      },
      terminate() {
        isOpen = false;
        terminated += 1;
      },
    };
  };
  const ofType = <T extends ToHelper['type']>(type: T) =>
    sent.filter((message): message is Extract<ToHelper, { type: T }> => message.type === type);
  return { open, ofType, answers, opened: () => opened, terminated: () => terminated };
}

const measures = createToyMeasures();
const poolOf = (size: number, helpers = createFakeHelpers()) =>
  createMeasurePool<ToyTable>(measures, { size, openPort: helpers.open });
const expected = (count: number) =>
  createInlineSpread<ToyTable>(measures)('runningSums', toyCommon(), toyRanges(count), {});
const nextTask = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('pool', () => {
  it.each([1, 2, 3, 7])('of %i gives the same bytes in the same order, and counts the ranges', async (size) => {
    const helpers = createFakeHelpers();
    const counted: string[] = [];
    const outputs = await poolOf(size, helpers).spread('runningSums', toyCommon(), toyRanges(30), {
      onProgress: ({ stage, done, total }) => counted.push(`${stage} ${done}/${total}`),
    });
    expect(outputs).toEqual(await expected(30));
    expect(counted).toEqual(Array.from({ length: 30 }, (_, i) => `measure ${i + 1}/30`));
    expect(helpers.opened()).toBe(size - 1);
  });

  it.each<[number, ...Conduct[]]>([[1], [3], [3, 'dies', 'works'], [4, 'dies', 'dies', 'silent']])(
    'of %i hands outputs out in the order of their ranges, once each, whoever is lost (%s, %s, %s)',
    async (size, ...conducts) => {
      const taken: [index: number, sums: Float64Array][] = [];
      const ranges = {
        ...toyRanges(30),
        take: ({ sums }: ToyTable['runningSums']['output'], index: number) => void taken.push([index, sums]),
      };
      const pool = poolOf(size, createFakeHelpers(...conducts));
      expect(await pool.spread('runningSums', toyCommon(), ranges, {})).toEqual([]);
      expect(taken).toEqual((await expected(30)).map(({ sums }, index) => [index, sums]));
    },
  );

  it('starts no helper for a single range, and none for no range', async () => {
    const helpers = createFakeHelpers();
    const pool = poolOf(4, helpers);
    expect(await pool.spread('runningSums', toyCommon(), toyRanges(1), {})).toEqual(await expected(1));
    expect(await pool.spread('runningSums', toyCommon(), toyRanges(0), {})).toEqual([]);
    expect(helpers.opened()).toBe(0);
  });

  it('starts its helpers once where ranges are announced', async () => {
    const helpers = createFakeHelpers();
    const pool = poolOf(3, helpers);
    pool.prepare();
    pool.prepare();
    expect(helpers.opened()).toBe(2);
    expect(await pool.spread('runningSums', toyCommon(), toyRanges(9), {})).toEqual(await expected(9));
    expect(helpers.opened()).toBe(2);
  });

  it('leaves this thread a range where there is one for each', async () => {
    const helpers = createFakeHelpers('stuck', 'stuck');
    const pool = poolOf(3, helpers);
    pool.prepare();
    await nextTask();
    const controller = new AbortController();
    const made: number[] = [];
    const { count, make } = toyRanges(3);
    const makeAndNote = (index: number) => {
      made.push(index);
      return make(index);
    };
    const call = pool.spread('runningSums', toyCommon(), { count, make: makeAndNote }, { signal: controller.signal });
    await nextTask();
    // Both helpers have one in hand and answer nothing; the third was measured here.
    expect(helpers.ofType('run')).toHaveLength(2);
    expect(made).toEqual([0, 1, 2]);
    controller.abort();
    await expect(call).rejects.toThrow();
  });

  it('does itself what a helper has but does not answer, being busy with something else', async () => {
    const helpers = createFakeHelpers('stuck', 'works');
    const pool = poolOf(3, helpers);
    pool.prepare();
    await nextTask();
    const counted: number[] = [];
    const onProgress = ({ done }: { done: number }) => void counted.push(done);
    expect(await pool.spread('runningSums', toyCommon(), toyRanges(30), { onProgress })).toEqual(await expected(30));
    expect(counted).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(helpers.terminated()).toBe(0);
  });

  it('has helpers begin while this thread is at something else, and works along once it is its turn', async () => {
    for (const conduct of ['works', 'silent'] as const) {
      const helpers = createFakeHelpers(conduct);
      const pool = poolOf(2, helpers);
      let come: () => void = () => {};
      const hereAfter = new Promise<void>((resolve) => {
        come = resolve;
      });
      let done = 0;
      const task = {
        onProgress(progress: { done: number }) {
          done = progress.done;
        },
      };
      const call = pool.spread('runningSums', toyCommon(), { ...toyRanges(30), hereAfter }, task);
      await nextTask();
      expect(done).toBe(conduct === 'works' ? 30 : 0);
      come();
      expect(await call).toEqual(await expected(30));
    }
  });

  it('moves the buffers of ranges to the helper and those of answers back: both senders lose them', async () => {
    const helpers = createFakeHelpers();
    await poolOf(2, helpers).spread('runningSums', toyCommon(), toyRanges(6), {});
    const ranges = helpers.ofType('run').map((message) => message.range as ToyRange);
    expect(ranges.map(({ numbers }) => numbers.buffer.byteLength)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(helpers.answers.map((sums) => sums.buffer.byteLength)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('sends common data once to each helper, copied, whichever jobs read it', async () => {
    const helpers = createFakeHelpers();
    const pool = poolOf(3, helpers);
    const common = toyCommon();
    await pool.spread('runningSums', common, toyRanges(9), {});
    await pool.spread('product', common, toyRanges(9), {});
    expect(helpers.ofType('keep')).toHaveLength(2);
    expect(common).toEqual(toyCommon());
  });

  it('has helpers forget the common data that was unused longest, and sends it again when it is asked for', async () => {
    const helpers = createFakeHelpers();
    const pool = poolOf(2, helpers);
    const commons = Array.from({ length: 9 }, toyCommon);
    for (const common of [...commons.slice(0, 8), commons[0]!, commons[8]!, commons[1]!]) {
      expect(await pool.spread('runningSums', common, toyRanges(3), {})).toEqual(await expected(3));
    }
    expect(helpers.ofType('keep').map(({ key }) => key)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 2]);
    expect(helpers.ofType('forget').map(({ key }) => key)).toEqual([2, 3]);
  });

  it('serves calls side by side', async () => {
    const pool = poolOf(3);
    const calls = [30, 5, 17].map((count) => pool.spread('runningSums', toyCommon(), toyRanges(count), {}));
    expect(await Promise.all(calls)).toEqual([await expected(30), await expected(5), await expected(17)]);
  });

  it('does again what a helper took along when it crashed, and starts another for the next call', async () => {
    const helpers = createFakeHelpers('dies', 'works');
    const pool = poolOf(3, helpers);
    expect(await pool.spread('runningSums', toyCommon(), toyRanges(30), {})).toEqual(await expected(30));
    expect([helpers.opened(), helpers.terminated()]).toEqual([2, 1]);
    await pool.spread('runningSums', toyCommon(), toyRanges(30), {});
    expect(helpers.opened()).toBe(3);
  });

  it('does everything itself when all helpers are gone', async () => {
    const helpers = createFakeHelpers('dies', 'dies');
    expect(await poolOf(3, helpers).spread('runningSums', toyCommon(), toyRanges(30), {})).toEqual(await expected(30));
  });

  it('does everything itself where helpers cannot be started, and does not try again', async () => {
    const helpers = createFakeHelpers('unstartable');
    const pool = poolOf(2, helpers);
    for (let i = 0; i < 2; i++) {
      expect(await pool.spread('runningSums', toyCommon(), toyRanges(4), {})).toEqual(await expected(4));
    }
    expect(helpers.opened()).toBe(1);
    let tried = 0;
    const without = createMeasurePool<ToyTable>(measures, {
      size: 2,
      openPort: () => {
        tried += 1;
        throw new ReferenceError('Worker is not defined');
      },
    });
    for (let i = 0; i < 2; i++) {
      expect(await without.spread('runningSums', toyCommon(), toyRanges(4), {})).toEqual(await expected(4));
    }
    expect(tried).toBe(1);
  });

  it('does not wait for a helper that never gets ready', async () => {
    const pool = poolOf(2, createFakeHelpers('silent'));
    expect(await pool.spread('runningSums', toyCommon(), toyRanges(4), {})).toEqual(await expected(4));
  });

  it('rejects at once on abort in the middle of a range, ends who is at work, and is usable after it', async () => {
    const helpers = createFakeHelpers('stuck', 'works');
    const pool = poolOf(3, helpers);
    const controller = new AbortController();
    let done = 0;
    const call = pool.spread('runningSums', toyCommon(), toyRanges(30), {
      signal: controller.signal,
      onProgress: (progress) => {
        done = progress.done;
      },
    });
    await nextTask();
    // The stuck helper has two ranges, all others are done.
    expect(done).toBe(28);
    controller.abort(new Error('a newer edit'));
    await expect(call).rejects.toThrow('a newer edit');
    expect(helpers.terminated()).toBe(1);
    expect(await pool.spread('runningSums', toyCommon(), toyRanges(30), {})).toEqual(await expected(30));
    expect(helpers.opened()).toBe(3);
  });

  it('stops between its own ranges on abort, with no word of progress after it', async () => {
    const controller = new AbortController();
    const counted: number[] = [];
    const call = poolOf(1).spread('runningSums', toyCommon(), toyRanges(9), {
      signal: controller.signal,
      onProgress: ({ done }) => {
        counted.push(done);
        if (done === 3) controller.abort(new Error('enough'));
      },
    });
    await expect(call).rejects.toThrow('enough');
    await nextTask();
    expect(counted).toEqual([1, 2, 3]);
  });

  it('starts nothing for what was aborted before', async () => {
    const helpers = createFakeHelpers();
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(poolOf(2, helpers).spread('product', toyCommon(), toyRanges(4), { signal })).rejects.toThrow(
      'too late',
    );
    expect(helpers.opened()).toBe(0);
  });

  it('rejects with the words of a measure that throws, without trying elsewhere', async () => {
    const helpers = createFakeHelpers();
    const pool = poolOf(2, helpers);
    await expect(pool.spread('product', toyCommon(), toyRanges(9, { 4: 'throw' }), {})).rejects.toThrow('struck');
    expect(helpers.ofType('run').filter(({ range }) => (range as ToyRange).fate)).toHaveLength(1);
    expect(await pool.spread('runningSums', toyCommon(), toyRanges(4), {})).toEqual(await expected(4));
  });

  it('keeps what a measure throws until the turn of this thread', async () => {
    const pool = poolOf(2);
    let come: () => void = () => {};
    const hereAfter = new Promise<void>((resolve) => {
      come = resolve;
    });
    const call = pool.spread('product', toyCommon(), { ...toyRanges(9, { 1: 'throw' }), hereAfter }, {});
    // Meanwhile nobody listens: that must not count as a rejection that nobody handles.
    await nextTask();
    come();
    await expect(call).rejects.toThrow('struck');
  });

  it.each([
    ['cannot be cloned', () => ({ numbers: Float64Array.of(1), oops: () => 1 }), 'could not be cloned'],
    [
      'holds a part of a larger array',
      () => ({ numbers: new Float64Array(9).subarray(2, 4) }),
      'an array of 16 bytes in a buffer of 72',
    ],
  ])('rejects where a range %s', async (_, make, reason) => {
    await expect(poolOf(2).spread('product', toyCommon(), { count: 4, make }, {})).rejects.toThrow(reason);
  });

  it('rejects calls under way and later ones once it is closed', async () => {
    const helpers = createFakeHelpers('stuck');
    const pool = poolOf(2, helpers);
    const call = pool.spread('product', toyCommon(), toyRanges(9), {});
    await nextTask();
    pool.close();
    await expect(call).rejects.toThrow('the pool is closed');
    await expect(pool.spread('product', toyCommon(), toyRanges(9), {})).rejects.toThrow('the pool is closed');
    expect([helpers.opened(), helpers.terminated()]).toEqual([1, 1]);
  });
});

it.each([
  [undefined, 1],
  [0, 1],
  [2, 2],
  [64, 8],
])('on %s cores uses %i threads by default', (cores, size) => {
  expect(defaultPoolSize(cores)).toBe(size);
});
