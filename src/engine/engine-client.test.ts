import { describe, expect, it } from 'vitest';
import { ok, type Result } from '../core/result.ts';
import { emptyGeometryColumn } from '../geo/geometry-column.ts';
import { buildDrawable } from '../geo/triangulate.ts';
import type { CheckResult, Finding } from '../model/findings.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { createEngineClient } from './engine-client.ts';
import { createInlinePort, type EnginePortListeners, type OpenEnginePort, takeTurn } from './engine-port.ts';
import { createJobRunner, type JobHandlers } from './job-runner.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** A port that a test drives by hand: what was sent, and what to answer. */
function createFakePort() {
  const sent: ToWorker[] = [];
  const listeners: EnginePortListeners[] = [];
  let terminated = 0;
  const open: OpenEnginePort = (heard) => {
    listeners.push(heard);
    return {
      post: (message) => sent.push(message),
      terminate: () => {
        terminated += 1;
      },
    };
  };
  return {
    open,
    sent,
    answer: (message: FromWorker) => listeners.at(-1)?.onMessage(message),
    crash: (reason: string) => listeners.at(-1)?.onCrash(reason),
    opened: () => listeners.length,
    terminated: () => terminated,
  };
}

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code);

const PLAIN_FINDING = { status: 'open', subjects: [], at: [0, 0], measures: {} } as const;

describe('engine client over a port', () => {
  it('gives each call its own answer, in whatever order they come', async () => {
    const port = createFakePort();
    const client = createEngineClient({ openPort: port.open });
    const first = client.shape('a');
    const second = client.shape('b');
    port.answer({ type: 'done', id: 2, output: { type: 'Point', coordinates: [2, 2] } });
    port.answer({ type: 'done', id: 1, output: null });
    expect(await second).toEqual(ok({ type: 'Point', coordinates: [2, 2] }));
    expect(await first).toEqual(ok(null));
  });

  it('passes progress on, and a failure as its problem', async () => {
    const port = createFakePort();
    const client = createEngineClient({ openPort: port.open });
    const stages: string[] = [];
    const call = client.compareEngines({ onProgress: (progress) => stages.push(progress.stage) });
    port.answer({ type: 'progress', id: 1, progress: { stage: 'check', done: 1, total: 2 } });
    port.answer({ type: 'failed', id: 1, problem: { code: 'turf-failed', params: {} } });
    expect(codeOf(await call)).toBe('turf-failed');
    expect(stages).toEqual(['check']);
  });

  it('joins the data sent ahead of the findings with the check', async () => {
    const port = createFakePort();
    const client = createEngineClient({ openPort: port.open });
    const document = { name: 'd' } as WorkspaceDocument;
    const check = { findings: [] } as unknown as CheckResult;
    const seen: string[] = [];
    const call = client.open(
      { files: [], patches: [], engine: 'fast' },
      { onOpened: (data) => seen.push(data.document.name) },
    );
    port.answer({ type: 'opened', id: 1, data: { document, problems: [] } });
    expect(seen).toEqual(['d']);
    port.answer({ type: 'done', id: 1, output: { check } });
    expect(await call).toEqual(ok({ document, drawables: {}, problems: [], check }));
  });

  it('gets many findings in parts, each a message of its own, in their order', async () => {
    const heard: FromWorker[] = [];
    const findings = Array.from({ length: 4500 }, (_, number): Finding => {
      const explain = { code: 'zone-gap.inside', params: { number } };
      return { id: String(number), rule: 'zone-gap', priority: 5, severity: 1, ...PLAIN_FINDING, explain };
    });
    const handlers: Pick<JobHandlers, 'open'> = {
      async open(_, task) {
        for (const [from, to] of [
          [0, 2000],
          [2000, 4000],
          [4000, 4500],
        ])
          task.onFindings?.(findings.slice(from, to));
        return ok({ check: { findings: [], summary: {} } as unknown as CheckResult });
      },
    };
    const runner = createJobRunner(handlers as unknown as JobHandlers, (message) => heard.push(message), takeTurn);
    const port = createFakePort();
    const client = createEngineClient({ openPort: port.open });
    const call = client.open({ files: [], patches: [], engine: 'fast' });
    for (const message of port.sent) runner.receive(message);
    await expect.poll(() => heard.at(-1)?.type).toBe('done');
    expect(heard.map(({ type }) => type)).toEqual(['findings', 'findings', 'findings', 'done']);
    for (const message of heard) port.answer(structuredClone(message));
    const opened = await call;
    const check = opened.ok ? opened.value.check : undefined;
    expect(check?.summary).toEqual({});
    expect(check?.findings.map(({ id, explain }) => ({ id, explain }))).toEqual(
      findings.map(({ id, explain }) => ({ id, explain })),
    );
  });

  it('settles at once on abort, tells the worker, and leaves it alone if it answers', async () => {
    const port = createFakePort();
    const client = createEngineClient({ openPort: port.open, cancelGraceMs: 5 });
    const controller = new AbortController();
    const call = client.open({ files: [], patches: [], engine: 'fast' }, { signal: controller.signal });
    controller.abort();
    expect(codeOf(await call)).toBe('engine.cancelled');
    expect(port.sent.at(-1)).toEqual({ type: 'cancel', id: 1 });
    port.answer({ type: 'cancelled', id: 1 });
    await new Promise((resolve) => setTimeout(resolve, 15));
    expect(port.terminated()).toBe(0);
  });

  it('ends a worker that does not answer a cancel, settles the rest, and starts another for the next call', async () => {
    const port = createFakePort();
    let restarts = 0;
    const client = createEngineClient({ openPort: port.open, cancelGraceMs: 5, onRestart: () => restarts++ });
    const controller = new AbortController();
    const cancelled = client.compareEngines({ signal: controller.signal });
    const waiting = client.shape('a');
    controller.abort();
    expect(codeOf(await cancelled)).toBe('engine.cancelled');
    expect(codeOf(await waiting)).toBe('engine.restarted');
    expect([port.terminated(), restarts, port.opened()]).toEqual([1, 1, 1]);
    const next = client.shape('b');
    expect(port.opened()).toBe(2);
    port.answer({ type: 'done', id: 3, output: null });
    expect(codeOf(await next)).toBe('ok');
  });

  it('settles every call on a crash, and once closed answers without a worker', async () => {
    const port = createFakePort();
    const client = createEngineClient({ openPort: port.open });
    const calls = [client.shape('a'), client.save()];
    port.crash('out of memory');
    expect((await Promise.all(calls)).map(codeOf)).toEqual(['engine.crashed', 'engine.crashed']);
    const last = client.shape('b');
    client.close();
    expect(codeOf(await last)).toBe('engine.closed');
    expect(codeOf(await client.shape('c'))).toBe('engine.closed');
  });

  it('does not start what was aborted before', async () => {
    const port = createFakePort();
    const client = createEngineClient({ openPort: port.open });
    expect(codeOf(await client.shape('a', { signal: AbortSignal.abort() }))).toBe('engine.cancelled');
    expect(port.opened()).toBe(0);
  });
});

/** Handlers that fail unless a test gives its own. */
function handlersWith(given: Partial<JobHandlers>): () => Promise<JobHandlers> {
  const missing = async () => ({ ok: false, problem: { code: 'not-in-this-test', params: {} } }) as const;
  const all = {
    open: missing,
    fetchAhead: missing,
    apply: missing,
    probe: missing,
    shape: missing,
    pick: missing,
    chartData: missing,
    countInside: missing,
    compareMonths: missing,
    listChanges: missing,
    keepMonth: missing,
    findingsOfMonth: missing,
    readMonth: missing,
    upwind: missing,
    surroundings: missing,
    groundShares: missing,
    streetsOf: missing,
    roadsideSoil: missing,
    sizesOf: missing,
    writeTables: missing,
    writeSlides: missing,
    writeMonthPack: missing,
    writeSlips: missing,
    examineTemplate: missing,
    readReturned: missing,
    secondOpinion: missing,
    compareEngines: missing,
    conflict: missing,
    planFix: missing,
    planSlivers: missing,
    writeFeatures: missing,
    openImport: missing,
    reviseImport: missing,
    examineDatum: missing,
    finishImport: missing,
    save: missing,
  } as JobHandlers;
  return async () => ({ ...all, ...given });
}

describe('engine client inline', () => {
  it('moves the bytes of the files in, and those of the saved workspace out', async () => {
    const made = Uint8Array.of(7, 8, 9);
    const received: number[] = [];
    const openPort = createInlinePort(
      handlersWith({
        open: async ({ files }) => {
          if (!('address' in files)) received.push(...(files[0]?.bytes ?? []));
          return ok({ check: { findings: [] } as unknown as CheckResult });
        },
        save: async () => ok(made),
      }),
    );
    const client = createEngineClient({ openPort });
    const bytes = Uint8Array.of(1, 2, 3);
    const opening = client.open({ files: [{ path: 'workspace.json', bytes }], patches: [], engine: 'fast' });
    expect(bytes.byteLength).toBe(0);
    await opening;
    expect(received).toEqual([1, 2, 3]);
    const saved = await client.save();
    expect(saved.ok && [...saved.value]).toEqual([7, 8, 9]);
    expect(made.byteLength).toBe(0);
  });

  it('moves drawables out and leaves the document with the engine', async () => {
    const positions = Float64Array.of(1, 2);
    const kept = Uint32Array.of(5);
    const drawable = {
      ...buildDrawable(emptyGeometryColumn()),
      points: { positions, featureOfPoint: new Uint32Array(1) },
    };
    const document = { name: 'd', layers: [{ base: { rows: kept } }] } as unknown as WorkspaceDocument;
    const openPort = createInlinePort(
      handlersWith({
        open: async (_, task) => {
          task.onOpened?.({ document, problems: [] });
          task.onDrawn?.('soil', drawable);
          return ok({ check: { findings: [] } as unknown as CheckResult });
        },
      }),
    );
    const opened = await createEngineClient({ openPort }).open({ files: [], patches: [], engine: 'fast' });
    expect(positions.byteLength).toBe(0);
    expect(kept.byteLength).toBe(4);
    expect(opened.ok && [...(opened.value.drawables.soil?.points.positions ?? [])]).toEqual([1, 2]);
  });

  it('stops a job at its next pause, and runs those that wait in their order', async () => {
    const log: string[] = [];
    const openPort = createInlinePort(
      handlersWith({
        open: async (_, task) => {
          log.push('open');
          for (;;) {
            await takeTurn();
            if (task.signal.aborted) log.push('stopped');
            task.signal.throwIfAborted();
          }
        },
        shape: async (id) => {
          log.push(id);
          return ok(null);
        },
      }),
    );
    const client = createEngineClient({ openPort, cancelGraceMs: 10_000 });
    const controller = new AbortController();
    const opening = client.open({ files: [], patches: [], engine: 'fast' }, { signal: controller.signal });
    const shapes = Promise.all([client.shape('a'), client.shape('b')]);
    await takeTurn();
    controller.abort();
    expect(codeOf(await opening)).toBe('engine.cancelled');
    await shapes;
    expect(log).toEqual(['open', 'stopped', 'a', 'b']);
  });

  it('turns what a job throws into a problem without a stack', async () => {
    const openPort = createInlinePort(
      handlersWith({
        shape: async () => {
          throw new Error('Invariant broken: two rings');
        },
      }),
    );
    const result = await createEngineClient({ openPort }).shape('a');
    expect(result).toEqual({
      ok: false,
      problem: { code: 'engine.broken', params: { job: 'shape', reason: 'Invariant broken: two rings' } },
    });
  });
});
