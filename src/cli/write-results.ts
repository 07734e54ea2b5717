/** The files of `check --out`: findings.json, and the formats asked for. Writers come by `import()` when needed. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Problem, type Result } from '../core/result.ts';
import { writeFile } from '../formats/write-file.ts';
import { formatBytes } from '../i18n/format.ts';
import type { CheckResult } from '../model/findings.ts';
import { tableCsv } from '../reports/csv.ts';
import { findingsBatch } from '../reports/findings-batch.ts';
import { findingsGeoJson } from '../reports/findings-geojson.ts';
import { findingsJson } from '../reports/findings-json.ts';
import { findingsTable, notesTable, uncheckedTable, type Wording } from '../reports/findings-table.ts';
import { summaryTable } from '../reports/summary-table.ts';
import { writeOutput } from './output-file.ts';
import { printNotes } from './print.ts';
import type { CommandContext } from './terminal.ts';

export const EXPORT_FORMATS = ['json', 'geojson', 'fgb', 'kml', 'csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface Results {
  readonly result: CheckResult;
  readonly wording: Wording;
  readonly folder: string;
  readonly formats: readonly ExportFormat[];
}

type Pieces = Iterable<string | Uint8Array>;

/** Writes and names each file. Fails where a format cannot be written; what was written before stays. */
export async function writeResults(results: Results, context: CommandContext): Promise<Result<undefined>> {
  const { terminal, translate, task, clearProgress } = context;
  const wanted = EXPORT_FORMATS.filter((format) => format === 'json' || results.formats.includes(format));
  for (const [index, format] of wanted.entries()) {
    const name = `findings.${format}`;
    task.onProgress?.({ stage: 'write', done: index, total: wanted.length, detail: name });
    const made = await makePieces(format, results, context);
    if (!made.ok) return made;
    const path = join(results.folder, name);
    await writeOutput(path, made.value, terminal.signal);
    clearProgress();
    const size = formatBytes((await stat(path)).size);
    terminal.stderr.write(`${translate('cli.wrote', { file: path, size })}\n`);
  }
  return ok(undefined);
}

async function makePieces(
  format: ExportFormat,
  { result, wording }: Results,
  context: CommandContext,
): Promise<Result<Pieces>> {
  switch (format) {
    case 'json':
      return ok(findingsJson(result));
    case 'geojson':
      return ok(findingsGeoJson(result, wording));
    case 'csv':
      return ok(tableCsv(findingsTable(result, wording)));
    case 'fgb':
      return makeShapes('flatgeobuf', { result, wording }, context);
    case 'kml':
      return makeShapes('kml', { result, wording }, context);
    case 'xlsx': {
      const { tablesXlsx } = await import('../reports/xlsx.ts');
      const tables = [summaryTable(result, wording.translate), findingsTable(result, wording)];
      if (result.unchecked.length > 0) tables.push(uncheckedTable(result, wording));
      if (result.notes.length > 0) tables.push(notesTable(result, wording));
      return ok([await tablesXlsx(tables)]);
    }
  }
}

async function makeShapes(
  format: 'flatgeobuf' | 'kml',
  { result, wording }: Pick<Results, 'result' | 'wording'>,
  context: CommandContext,
): Promise<Result<Pieces>> {
  const { batch, problems } = findingsBatch(result, wording);
  const written = await writeFile(format, { name: 'findings', batch }, { task: context.task });
  if (!written.ok) return written;
  const notes: Problem[] = [...problems, ...written.notes];
  printNotes(notes, context);
  return ok([written.value]);
}
