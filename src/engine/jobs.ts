/**
 * What each job of the protocol does: the same plain functions as in the terminal, around one open
 * session. Knows no worker and no messages.
 */
import { createSession, type Session } from '../checks/session.ts';
import { createLatch } from '../core/latch.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { createInlineSpread } from '../core/spread.ts';
import { openWorkspace } from '../formats/workspace/open-workspace.ts';
import { saveWorkspace } from '../formats/workspace/save-workspace.ts';
import { filesInMemory } from '../formats/workspace/workspace-files.ts';
import { zipFiles } from '../formats/workspace/zip.ts';
import type { Finding } from '../model/findings.ts';
import { applyPatch, type Patch } from '../model/patch.ts';
import type { Layer, WorkspaceDocument } from '../model/workspace.ts';
import { buildChartData } from '../reports/charts/chart-data.ts';
import { parseRulePack } from '../rules/parse-rule-pack.ts';
import { buildDrawables, drawLayers } from './build-drawables.ts';
import { ENGINE_MEASURES, type EngineTable } from './engine-measures.ts';
import { createImportJobs } from './import-jobs.ts';
import type { JobHandlers, JobTask } from './job-runner.ts';
import type { MeasurePool } from './measure-pool.ts';
import { createMonthJobs } from './month-jobs.ts';
import { createPackJobs } from './pack-jobs.ts';
import type { WorkspaceFile } from './protocol.ts';
import { createWorkspaceFetcher, type FetchedWorkspace } from './served-workspace.ts';

/** A hundred thousand findings in one message would keep the page from anything else for seconds. */
const FINDINGS_PER_MESSAGE = 2000;
/** Reading so much takes as long as starting the helpers that are needed after it. */
const LARGE_WORKSPACE_BYTES = 5_000_000;

export type EnginePool = Pick<MeasurePool<EngineTable>, 'spread' | 'prepare' | 'threads'>;

const ALONE: EnginePool = { threads: 1, spread: createInlineSpread(ENGINE_MEASURES), prepare() {} };

/**
 * Handlers that share one session: `open` begins it, the others work on it, or answer
 * `engine.nothing-open`. `pool`: who measures and draws; default: this thread alone.
 */
export function createJobs(pool: EnginePool = ALONE): JobHandlers {
  let session: Session | undefined;
  const fetcher = createWorkspaceFetcher();

  const withSession = async <T>(use: (session: Session) => Promise<T> | T): Promise<Result<T>> =>
    session ? ok(await use(session)) : fail('engine.nothing-open');

  return {
    async fetchAhead({ address }) {
      fetcher.begin(address);
      return ok(null);
    },
    async open({ files, patches, engine }, task) {
      if (!('address' in files)) fetcher.giveUp();
      const source = 'address' in files ? await fetcher.take(files.address, task.signal) : ok(inMemory(files));
      if (!source.ok) return source;
      if (source.value.bytes >= LARGE_WORKSPACE_BYTES) pool.prepare();
      const opened = await openWorkspace(source.value.files, parseRulePack, task);
      if (!opened.ok) return opened;
      const { document, problems, notes } = opened.value;
      const current = patches.reduce((before, patch) => applyPatch(before, patch).document, document);
      task.onOpened?.({ document, problems });
      // Helpers draw while this thread checks; alone it shows the map first.
      const isSent = pool.threads > 1 ? createLatch() : undefined;
      const drawn = drawLayers(current.layers, task, {
        spread: pool.spread,
        ...(isSent && { hereAfter: isSent.opened }),
        onDrawn: (layer, drawable) => task.onDrawn?.(layer, drawable),
      });
      if (!isSent) await drawn;
      // Who cancels meanwhile is answered by the check.
      drawn.catch(() => {});
      const next = await createSession(current, { engine, notes, spread: pool.spread, task });
      task.signal.throwIfAborted();
      session = next;
      const { findings, ...rest } = next.check;
      const left = sendAhead(findings, task);
      isSent?.open();
      await drawn;
      return ok({ check: { ...rest, findings: left } });
    },
    apply: (patch, task) =>
      withSession(async (open) => {
        const delta = await open.apply(patch, task);
        // An import can add as many findings as a workspace has.
        const added = sendAhead(delta.added, task);
        return {
          delta: { ...delta, added },
          drawables: await buildDrawables(touchedLayers(open.document, patch), task, pool.spread),
        };
      }),
    ...createImportJobs(),
    ...createMonthJobs(() => session),
    ...createPackJobs(() => session),
    probe: (draft) => withSession((open) => open.probe(draft)),
    shape: (id) => withSession((open) => open.shape(id)),
    pick: ({ at, toleranceMeters, layers }) => withSession((open) => open.pick(at, toleranceMeters, layers)),
    chartData: (request) => withSession((open) => buildChartData(open.chartFacts(request))),
    countInside: (request) => withSession((open) => open.countInside(request)),
    upwind: (question) => withSession((open) => open.upwind(question)),
    surroundings: (question) => withSession((open) => open.surroundings(question)),
    groundShares: (areas) => withSession((open) => open.groundShares(areas)),
    streetsOf: (question, task) => withSession((open) => open.streetsOf(question, task)),
    roadsideSoil: () => withSession((open) => open.roadsideSoil()),
    sizesOf: (layer) => withSession((open) => open.sizesOf(layer)),
    async secondOpinion(id) {
      if (!session) return fail('engine.nothing-open');
      const opinion = await session.secondOpinion(id);
      return opinion ? ok(opinion) : fail('engine.finding-gone', { finding: id });
    },
    compareEngines: (_, task) => withSession((open) => open.compareEngines(task)),
    conflict: async (id) => session?.conflict(id) ?? fail('engine.nothing-open'),
    planFix: async (request) => session?.planFix(request) ?? fail('engine.nothing-open'),
    planSlivers: async (_, task) => session?.planSlivers(task) ?? fail('engine.nothing-open'),
    // The writers are fetched when they are first asked for.
    writeFeatures: async (input, task) => (await import('./write-features.ts')).writeFeatures(session, input, task),
    async writeTables({ tables, format }) {
      if (format === 'xlsx') return ok(await (await import('../reports/xlsx.ts')).tablesXlsx(tables));
      const { tableCsv } = await import('../reports/csv.ts');
      // CSV holds one table.
      return ok(
        new TextEncoder().encode(
          tables
            .slice(0, 1)
            .map((table) => [...tableCsv(table)].join(''))
            .join(''),
        ),
      );
    },
    async writeSlips(request, task) {
      if (!session) return fail('engine.nothing-open');
      const { makeSlips } = await import('../reports/slips/make-slips.ts');
      return makeSlips(session.document, session.check, request, task);
    },
    readReturned: async (files, task) =>
      ok(await (await import('../formats/returns/read-returned.ts')).readReturned(files, task)),
    examineTemplate: async (template) => (await import('../reports/slips/slips-docx.ts')).examineTemplate(template),
    async save(_, task) {
      if (!session) return fail('engine.nothing-open');
      const files = await saveWorkspace(session.document, task);
      return files.ok ? ok(zipFiles(files.value), files.notes) : files;
    },
  };
}

function inMemory(files: readonly WorkspaceFile[]): FetchedWorkspace {
  return { files: filesInMemory(files), bytes: files.reduce((sum, file) => sum + file.bytes.length, 0) };
}

/** Sends findings part by part where somebody listens; what is left for the answer itself: nothing, or all. */
function sendAhead(findings: readonly Finding[], { onFindings }: JobTask): Finding[] {
  if (!onFindings) return [...findings];
  for (let at = 0; at < findings.length; at += FINDINGS_PER_MESSAGE)
    onFindings(findings.slice(at, at + FINDINGS_PER_MESSAGE));
  return [];
}

function touchedLayers(document: WorkspaceDocument, patch: Patch): Layer[] {
  const ids = new Set(
    patch.operations.flatMap((operation) => {
      if (operation.op === 'feature') return [operation.layer];
      return operation.op === 'layer' ? [operation.id] : [];
    }),
  );
  return document.layers.filter((layer) => ids.has(layer.id));
}
