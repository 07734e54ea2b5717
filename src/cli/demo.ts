/** `chentu demo DIR`: the fictional district as a workspace on disk, layer by layer. */
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type DemoFile, demoFiles } from '../../data/demo/demo-files.ts';
import { DEMO_SIZES, type DemoSize } from '../../data/demo/generate-district.ts';
import { LAYER_IDS } from '../../data/demo/manifest.ts';
import { MONTH_BEFORE } from '../../data/demo/month-before.ts';
import { fail, ok, type Problem, type Result } from '../core/result.ts';
import { checkpoint } from '../core/task.ts';
import { writeFile } from '../formats/write-file.ts';
import { formatBytes } from '../i18n/format.ts';
import type { FeatureBatch } from '../model/feature-batch.ts';
import { isSourceKind } from '../model/kinds.ts';
import type { WorkspaceManifest } from '../model/workspace.ts';
import type { CommandDefinition } from './command.ts';
import { makeMonthBefore } from './demo-month.ts';
import { writeOutput } from './output-file.ts';
import { parseInteger } from './parse-integer.ts';
import { explainFailure } from './print.ts';
import { type CommandContext, EXIT } from './terminal.ts';
import { findWorkspace } from './workspace-source.ts';

const MANIFEST = 'workspace.json';
/** A folder that has it is a demo, and may be written again. */
const FAULTS = 'planted-faults.json';
const CHANGES = 'planted-changes.json';

export const demoCommand: CommandDefinition = {
  name: 'demo',
  positionals: ['DIR'],
  options: {
    size: { type: 'text', value: DEMO_SIZES.join('|'), choices: DEMO_SIZES },
    seed: { type: 'text', value: 'N' },
    'month-before': { type: 'flag' },
  },
  async run(parsed, context) {
    const seed = parseInteger('--seed', parsed.text('seed') ?? '1', 0, 2 ** 32 - 1);
    if (!seed.ok) return seed;
    const named = parsed.positionals[0] as string;
    const folder = resolve(context.terminal.cwd, named);
    const free = await prepareEmpty(folder, named);
    if (!free.ok) return explainFailure(free.problem, context);
    const size = (parsed.text('size') ?? 'S') as DemoSize;
    const months = parsed.flag('month-before') ? [MONTH_BEFORE.month] : [];
    const written = await writeDistrict(folder, { size, seed: seed.value, months }, context);
    if (!written.ok) return explainFailure(written.problem, context);
    const month = months.length > 0 ? await writeMonthBefore(folder, context) : ok(undefined);
    if (!month.ok) return explainFailure(month.problem, context);
    context.clearProgress();
    const { translate, terminal } = context;
    const { sources, files, bytes } = written.value;
    terminal.stdout.write(
      `${translate('cli.demo.done', { folder: named, count: sources, files, size: formatBytes(bytes) })}\n`,
    );
    terminal.stdout.write(`${translate('cli.demo.next', { folder: named })}\n`);
    return ok(EXIT.done);
  },
};

/** Beside the month before: what makes it differ from this one. */
async function writeMonthBefore(folder: string, { task, terminal }: CommandContext): Promise<Result<undefined>> {
  const source = await findWorkspace(folder, terminal.cwd);
  if (!source.ok) return source;
  const made = await makeMonthBefore(source.value.files, task);
  if (!made.ok) return made;
  const { path, pieces, planted } = made.value;
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeOutput(join(folder, path), pieces, terminal.signal);
  await writeOutput(join(folder, CHANGES), [`${JSON.stringify(planted, null, 2)}\n`], terminal.signal);
  return ok(undefined);
}

/** Never writes among other people's files. */
async function prepareEmpty(folder: string, named: string): Promise<Result<undefined>> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  if (names.length === 0 || names.includes(FAULTS)) return ok(undefined);
  return fail('cli-folder-not-empty', { file: named });
}

interface Written {
  sources: number;
  files: number;
  bytes: number;
}

/** workspace.json is put in place last: a folder that was stopped half-way is no workspace. */
async function writeDistrict(
  folder: string,
  options: { readonly size: DemoSize; readonly seed: number; readonly months: readonly string[] },
  { task, terminal }: CommandContext,
): Promise<Result<Written>> {
  const written: Written = { sources: 0, files: 0, bytes: 0 };
  const counts = new Map<string, number>();
  const write = async ({ path, bytes }: DemoFile) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeOutput(join(folder, path), [bytes], terminal.signal);
    written.files++;
    written.bytes += bytes.length;
  };
  const writeLayer = async (title: string, batch: FeatureBatch) => {
    task.onProgress?.({ stage: 'generate', done: counts.size, total: LAYER_IDS.length, detail: title });
    await checkpoint(task);
    counts.set(title, batch.rows.length);
    const bytes = await writeFile('flatgeobuf', { name: title, batch }, { task });
    if (!bytes.ok) throw new UnwritableLayer(bytes.problem);
    return bytes.value;
  };
  task.onProgress?.({ stage: 'generate', done: 0, total: 0, detail: options.size });
  await checkpoint(task);
  let last: DemoFile | undefined;
  try {
    for await (const file of demoFiles({ ...options, writeLayer })) {
      await checkpoint(task);
      if (file.path === MANIFEST) last = file;
      else await write(file);
    }
  } catch (error) {
    if (error instanceof UnwritableLayer) return { ok: false, problem: error.problem };
    throw error;
  }
  if (last) {
    await write(last);
    written.sources = countSources(last.bytes, counts);
  }
  return ok(written);
}

/** Carries a problem through the generator, which knows no results. */
class UnwritableLayer extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

function countSources(manifest: Uint8Array, counts: ReadonlyMap<string, number>): number {
  const { layers } = JSON.parse(new TextDecoder().decode(manifest)) as WorkspaceManifest;
  const sources = layers.filter(({ kind }) => isSourceKind(kind));
  return sources.reduce((sum, { id, title }) => sum + (counts.get(title ?? id) ?? 0), 0);
}
