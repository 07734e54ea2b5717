/** `chentu report`: the papers of a month – the ledger, what changed since the month before, who settled what. */
import { resolve } from 'node:path';
import { runChecks } from '../checks/run-checks.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { isMonth, monthOf } from '../model/months.ts';
import { isWebAddress } from '../reports/finding-address.ts';
import { gatherMonth, monthFiles } from '../reports/months/month-papers.ts';
import type { CommandDefinition, ParsedOptions } from './command.ts';
import { createSpread } from './create-spread.ts';
import { tellWritten, writePapers } from './month-papers.ts';
import { keepMonth, withKeptMonths } from './month-snapshots.ts';
import { asNote, CHECKING_OPTIONS, checkingUsage, openForCheck, prepareFolder } from './open-for-check.ts';
import { explainFailure, printNotes } from './print.ts';
import { printMonth } from './print-month.ts';
import { EXIT } from './terminal.ts';
import { readSlipOptions, SLIP_OPTIONS, type SlipRequest, writeSlips } from './write-slips.ts';

export const reportCommand: CommandDefinition = {
  name: 'report',
  positionals: ['WORKSPACE'],
  options: {
    month: { type: 'text', value: 'YYYY-MM' },
    out: { type: 'text', value: 'DIR' },
    'link-to': { type: 'text', value: 'URL' },
    ...SLIP_OPTIONS,
    ...CHECKING_OPTIONS,
    keep: { type: 'flag' },
  },
  async run(parsed, context) {
    const usage = reportUsage(parsed);
    if (!usage.ok) return usage;
    const { out, jobs, slips: slipsAsked } = usage.value;
    const prepared = await prepareFolder(resolve(context.terminal.cwd, out), out);
    if (!prepared.ok) return explainFailure(prepared.problem, context);
    const opened = await openForCheck(parsed, context, { withPhotos: slipsAsked !== undefined });
    if (!opened.ok) return explainFailure(opened.problem, context);
    const { source, document, problems, notes } = opened.value;
    if (parsed.flag('keep') && source.folder === undefined) {
      return explainFailure(fail('cli-keep-needs-folder').problem, context);
    }
    const pool = createSpread(jobs);
    const { spread } = pool;
    const { task } = context;
    const allNotes = [...problems.map(asNote), ...notes];
    const result = await runChecks(document, { engine: 'fast', notes: allNotes, spread, task }).finally(pool.close);
    const month = usage.value.month ?? monthOf(result.asOf);
    if (month === undefined || month !== monthOf(result.asOf)) {
      return explainFailure(fail('cli-report-other-month', { asOf: result.asOf, month: month ?? '' }).problem, context);
    }
    const papers = gatherMonth(await withKeptMonths(document, source), result, context.translate);
    context.clearProgress();
    printNotes(papers.problems, context);
    context.terminal.stdout.write(printMonth({ ...papers, month }));
    await writePapers(monthFiles(papers, { linkTo: usage.value.linkTo }), prepared.value, context);
    if (slipsAsked) {
      const slips = await writeSlips({ document, result, files: source.files }, slipsAsked, prepared.value, context);
      if (!slips.ok) return explainFailure(slips.problem, context);
    }
    if (parsed.flag('keep') && source.folder !== undefined) {
      const kept = await keepMonth(source.folder, month, result, source, context.terminal.signal);
      if (!kept.ok) return explainFailure(kept.problem, context);
      await tellWritten(kept.value, context);
    }
    return ok(EXIT.done);
  },
};

interface ReportUsage {
  readonly month: string | undefined;
  readonly out: string;
  /** Where the app is served. */
  readonly linkTo: string | undefined;
  readonly jobs: number | undefined;
  readonly slips: SlipRequest | undefined;
}

function reportUsage(parsed: ParsedOptions): Result<ReportUsage> {
  const out = parsed.text('out');
  if (out === undefined) return fail('cli-report-without-out');
  const month = parsed.text('month');
  if (month !== undefined && !isMonth(month)) return fail('cli-bad-month', { value: month });
  const linkTo = parsed.text('link-to');
  if (linkTo !== undefined && !isWebAddress(linkTo)) return fail('cli-bad-address', { value: linkTo });
  const slips = readSlipOptions(parsed);
  if (!slips.ok) return slips;
  const checking = checkingUsage(parsed);
  return checking.ok ? ok({ month, out, linkTo, jobs: checking.value.jobs, slips: slips.value }) : checking;
}
