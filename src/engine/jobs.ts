/**
 * What each job of the protocol does: the same plain functions as in the terminal, around one open
 * session. Knows no worker and no messages.
 */
import type { MeasureSpread } from '../checks/measure-table.ts';
import { createSession, type Session } from '../checks/session.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { checkpoint, type Task } from '../core/task.ts';
import { openWorkspace } from '../formats/workspace/open-workspace.ts';
import { saveWorkspace } from '../formats/workspace/save-workspace.ts';
import { filesInMemory } from '../formats/workspace/workspace-files.ts';
import { zipFiles } from '../formats/workspace/zip.ts';
import type { Drawable } from '../geo/drawable.ts';
import { buildDrawable } from '../geo/triangulate.ts';
import { effectiveBatch } from '../model/effective-batch.ts';
import type { Finding } from '../model/findings.ts';
import { geometryWithFootprints } from '../model/hotspot-footprint.ts';
import { applyPatch, type Patch } from '../model/patch.ts';
import type { Layer, WorkspaceDocument } from '../model/workspace.ts';
import { buildChartData } from '../reports/charts/chart-data.ts';
import { parseRulePack } from '../rules/parse-rule-pack.ts';
import { createImportJobs } from './import-jobs.ts';
import type { JobHandlers, JobTask } from './job-runner.ts';
import { createMonthJobs } from './month-jobs.ts';
import { createPackJobs } from './pack-jobs.ts';

/** A hundred thousand findings in one message would keep the page from anything else for seconds. */
const FINDINGS_PER_MESSAGE = 2000;

/**
 * Handlers that share one session: `open` begins it, the others work on it, or answer
 * `engine.nothing-open`. `spread`: who measures; default: this thread alone.
 */
export function createJobs(spread?: MeasureSpread): JobHandlers {
  let session: Session | undefined;

  const withSession = async <T>(use: (session: Session) => Promise<T> | T): Promise<Result<T>> =>
    session ? ok(await use(session)) : fail('engine.nothing-open');

  return {
    async open({ files, patches, engine }, task) {
      const opened = await openWorkspace(filesInMemory(files), parseRulePack, task);
      if (!opened.ok) return opened;
      const { document, problems, notes } = opened.value;
      const current = patches.reduce((before, patch) => applyPatch(before, patch).document, document);
      task.onOpened?.({ document, problems, drawables: await buildDrawables(current.layers, task) });
      const next = await createSession(current, { engine, notes, ...(spread && { spread }), task });
      task.signal.throwIfAborted();
      session = next;
      const { findings, ...rest } = next.check;
      return ok({ check: { ...rest, findings: sendAhead(findings, task) } });
    },
    apply: (patch, task) =>
      withSession(async (open) => {
        const delta = await open.apply(patch, task);
        // An import can add as many findings as a workspace has.
        const added = sendAhead(delta.added, task);
        return {
          delta: { ...delta, added },
          drawables: await buildDrawables(touchedLayers(open.document, patch), task),
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

/** Sends findings part by part where somebody listens; what is left for the answer itself: nothing, or all. */
function sendAhead(findings: readonly Finding[], { onFindings }: JobTask): Finding[] {
  if (!onFindings) return [...findings];
  for (let at = 0; at < findings.length; at += FINDINGS_PER_MESSAGE)
    onFindings(findings.slice(at, at + FINDINGS_PER_MESSAGE));
  return [];
}

/** By layer id, of what each layer holds with its edits. */
async function buildDrawables(layers: readonly Layer[], task: Task): Promise<Record<string, Drawable>> {
  const drawables: Record<string, Drawable> = {};
  for (const layer of layers) {
    await checkpoint(task);
    const batch = effectiveBatch(layer);
    // What a satellite saw is drawn as its pixel.
    drawables[layer.id] = buildDrawable(layer.kind === 'hotspot' ? geometryWithFootprints(batch) : batch.geometry);
  }
  return drawables;
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
