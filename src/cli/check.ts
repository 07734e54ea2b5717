/** `chentu check`: opens a workspace, runs every rule, prints the summary, writes the results. */
import { mkdir, readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { runChecks } from '../checks/run-checks.ts';
import { fail, ok, type Problem, type Result, withPlace } from '../core/result.ts';
import { openWorkspace } from '../formats/workspace/open-workspace.ts';
import type { EngineName, LayerNote } from '../model/findings.ts';
import type { RulePack } from '../model/rule-pack.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { BUNDLED_RULE_PACKS, findBundledRulePack } from '../rules/bundled-rule-packs.ts';
import { parseRulePack } from '../rules/parse-rule-pack.ts';
import { parseAsOf } from './as-of.ts';
import type { CommandDefinition, ParsedOptions } from './command.ts';
import { createSpread } from './create-spread.ts';
import { createSubjectLookup } from './describe-subject.ts';
import { parseInteger } from './parse-integer.ts';
import { explainFailure, gatherAlike, printNotes } from './print.ts';
import { printCheck } from './print-check.ts';
import { type CommandContext, EXIT } from './terminal.ts';
import { findWorkspace, withoutCarriedFiles } from './workspace-source.ts';
import { EXPORT_FORMATS, type ExportFormat, writeResults } from './write-results.ts';

export const checkCommand: CommandDefinition = {
  name: 'check',
  positionals: ['WORKSPACE'],
  options: {
    out: { type: 'text', value: 'DIR' },
    rules: { type: 'text', value: 'FILE' },
    'as-of': { type: 'text', value: 'T' },
    format: { type: 'text', value: EXPORT_FORMATS.join(','), choices: EXPORT_FORMATS, list: true },
    shapes: { type: 'flag' },
    jobs: { type: 'text', value: 'N' },
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
    const wording = { translate, describe: createSubjectLookup(document) };
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

/** What could not be read stands in findings.json, too. */
function asNote(problem: Problem): LayerNote {
  return { layer: problem.at?.layer ?? '', problem };
}

function checkUsage(parsed: ParsedOptions): Result<{ jobs: number | undefined }> {
  const asked = parsed.text('jobs');
  const jobs = asked === undefined ? ok(undefined) : parseInteger('--jobs', asked, 1, 1024);
  if (!jobs.ok) return jobs;
  const asOf = parsed.text('as-of');
  if (asOf !== undefined) {
    const valid = parseAsOf(asOf);
    if (!valid.ok) return valid;
  }
  if (parsed.list('format').length > 0 && parsed.text('out') === undefined) return fail('cli-format-without-out');
  return ok({ jobs: jobs.value });
}

interface Opened {
  readonly document: WorkspaceDocument;
  readonly problems: readonly Problem[];
  readonly notes: readonly LayerNote[];
}

/** The workspace with the options' rule pack and clock. Fails where nothing can be read. */
async function openForCheck(parsed: ParsedOptions, context: CommandContext): Promise<Result<Opened>> {
  const { terminal, task, translate } = context;
  const source = await findWorkspace(parsed.positionals[0] as string, terminal.cwd);
  if (!source.ok) return source;
  const named = parsed.text('rules');
  const rules = named === undefined ? ok(undefined) : await readRules(named, context);
  if (!rules.ok) return rules;
  const opened = await openWorkspace(withoutCarriedFiles(source.value.files), parseRulePack, task);
  if (!opened.ok) return opened;
  const { document, problems, notes } = opened.value;
  if (document.layers.length === 0) {
    context.clearProgress();
    for (const line of gatherAlike(problems, translate)) terminal.stderr.write(`  ${line}\n`);
    return fail('cli-nothing-read', {}, { file: parsed.positionals[0] as string });
  }
  const asOf = parsed.text('as-of');
  // Over the workspace's own pack, which lies over the national one: single values are overridden.
  const pack = rules.value === undefined ? ok(document.rulePack) : rules.value(document.rulePack);
  if (!pack.ok) return pack;
  return ok({
    document: { ...document, rulePack: pack.value, ...(asOf !== undefined && { asOf }) },
    problems,
    notes,
  });
}

/** Lays the rules that were asked for over a pack. */
type LayRules = (under: RulePack) => Result<RulePack>;

/** A file, else a bundled pack of that name. What is wrong with it is said before the workspace is read. */
async function readRules(named: string, context: CommandContext): Promise<Result<LayRules>> {
  const place = { file: named };
  const bytes = await readFile(resolve(context.terminal.cwd, named)).catch(() => undefined);
  if (!bytes && !BUNDLED_RULE_PACKS.includes(named)) {
    return fail('cli-no-rules', { packs: BUNDLED_RULE_PACKS.join(', ') }, place);
  }
  const lay = (under?: RulePack) =>
    bytes ? parseRulePack(new Uint8Array(bytes), under) : (findBundledRulePack(named, under) as Result<RulePack>);
  const pack = lay();
  if (!pack.ok) return { ok: false, problem: withPlace(pack.problem, place) };
  printNotes(
    pack.notes.map((note) => withPlace(note, place)),
    context,
  );
  return ok(lay);
}

/** Made if it is not there; told before the work, not after it. */
async function prepareFolder(folder: string, named: string): Promise<Result<string>> {
  const found = await stat(folder).catch(() => undefined);
  if (found && !found.isDirectory()) return fail('cli-not-a-folder', { file: named });
  await mkdir(folder, { recursive: true });
  return ok(folder);
}
