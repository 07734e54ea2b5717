/** How fast a session answers while one works: `apply` of an edit, `probe` of a zone whose corner is dragged. */
import { createSession, type Session } from '../../src/checks/session.ts';
import type { ProbeDraft } from '../../src/checks/session-types.ts';
import { findWorkspace } from '../../src/cli/workspace-source.ts';
import { createRandom } from '../../src/core/random.ts';
import { readFeature } from '../../src/draw/read-feature.ts';
import { openWorkspace } from '../../src/formats/workspace/open-workspace.ts';
import { parseRulePack } from '../../src/rules/parse-rule-pack.ts';
import { drawEdit, EDIT_KINDS, firstLine, layerNamed, moveTo } from './latency-edits.ts';
import { quantile } from './statistics.ts';

export interface LatencyRow {
  readonly what: string;
  readonly count: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

export interface LatencyReport {
  readonly openMs: number;
  readonly checkMs: number;
  readonly findings: number;
  readonly peakBytes: number;
  readonly rows: readonly LatencyRow[];
}

export interface LatencyTask {
  readonly folder: string;
  readonly edits: number;
  readonly seed: number;
  /** Each of probing and editing ends after this long, with what it has. */
  readonly budgetMs: number;
}

/** Dragged 2 m a step, as a hand does. */
const STEP_DEGREES = 2 / 111_000;

export async function measureLatency(task: LatencyTask): Promise<LatencyReport> {
  const beforeOpen = performance.now();
  const source = await findWorkspace(task.folder, process.cwd());
  if (!source.ok) throw new Error(`${task.folder}: ${source.problem.code}`);
  const opened = await openWorkspace(source.value.files, parseRulePack, {});
  if (!opened.ok) throw new Error(`${task.folder}: ${opened.problem.code}`);
  const openMs = performance.now() - beforeOpen;
  const beforeCheck = performance.now();
  const session = await createSession(opened.value.document);
  const checkMs = performance.now() - beforeCheck;
  const findings = session.check.findings.length;
  const rows = [...(await timeProbes(session, task)), ...(await timeEdits(session, task))];
  return { openMs, checkMs, findings, peakBytes: process.resourceUsage().maxRSS * 1024, rows };
}

/** One corner of several patrol zones, dragged away and back. The first probe of all is cold, and counted apart. */
async function timeProbes(session: Session, { edits, budgetMs }: LatencyTask): Promise<LatencyRow[]> {
  const milliseconds: number[] = [];
  const layer = layerNamed(session.document, 'patrols');
  const started = performance.now();
  for (const id of layer.base.ids.slice(0, 8)) {
    const feature = readFeature(layer, id);
    if (!feature?.geometry) continue;
    const geometry = structuredClone(feature.geometry) as ProbeDraft['geometry'];
    const { owner, level, duty } = feature.properties;
    const draft: ProbeDraft = {
      layer: layer.id,
      feature: id,
      geometry,
      ...(typeof owner === 'string' && { owner }),
      ...(typeof level === 'string' && { level }),
      ...(typeof duty === 'string' && { duty }),
    };
    for (let step = 0; step < Math.ceil(edits / 4); step++) {
      if (performance.now() - started > budgetMs) break;
      moveTo(firstLine(geometry), 0, ([x, y]) => [x! + STEP_DEGREES, y! + STEP_DEGREES / 2]);
      const before = performance.now();
      await session.probe(draft);
      milliseconds.push(performance.now() - before);
    }
  }
  const [first = Number.NaN, ...warm] = milliseconds;
  return [rowOf('probe, the first one', [first]), rowOf('probe', warm)];
}

/** The kinds in turn, so that a budget that ends early leaves some of each. */
async function timeEdits(session: Session, { edits, seed, budgetMs }: LatencyTask): Promise<LatencyRow[]> {
  const random = createRandom(seed);
  const times = new Map<string, number[]>(EDIT_KINDS.map((kind) => [kind, []]));
  const started = performance.now();
  for (let serial = 0; serial < edits; serial++) {
    if (serial >= EDIT_KINDS.length && performance.now() - started > budgetMs) break;
    const kind = EDIT_KINDS[serial % EDIT_KINDS.length]!;
    const patch = drawEdit(session.document, kind, random, serial);
    const before = performance.now();
    await session.apply(patch);
    times.get(kind)!.push(performance.now() - before);
  }
  const all = [...times.values()].flat();
  return [rowOf('apply', all), ...Array.from(times, ([kind, each]) => rowOf(`apply: ${kind}`, each))];
}

function rowOf(what: string, milliseconds: readonly number[]): LatencyRow {
  return {
    what,
    count: milliseconds.length,
    medianMs: quantile(milliseconds, 0.5),
    p95Ms: quantile(milliseconds, 0.95),
    maxMs: Math.max(...milliseconds),
  };
}
