/** A workspace as a check wants it: read without what is only carried along, under the rules and the clock that were asked for. */
import { mkdir, readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fail, ok, type Problem, type Result, withPlace } from '../core/result.ts';
import { openWorkspace } from '../formats/workspace/open-workspace.ts';
import type { LayerNote } from '../model/findings.ts';
import type { RulePack } from '../model/rule-pack.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { BUNDLED_RULE_PACKS, findBundledRulePack } from '../rules/bundled-rule-packs.ts';
import { parseRulePack } from '../rules/parse-rule-pack.ts';
import { parseAsOf } from './as-of.ts';
import type { ParsedOptions } from './command.ts';
import { parseInteger } from './parse-integer.ts';
import { gatherAlike, printNotes } from './print.ts';
import type { CommandContext } from './terminal.ts';
import { findWorkspace, type WorkspaceSource, withoutCarriedFiles } from './workspace-source.ts';

/** Options of every command that checks. */
export const CHECKING_OPTIONS = {
  rules: { type: 'text', value: 'FILE' },
  'as-of': { type: 'text', value: 'T' },
  jobs: { type: 'text', value: 'N' },
} as const;

export interface Opened {
  readonly source: WorkspaceSource;
  readonly document: WorkspaceDocument;
  readonly problems: readonly Problem[];
  readonly notes: readonly LayerNote[];
}

/** The workspace with the options' rule pack and clock, and its photos where they are wanted. Fails where nothing can be read. */
export async function openForCheck(
  parsed: ParsedOptions,
  context: CommandContext,
  { withPhotos = false } = {},
): Promise<Result<Opened>> {
  const { terminal, task, translate } = context;
  const source = await findWorkspace(parsed.positionals[0] as string, terminal.cwd);
  if (!source.ok) return source;
  const named = parsed.text('rules');
  const rules = named === undefined ? ok(undefined) : await readRules(named, context);
  if (!rules.ok) return rules;
  const opened = await openWorkspace(withoutCarriedFiles(source.value.files, withPhotos), parseRulePack, task);
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
    source: source.value,
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

/** What could not be read stands in findings.json, too. */
export function asNote(problem: Problem): LayerNote {
  return { layer: problem.at?.layer ?? '', problem };
}

/** Whether the options of the check can be meant. */
export function checkingUsage(parsed: ParsedOptions): Result<{ jobs: number | undefined }> {
  const asked = parsed.text('jobs');
  const jobs = asked === undefined ? ok(undefined) : parseInteger('--jobs', asked, 1, 1024);
  if (!jobs.ok) return jobs;
  const asOf = parsed.text('as-of');
  const valid = asOf === undefined ? ok(asOf) : parseAsOf(asOf);
  return valid.ok ? ok({ jobs: jobs.value }) : valid;
}

/** Made if it is not there; told before the work, not after it. */
export async function prepareFolder(folder: string, named: string): Promise<Result<string>> {
  const found = await stat(folder).catch(() => undefined);
  if (found && !found.isDirectory()) return fail('cli-not-a-folder', { file: named });
  await mkdir(folder, { recursive: true });
  return ok(folder);
}
