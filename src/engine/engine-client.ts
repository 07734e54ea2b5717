/**
 * The page's side of the engine: one typed call per job. Every call settles: with its answer, with a
 * problem, at once on abort, and on a crash or close of the worker. Never throws, never rejects.
 */
import type { AreaCount, AreaRequest } from '../checks/area-count.ts';
import type { Surroundings, SurroundingsQuestion, UpwindPlace, UpwindQuestion } from '../checks/around-types.ts';
import type { ChartRequest } from '../checks/chart-fact-types.ts';
import type { GroundShare } from '../checks/ground-shares.ts';
import type { EngineComparison, ProbeDraft, ProbeResult, SecondOpinion } from '../checks/session-types.ts';
import type { ConflictSheet, FixPlan, FixRequest, SliverPlan } from '../checks/settle/settle-types.ts';
import type { LayerSizes } from '../checks/sizes-of.ts';
import type { StreetAnswer, StreetQuestion } from '../checks/street-of.ts';
import { fail, ok, type Problem, type Result } from '../core/result.ts';
import type { Subject } from '../core/subject.ts';
import type { Progress } from '../core/task.ts';
import type { DatumExamination } from '../formats/datum-doctor/datum-types.ts';
import type { ExportedLayer } from '../formats/export-layer.ts';
import type { ExaminedLayer, ImportExamination, ImportResult } from '../formats/importing/import-types.ts';
import type { ReadReturns, ReturnedFile } from '../formats/returns/read-returned.ts';
import type { Drawable } from '../geo/drawable.ts';
import type { Finding } from '../model/findings.ts';
import { unpackFindings } from '../model/packed-findings/unpack-findings.ts';
import type { Patch } from '../model/patch.ts';
import type { RoadsideSoil } from '../model/roadside-soil.ts';
import type { ChartData } from '../reports/charts/chart-data.ts';
import type { MonthChoice } from '../reports/months/document-months.ts';
import type { ChangeList } from '../reports/months/list-changes.ts';
import type { MonthReport } from '../reports/months/month-report.ts';
import type { MadeSlips, SlipsRequest } from '../reports/slips/make-slips.ts';
import { createInlinePort, type EnginePort, type OpenEnginePort, openWorkerPort } from './engine-port.ts';
import type {
  ApplyOutput,
  ChangeQuestion,
  FinishImportInput,
  FromWorker,
  JobName,
  JobTable,
  KeptMonthFile,
  MonthMark,
  MonthPack,
  OpenedData,
  OpenInput,
  OpenOutput,
  ServedFiles,
  ToWorker,
} from './protocol.ts';

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}
export interface OpenOptions extends CallOptions {
  /** The data, before the findings. */
  readonly onOpened?: (data: OpenedData) => void;
  /** Each layer once the map can draw it; all of them are in the answer too. */
  readonly onDrawn?: (layer: string, drawable: Drawable) => void;
  /** Each part of the findings as it comes; all of them are in the answer too. */
  readonly onFindings?: (part: readonly Finding[]) => void;
}

export interface EngineClient {
  /** Has the engine start, and ask for a served workspace that will probably be opened. */
  fetchAhead(served: ServedFiles): Promise<Result<null>>;
  /** Reads and checks a workspace. The files' bytes are moved to the worker: the caller loses them. */
  open(input: OpenInput, options?: OpenOptions): Promise<Result<OpenOutput>>;
  apply(patch: Patch, options?: CallOptions): Promise<Result<ApplyOutput>>;
  probe(draft: ProbeDraft, options?: CallOptions): Promise<Result<ProbeResult>>;
  shape(findingId: string, options?: CallOptions): Promise<Result<GeoJSON.Geometry | null>>;
  pick(input: JobTable['pick']['input'], options?: CallOptions): Promise<Result<Subject[]>>;
  chartData(request: ChartRequest, options?: CallOptions): Promise<Result<ChartData>>;
  countInside(request: AreaRequest, options?: CallOptions): Promise<Result<AreaCount>>;
  compareMonths(choice: MonthChoice, options?: CallOptions): Promise<Result<MonthReport>>;
  listChanges(question: ChangeQuestion, options?: CallOptions): Promise<Result<ChangeList>>;
  readMonth(
    input: JobTable['readMonth']['input'],
    options?: CallOptions,
  ): Promise<Result<JobTable['readMonth']['output']>>;
  findingsOfMonth(month: string, options?: CallOptions): Promise<Result<MonthMark[]>>;
  keepMonth(options?: CallOptions): Promise<Result<KeptMonthFile>>;
  upwind(question: UpwindQuestion, options?: CallOptions): Promise<Result<UpwindPlace[]>>;
  surroundings(question: SurroundingsQuestion, options?: CallOptions): Promise<Result<Surroundings | null>>;
  groundShares(areas: JobTable['groundShares']['input'], options?: CallOptions): Promise<Result<GroundShare[][]>>;
  streetsOf(question: StreetQuestion, options?: CallOptions): Promise<Result<StreetAnswer>>;
  roadsideSoil(options?: CallOptions): Promise<Result<RoadsideSoil>>;
  sizesOf(layer: string, options?: CallOptions): Promise<Result<LayerSizes>>;
  secondOpinion(findingId: string, options?: CallOptions): Promise<Result<SecondOpinion>>;
  compareEngines(options?: CallOptions): Promise<Result<EngineComparison>>;
  conflict(findingId: string, options?: CallOptions): Promise<Result<ConflictSheet>>;
  planFix(request: FixRequest, options?: CallOptions): Promise<Result<FixPlan>>;
  planSlivers(options?: CallOptions): Promise<Result<SliverPlan>>;
  writeFeatures(input: JobTable['writeFeatures']['input'], options?: CallOptions): Promise<Result<ExportedLayer>>;
  writeTables(input: JobTable['writeTables']['input'], options?: CallOptions): Promise<Result<Uint8Array<ArrayBuffer>>>;
  writeSlides(deck: JobTable['writeSlides']['input'], options?: CallOptions): Promise<Result<Uint8Array<ArrayBuffer>>>;
  writeMonthPack(input: JobTable['writeMonthPack']['input'], options?: CallOptions): Promise<Result<MonthPack>>;
  writeSlips(request: SlipsRequest, options?: CallOptions): Promise<Result<MadeSlips>>;
  readReturned(files: readonly ReturnedFile[], options?: CallOptions): Promise<Result<ReadReturns>>;
  examineTemplate(template: Uint8Array, options?: CallOptions): Promise<Result<readonly string[]>>;
  /** Reads files for an import. Their bytes are moved to the worker. */
  openImport(input: JobTable['openImport']['input'], options?: CallOptions): Promise<Result<ImportExamination>>;
  reviseImport(input: JobTable['reviseImport']['input'], options?: CallOptions): Promise<Result<ExaminedLayer>>;
  examineDatum(input: JobTable['examineDatum']['input'], options?: CallOptions): Promise<Result<DatumExamination>>;
  finishImport(input: FinishImportInput, options?: CallOptions): Promise<Result<ImportResult>>;
  /** The workspace with all edits as one zip. */
  save(options?: CallOptions): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** Ends the worker; calls under way settle as `engine.closed`, later ones too. */
  close(): void;
}

export interface EngineClientOptions {
  /** How to reach the engine; default: a worker, or inline where there is none. */
  readonly openPort?: OpenEnginePort;
  /** How long a cancelled job may go on before its worker is ended. */
  readonly cancelGraceMs?: number;
  /** The worker was replaced: what it had open is gone and must be opened again. */
  readonly onRestart?: () => void;
}

interface Call {
  readonly settle: (result: Result<unknown>) => void;
  readonly options: OpenOptions;
  opened?: OpenedData;
  readonly drawables: Record<string, Drawable>;
  readonly findings: Finding[];
}

export function createEngineClient(clientOptions: EngineClientOptions = {}): EngineClient {
  const { openPort = defaultPort(), cancelGraceMs = 1500, onRestart } = clientOptions;
  const calls = new Map<number, Call>();
  /** Cancelled jobs that have not yet answered, each with its timer. */
  const leaving = new Map<number, ReturnType<typeof setTimeout>>();
  let port: EnginePort | undefined;
  let closed = false;
  let lastId = 0;

  const settleAll = (problem: Problem) => {
    for (const timer of leaving.values()) clearTimeout(timer);
    leaving.clear();
    const settled = [...calls.values()];
    calls.clear();
    for (const call of settled) call.settle({ ok: false, problem });
  };

  /** Ends the worker; the next call opens a new one. */
  const drop = (problem: Problem) => {
    port?.terminate();
    port = undefined;
    settleAll(problem);
    onRestart?.();
  };

  const connect = (): EnginePort => {
    if (port) return port;
    const opened: EnginePort = openPort({
      onMessage: (message) => port === opened && hear(message),
      onCrash: (reason) => port === opened && drop(fail('engine.crashed', { reason }).problem),
    });
    port = opened;
    return opened;
  };

  const hear = (message: FromWorker) => {
    const call = calls.get(message.id);
    if (message.type === 'progress') return call?.options.onProgress?.(message.progress);
    if (message.type === 'opened') {
      if (call) call.opened = message.data;
      return call?.options.onOpened?.(message.data);
    }
    if (message.type === 'drawn') {
      if (call) call.drawables[message.layer] = message.drawable;
      return call?.options.onDrawn?.(message.layer, message.drawable);
    }
    if (message.type === 'findings') {
      const part = unpackFindings(message.part);
      for (const finding of part) call?.findings.push(finding);
      return call?.options.onFindings?.(part);
    }
    clearTimeout(leaving.get(message.id));
    leaving.delete(message.id);
    calls.delete(message.id);
    if (message.type === 'done') call?.settle(ok(withSentAhead(message.output, call)));
    else if (message.type === 'failed') call?.settle({ ok: false, problem: message.problem });
    else call?.settle(fail('engine.cancelled'));
  };

  const cancel = (id: number) => {
    const call = calls.get(id);
    if (!call || !port) return;
    calls.delete(id);
    port.post({ type: 'cancel', id });
    leaving.set(
      id,
      setTimeout(() => drop(fail('engine.restarted').problem), cancelGraceMs),
    );
    call.settle(fail('engine.cancelled'));
  };

  const run = <J extends JobName>(job: J, input: JobTable[J]['input'], options: OpenOptions = {}) =>
    new Promise<Result<JobTable[J]['output']>>((resolve) => {
      if (closed) return resolve(fail('engine.closed'));
      const { signal } = options;
      if (signal?.aborted) return resolve(fail('engine.cancelled'));
      lastId += 1;
      const id = lastId;
      const onAbort = () => cancel(id);
      const settle = (result: Result<unknown>) => {
        signal?.removeEventListener('abort', onAbort);
        resolve(result as Result<JobTable[J]['output']>);
      };
      calls.set(id, { settle, options, drawables: {}, findings: [] });
      signal?.addEventListener('abort', onAbort);
      try {
        connect().post({ type: 'run', id, job, input } as ToWorker);
      } catch (error) {
        calls.delete(id);
        settle(fail('engine.crashed', { reason: error instanceof Error ? error.message : String(error) }));
      }
    });

  return {
    fetchAhead: (served) => run('fetchAhead', served),
    open: (input, options) => run('open', input, options),
    apply: (patch, options) => run('apply', patch, options),
    probe: (draft, options) => run('probe', draft, options),
    shape: (id, options) => run('shape', id, options),
    pick: (input, options) => run('pick', input, options),
    chartData: (request, options) => run('chartData', request, options),
    countInside: (request, options) => run('countInside', request, options),
    compareMonths: (choice, options) => run('compareMonths', choice, options),
    listChanges: (question, options) => run('listChanges', question, options),
    findingsOfMonth: (month, options) => run('findingsOfMonth', month, options),
    keepMonth: (options) => run('keepMonth', null, options),
    readMonth: (input, options) => run('readMonth', input, options),
    upwind: (question, options) => run('upwind', question, options),
    surroundings: (question, options) => run('surroundings', question, options),
    groundShares: (areas, options) => run('groundShares', areas, options),
    streetsOf: (question, options) => run('streetsOf', question, options),
    roadsideSoil: (options) => run('roadsideSoil', null, options),
    sizesOf: (layer, options) => run('sizesOf', layer, options),
    secondOpinion: (id, options) => run('secondOpinion', id, options),
    compareEngines: (options) => run('compareEngines', null, options),
    conflict: (id, options) => run('conflict', id, options),
    planFix: (request, options) => run('planFix', request, options),
    planSlivers: (options) => run('planSlivers', null, options),
    writeFeatures: (input, options) => run('writeFeatures', input, options),
    writeTables: (input, options) => run('writeTables', input, options),
    writeSlides: (deck, options) => run('writeSlides', deck, options),
    writeMonthPack: (input, options) => run('writeMonthPack', input, options),
    writeSlips: (request, options) => run('writeSlips', request, options),
    readReturned: (files, options) => run('readReturned', files, options),
    examineTemplate: (template, options) => run('examineTemplate', template, options),
    openImport: (input, options) => run('openImport', input, options),
    reviseImport: (input, options) => run('reviseImport', input, options),
    examineDatum: (input, options) => run('examineDatum', input, options),
    finishImport: (input, options) => run('finishImport', input, options),
    save: (options) => run('save', { as: 'chentu' }, options),
    close() {
      closed = true;
      port?.terminate();
      port = undefined;
      settleAll(fail('engine.closed').problem);
    },
  };
}

/** `open` sends its data and its findings ahead, `apply` the findings that it adds; the caller gets all as one. */
function withSentAhead(output: unknown, { opened, drawables, findings }: Call): unknown {
  if (!opened && findings.length === 0) return output;
  if (hasDelta(output)) return { ...output, delta: { ...output.delta, added: findings } };
  const { check } = output as Pick<OpenOutput, 'check'>;
  return { ...opened, drawables, check: findings.length > 0 ? { ...check, findings } : check };
}

const hasDelta = (output: unknown): output is ApplyOutput =>
  typeof output === 'object' && output !== null && 'delta' in output;

function defaultPort(): OpenEnginePort {
  return typeof Worker === 'undefined' ? createInlinePort(loadInlineHandlers) : openWorkerPort;
}

/** Fetched only where it is needed: with workers the page never loads the engine itself. */
async function loadInlineHandlers() {
  const { createJobs } = await import('./jobs.ts');
  return createJobs();
}
