/** `chentu demo DIR`: the fictional district as a workspace on disk, layer by layer. */
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DEMO_SIZES, type DemoSize, generateDistrict } from '../../data/demo/generate-district.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { checkpoint } from '../core/task.ts';
import { writeFile } from '../formats/write-file.ts';
import { formatBytes } from '../i18n/format.ts';
import { isLayerKind, isSourceKind } from '../model/kinds.ts';
import type { CommandDefinition } from './command.ts';
import { writeOutput } from './output-file.ts';
import { parseInteger } from './parse-integer.ts';
import { explainFailure } from './print.ts';
import { type CommandContext, EXIT } from './terminal.ts';

/** Written last but one; a folder that has it may be written again. */
const FAULTS = 'planted-faults.json';

export const demoCommand: CommandDefinition = {
  name: 'demo',
  positionals: ['DIR'],
  options: {
    size: { type: 'text', value: DEMO_SIZES.join('|'), choices: DEMO_SIZES },
    seed: { type: 'text', value: 'N' },
  },
  async run(parsed, context) {
    const seed = parseInteger('--seed', parsed.text('seed') ?? '1', 0, 2 ** 32 - 1);
    if (!seed.ok) return seed;
    const named = parsed.positionals[0] as string;
    const folder = resolve(context.terminal.cwd, named);
    const free = await prepareEmpty(folder, named);
    if (!free.ok) return explainFailure(free.problem, context);
    const size = (parsed.text('size') ?? 'S') as DemoSize;
    const written = await writeDistrict(folder, { size, seed: seed.value }, context);
    if (!written.ok) return explainFailure(written.problem, context);
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

/** workspace.json comes last: a folder that was stopped half-way is no workspace. */
async function writeDistrict(
  folder: string,
  options: { readonly size: DemoSize; readonly seed: number },
  { task, terminal }: CommandContext,
): Promise<Result<Written>> {
  const written: Written = { sources: 0, files: 0, bytes: 0 };
  const write = async (path: string, content: Uint8Array) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeOutput(join(folder, path), [content], terminal.signal);
    written.files++;
    written.bytes += content.length;
  };
  const text = (content: unknown) => new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
  task.onProgress?.({ stage: 'generate', done: 0, total: 0, detail: options.size });
  await checkpoint(task);
  const district = generateDistrict(options);
  const { layers } = district.manifest;
  for (const [index, layer] of layers.entries()) {
    const title = layer.title ?? layer.id;
    task.onProgress?.({ stage: 'generate', done: index, total: layers.length, detail: title });
    await checkpoint(task);
    const batch = [...district.layers].find(([id]) => id === layer.id)?.[1]();
    if (!batch) continue;
    if (isLayerKind(layer.kind) && isSourceKind(layer.kind)) written.sources += batch.rows.length;
    const bytes = await writeFile('flatgeobuf', { name: title, batch }, { task });
    if (!bytes.ok) return bytes;
    await write(layer.file, bytes.value);
  }
  for (const { path, text: content } of district.series) await write(path, new TextEncoder().encode(content));
  await write(FAULTS, text(district.plantedFaults));
  await write('workspace.json', text(district.manifest));
  return ok(written);
}
