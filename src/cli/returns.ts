/** `chentu returns WORKSPACE FILE…`: slips that came back settle their findings in workspace.json, and nothing else changes. */
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { runChecks } from '../checks/run-checks.ts';
import { fail, ok, type Problem, type Result } from '../core/result.ts';
import { readReturned } from '../formats/returns/read-returned.ts';
import { applyPatch } from '../model/patch.ts';
import { planReturns } from '../reports/slips/plan-returns.ts';
import type { ReturnedPhoto } from '../reports/slips/returned-photo.ts';
import type { CommandDefinition } from './command.ts';
import { createSpread } from './create-spread.ts';
import { asNote, CHECKING_OPTIONS, checkingUsage, openForCheck } from './open-for-check.ts';
import { explainFailure, printNotes } from './print.ts';
import { readPlacedPhoto } from './read-placed-photo.ts';
import { type CommandContext, EXIT } from './terminal.ts';
import { writeCases } from './write-cases.ts';

const PICTURE = /\.(?:jpe?g|png|webp|hei[cf])$/iu;

export const returnsCommand: CommandDefinition = {
  name: 'returns',
  positionals: ['WORKSPACE', 'FILE…'],
  options: { 'dry-run': { type: 'flag' }, ...CHECKING_OPTIONS },
  async run(parsed, context) {
    const usage = checkingUsage(parsed);
    if (!usage.ok) return usage;
    const { terminal, translate, task } = context;
    const read = await readFiles(parsed.positionals.slice(1), context);
    if (!read.ok) return explainFailure(read.problem, context);
    const opened = await openForCheck(parsed, context);
    if (!opened.ok) return explainFailure(opened.problem, context);
    const { source, document, problems, notes } = opened.value;
    const { folder } = source;
    if (folder === undefined) return explainFailure(fail('cli-returns-needs-folder').problem, context);
    const pool = createSpread(usage.value.jobs);
    const checkNotes = [...problems.map(asNote), ...notes];
    const options = { engine: 'fast', notes: checkNotes, spread: pool.spread, task } as const;
    const result = await runChecks(document, options).finally(pool.close);
    const byId = new Map(result.findings.map((finding) => [finding.id, finding]));
    const plan = planReturns(document, (id) => byId.get(id), read.value);
    context.clearProgress();
    printNotes([...read.value.problems, ...plan.notes], context);
    const { settled, photoCount, unchangedCount, unknownCount, patch } = plan;
    const params = { settledCount: settled.length, photoCount, unchangedCount, unknownCount };
    terminal.stdout.write(`${translate('returns.dialog.outcome', params)}\n`);
    if (!patch) return ok(settled.length + unchangedCount > 0 ? EXIT.done : EXIT.failed);
    if (parsed.flag('dry-run')) {
      terminal.stdout.write(`${translate('cli.returns.dry')}\n`);
      return ok(EXIT.done);
    }
    const { cases = [] } = applyPatch(document, patch).document;
    const attached = patch.operations.flatMap((operation) =>
      operation.op === 'attachment' && operation.bytes ? [{ path: operation.path, bytes: operation.bytes }] : [],
    );
    const written = await writeCases(folder, cases, attached, terminal.signal);
    if (!written.ok) return explainFailure(written.problem, context);
    terminal.stderr.write(`${translate('cli.returns.written', { file: join(folder, 'workspace.json') })}\n`);
    return ok(EXIT.done);
  },
};

interface ReadFiles {
  readonly tables: Awaited<ReturnType<typeof readReturned>>['tables'];
  readonly photos: readonly ReturnedPhoto[];
  readonly problems: readonly Problem[];
}

/** Fails on a file that is not there: a wrong name is a wrong command. */
async function readFiles(names: readonly string[], { terminal, task }: CommandContext): Promise<Result<ReadFiles>> {
  const papers: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  const photos: ReturnedPhoto[] = [];
  for (const name of names) {
    const found = await readFile(resolve(terminal.cwd, name)).catch(() => undefined);
    if (!found) return fail('cli-not-found', { file: name });
    const bytes = new Uint8Array(found);
    if (PICTURE.test(name)) photos.push(await readPlacedPhoto(basename(name), bytes));
    else papers.push({ name: basename(name), bytes });
  }
  const { tables, pictures, problems } = await readReturned(papers, task);
  for (const { name, bytes } of pictures) photos.push(await readPlacedPhoto(name, bytes));
  return ok({ tables, photos, problems });
}
