/** `chentu convert IN OUT`: any readable file to any writable format, by the extension of OUT. */
import { basename, dirname, extname, join, resolve } from 'node:path';
import { invariant } from '../core/invariant.ts';
import { fail, ok, type Problem, type Result } from '../core/result.ts';
import type { FormatDriver, ReadLayer, ReadOptions } from '../formats/driver.ts';
import { DRIVERS, findDriverByName } from '../formats/drivers.ts';
import { readFile } from '../formats/read-file.ts';
import { unzipFiles } from '../formats/workspace/zip.ts';
import { writeFile } from '../formats/write-file.ts';
import { formatBytes } from '../i18n/format.ts';
import type { FeatureBatch, TextColumn } from '../model/feature-batch.ts';
import { LAYER_KINDS, type LayerKind } from '../model/kinds.ts';
import { mapLayer } from '../model/map-layer.ts';
import type { Datum } from '../model/workspace.ts';
import type { CommandDefinition, ParsedOptions } from './command.ts';
import { writeOutput } from './output-file.ts';
import { explainFailure, printNotes } from './print.ts';
import { readSources } from './read-source.ts';
import { type CommandContext, EXIT } from './terminal.ts';

export const convertCommand: CommandDefinition = {
  name: 'convert',
  positionals: ['IN', 'OUT'],
  options: {
    kind: { type: 'text', value: 'KIND', choices: LAYER_KINDS },
    crs: { type: 'text', value: 'CRS' },
    datum: { type: 'text', value: 'DATUM', choices: ['wgs84', 'gcj02', 'bd09'] },
    encoding: { type: 'text', value: 'NAME' },
    sublayer: { type: 'text', value: 'NAME' },
  },
  async run(parsed, context) {
    const [input, output] = parsed.positionals as [string, string];
    const [from, to] = [resolve(context.terminal.cwd, input), resolve(context.terminal.cwd, output)];
    if (from === to) return fail('cli-same-file', { file: output });
    const driver = findWritable(output);
    if (!driver) return fail('cli-unknown-extension', { file: output, choices: writableExtensions().join(' ') });
    const { sources, problems } = await readSources(input, context.terminal.cwd);
    printNotes(problems, context);
    const read: ReadLayer[] = [];
    for (const source of sources) {
      const layers = await readFile(source, readOptions(parsed), context.task);
      if (!layers.ok) return explainFailure(layers.problem, context);
      printNotes([...layers.notes, ...layers.value.flatMap((layer) => layer.notes)], context);
      read.push(...layers.value);
    }
    const layers = read.filter((layer) => layer.batch.rows.length > 0);
    if (layers.length === 0) return explainFailure(fail('cli-no-features', { file: input }).problem, context);
    const kind = parsed.text('kind') as LayerKind | undefined;
    for (const layer of layers) {
      const path = layers.length === 1 ? to : besides(to, layer.name);
      const problem = await convertLayer(layer, kind, { driver, path, layers: layers.length }, context);
      if (problem) return explainFailure(problem, context);
    }
    return ok(EXIT.done);
  },
};

/** What the options say of a file that is read; the same for `inspect`. */
export function readOptions(parsed: ParsedOptions): ReadOptions {
  const [crs, datum, encoding, sublayer] = ['crs', 'datum', 'encoding', 'sublayer'].map((name) => parsed.text(name));
  return {
    ...(crs && { crs }),
    ...(datum && { datum: datum as Datum }),
    ...(encoding && { encoding }),
    ...(sublayer && { sublayer }),
  };
}

interface Target {
  readonly driver: FormatDriver;
  readonly path: string;
  /** How many layers the input has: each beyond one is named. */
  readonly layers: number;
}

async function convertLayer(
  layer: ReadLayer,
  kind: LayerKind | undefined,
  { driver, path, layers }: Target,
  context: CommandContext,
): Promise<Problem | undefined> {
  const { terminal, translate, task, clearProgress } = context;
  const name = basename(path, extname(path));
  let batch: FeatureBatch = layer.batch;
  if (kind) {
    const mapped = mapLayer(layer.batch, { id: layer.name, kind, file: layer.name });
    printNotes(
      mapped.notes.map((note) => note.problem),
      context,
    );
    batch = layer.batch.columns.has('id') ? withIds(mapped.batch) : mapped.batch;
  }
  const written: Result<Uint8Array<ArrayBuffer>> = await writeFile(driver.id, { name, batch }, { task });
  if (!written.ok) return written.problem;
  printNotes(written.notes, context);
  const files = filesOf(path, written.value, driver);
  for (const file of files) await writeOutput(file.path, [file.bytes], terminal.signal);
  clearProgress();
  const named = files.filter((file) => extname(file.path) === extname(path).toLowerCase()).map((file) => file.path);
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const shown = named.join(', ') || path;
  if (layers > 1)
    terminal.stdout.write(`${translate('cli.convert.layer', { total: layers, layer: layer.name, file: shown })}\n`);
  const params = { file: shown, count: batch.rows.length, size: formatBytes(size) };
  terminal.stdout.write(`${translate('cli.convert.done', params)}\n`);
  return undefined;
}

/** Mapping takes the id out of the columns; a converted file keeps it. */
function withIds(batch: FeatureBatch): FeatureBatch {
  const id: TextColumn = {
    type: 'text',
    codes: Uint32Array.from(batch.ids, (_, index) => index + 1),
    dictionary: batch.ids,
  };
  return { ...batch, columns: new Map([['id', id], ...batch.columns]) };
}

/** What is written as a zip also goes by `.zip`, and by no ending of the files beside it. */
function findWritable(path: string): FormatDriver | undefined {
  const extension = extname(path).slice(1).toLowerCase();
  if (extension === 'zip') return DRIVERS.find((driver) => driver.write && driver.writtenAs === 'zip');
  const driver = findDriverByName(path);
  if (!driver?.write || (driver.writtenAs === 'zip' && extension !== driver.extensions[0])) return undefined;
  return driver;
}

/** The bytes as one file, or the files of a zip beside each other where its own ending was not asked for. */
function filesOf(path: string, bytes: Uint8Array<ArrayBuffer>, driver: FormatDriver) {
  if (driver.writtenAs !== 'zip' || extname(path).toLowerCase() === '.zip') return [{ path, bytes }];
  const files = unzipFiles(bytes);
  invariant(files.ok, 'a zip of our own that cannot be opened');
  return files.value.map((file) => ({ ...file, path: join(dirname(path), file.path) }));
}

function writableExtensions(): string[] {
  return DRIVERS.filter((driver) => driver.write).flatMap(({ extensions, writtenAs }) => [
    `.${extensions[0]}`,
    ...(writtenAs ? [`.${writtenAs}`] : []),
  ]);
}

/** `out.fgb` and layer `a/b` → `out-a_b.fgb`. */
function besides(path: string, layer: string): string {
  const extension = extname(path);
  return `${path.slice(0, path.length - extension.length)}-${layer.replaceAll(/[\\/:*?"<>|\s]+/g, '_')}${extension}`;
}
