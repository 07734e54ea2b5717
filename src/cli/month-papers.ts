/** The papers of a month as files in a folder. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { formatBytes } from '../i18n/format.ts';
import type { MonthFile } from '../reports/months/month-papers.ts';
import { writeOutput } from './output-file.ts';
import type { CommandContext } from './terminal.ts';

/** In their order, each told when it is written. */
export async function writePapers(
  files: AsyncIterable<MonthFile>,
  folder: string,
  context: CommandContext,
): Promise<void> {
  for await (const { name, pieces } of files) {
    await writeOutput(join(folder, name), pieces, context.terminal.signal);
    await tellWritten(join(folder, name), context);
  }
}

export async function tellWritten(path: string, { terminal, translate, clearProgress }: CommandContext): Promise<void> {
  clearProgress();
  const size = formatBytes((await stat(path)).size);
  terminal.stderr.write(`${translate('cli.wrote', { file: path, size })}\n`);
}
