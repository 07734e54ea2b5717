/** `chentu check`: opens a workspace, runs every rule, prints the summary, writes the results. */
import { resolve } from 'node:path';
import { runChecks } from '../checks/run-checks.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { EngineName } from '../model/findings.ts';
import { createCaseFacts } from '../reports/case-facts.ts';
import type { CommandDefinition, ParsedOptions } from './command.ts';
import { createSpread } from './create-spread.ts';
import { createSubjectLookup } from './describe-subject.ts';
import { asNote, CHECKING_OPTIONS, checkingUsage, openForCheck, prepareFolder } from './open-for-check.ts';
import { explainFailure } from './print.ts';
import { printCheck } from './print-check.ts';
import { EXIT } from './terminal.ts';
import { EXPORT_FORMATS, type ExportFormat, writeResults } from './write-results.ts';

export const checkCommand: CommandDefinition = {
  name: 'check',
  positionals: ['WORKSPACE'],
  options: {
    out: { type: 'text', value: 'DIR' },
    rules: CHECKING_OPTIONS.rules,
    'as-of': CHECKING_OPTIONS['as-of'],
    format: { type: 'text', value: EXPORT_FORMATS.join(','), choices: EXPORT_FORMATS, list: true },
    shapes: { type: 'flag' },
    jobs: CHECKING_OPTIONS.jobs,
    engine: { type: 'text', value: 'fast|turf', choices: ['fast', 'turf'] },
  },
  async run(parsed, context) {
    const { terminal, translate, language, task, clearProgress } = context;
    const usage = checkUsage(parsed);
    if (!usage.ok) return usage;
    const out = parsed.text('out');
    const prepared = out === undefined ? ok(undefined) : await prepareFolder(resolve(terminal.cwd, out), out);
    if (!prepared.ok) return explainFailure(prepared.problem, context);
    const opened = await openForCheck(parsed, context);
    if (!opened.ok) return explainFailure(opened.problem, context);
    const { document, problems, notes } = opened.value;
    const engine = (parsed.text('engine') ?? 'fast') as EngineName;
    const allNotes = [...problems.map(asNote), ...notes];
    const pool = createSpread(usage.value.jobs);
    const { spread } = pool;
    const result = await runChecks(document, {
      engine,
      notes: allNotes,
      shapes: parsed.flag('shapes'),
      spread,
      task,
    }).finally(pool.close);
    const wording = {
      translate,
      describe: createSubjectLookup(document),
      caseOf: createCaseFacts(document, result.asOf),
    };
    clearProgress();
    const rulePackName = document.rulePack.name[language];
    terminal.stdout.write(
      printCheck({ result, rulePackName, problems, wording, language, written: out !== undefined }),
    );
    if (prepared.value === undefined) return ok(EXIT.done);
    const formats = parsed.list('format') as ExportFormat[];
    const written = await writeResults({ result, wording, folder: prepared.value, formats }, context);
    return written.ok ? ok(EXIT.done) : explainFailure(written.problem, context);
  },
};

function checkUsage(parsed: ParsedOptions): Result<{ jobs: number | undefined }> {
  if (parsed.list('format').length > 0 && parsed.text('out') === undefined) return fail('cli-format-without-out');
  return checkingUsage(parsed);
}
