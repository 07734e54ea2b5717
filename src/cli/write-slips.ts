/** Slips 交办单 of a month as one Word file, from our template or the office's own. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fail, ok, type Result } from '../core/result.ts';
import type { WorkspaceFiles } from '../formats/workspace/workspace-files.ts';
import type { CheckResult, RuleId } from '../model/findings.ts';
import { RULE_IDS } from '../model/findings.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { templatePath } from '../reports/slips/own-template.ts';
import type { ParsedOptions } from './command.ts';
import { tellWritten } from './month-papers.ts';
import { writeOutput } from './output-file.ts';
import { parseInteger } from './parse-integer.ts';
import type { CommandContext } from './terminal.ts';

export const SLIP_OPTIONS = {
  slips: { type: 'text', value: 'finding|street', choices: ['finding', 'street'] },
  rule: { type: 'text', value: 'RULE,…', choices: RULE_IDS, list: true },
  'deadline-days': { type: 'text', value: 'N' },
  template: { type: 'text', value: 'FILE' },
  people: { type: 'flag' },
} as const;

/** A proposal, no rule: a week. */
const DEADLINE_DAYS = '7';

export interface SlipRequest {
  readonly per: 'finding' | 'street';
  readonly rules: readonly RuleId[];
  readonly deadlineDays: number;
  readonly template: string | undefined;
  readonly withPersonal: boolean;
}

/** Undefined where no slips are asked for. */
export function readSlipOptions(parsed: ParsedOptions): Result<SlipRequest | undefined> {
  const per = parsed.text('slips') as SlipRequest['per'] | undefined;
  if (per === undefined) return ok(undefined);
  const days = parseInteger('--deadline-days', parsed.text('deadline-days') ?? DEADLINE_DAYS, 0, 3650);
  if (!days.ok) return days;
  return ok({
    per,
    rules: parsed.list('rule') as readonly RuleId[],
    deadlineDays: days.value,
    template: parsed.text('template'),
    withPersonal: parsed.flag('people'),
  });
}

interface CheckedWorkspace {
  readonly document: WorkspaceDocument;
  readonly result: CheckResult;
  readonly files: WorkspaceFiles;
}

/** Fails where the template cannot be used, or nothing is open. */
export async function writeSlips(
  { document, result, files }: CheckedWorkspace,
  request: SlipRequest,
  folder: string,
  context: CommandContext,
): Promise<Result<undefined>> {
  const { terminal, translate, language } = context;
  const [{ buildSlips }, { slipsDocx }, { drawSlipMaps, MOST_MAPS, withStreetMaps }] = await Promise.all([
    import('../reports/slips/build-slips.ts'),
    import('../reports/slips/slips-docx.ts'),
    import('../reports/slips/slip-maps.ts'),
  ]);
  const { per, rules, deadlineDays, withPersonal, template: named } = request;
  const options = {
    translate,
    language,
    per,
    deadlineDays,
    withPersonal,
    ...(rules.length > 0 && { rules }),
  };
  const asked = buildSlips(document, result, options);
  // A list of a street's findings has one map of the street instead.
  const ids = new Set(per === 'finding' ? asked.flatMap(({ items }) => items.map(({ findingId }) => findingId)) : []);
  const shown = result.findings.filter(({ id }) => ids.has(id));
  const maps = await drawSlipMaps(document, shown, translate, context.task);
  const built = buildSlips(document, result, { ...options, mapOf: ({ id }) => maps.get(id) });
  if (built.length === 0) return fail('cli-no-slips');
  const slips = await withStreetMaps(document, built, translate, context.task);
  context.clearProgress();
  if (shown.length > MOST_MAPS) {
    terminal.stderr.write(`${translate('sheets.mapsLeftOut', { count: MOST_MAPS })}\n`);
  }
  const template =
    named === undefined
      ? await readKeptTemplate(files, per)
      : await readFile(resolve(terminal.cwd, named)).catch(() => undefined);
  if (named !== undefined && !template) return fail('cli-not-found', { file: named });
  const made = await slipsDocx(slips, { translate, language }, template && new Uint8Array(template));
  if (!made.ok) return made;
  const path = join(folder, 'slips.docx');
  await writeOutput(path, [made.value], terminal.signal);
  await tellWritten(path, context);
  return ok(undefined);
}

/** The office's own that the page has put into the workspace. */
async function readKeptTemplate(files: WorkspaceFiles, per: SlipRequest['per']): Promise<Uint8Array | undefined> {
  const path = templatePath(per);
  return files.paths().includes(path) ? files.read(path) : undefined;
}
