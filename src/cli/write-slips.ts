/** Slips 交办单 of a month as one Word file, from our template or the office's own. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fail, ok, type Result } from '../core/result.ts';
import type { CheckResult, RuleId } from '../model/findings.ts';
import { RULE_IDS } from '../model/findings.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import type { createFindingMaps } from '../reports/sheets/finding-map.ts';
import type { SlipOptions } from '../reports/slips/slip-options.ts';
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

/** A Word file of thousands of pictures opens in no office: slips beyond these say that they have none. */
const MOST_MAPS = 500;
/** Of 96 dpi: sharp enough on paper, and a third of the size of one of 200 dpi. */
const MAP_SCALE = 1.5;

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

/** Fails where the template cannot be used, or nothing is open. */
export async function writeSlips(
  document: WorkspaceDocument,
  result: CheckResult,
  request: SlipRequest,
  folder: string,
  context: CommandContext,
): Promise<Result<undefined>> {
  const { terminal, translate, language } = context;
  const [{ buildSlips }, { slipsDocx }, { createFindingMaps }] = await Promise.all([
    import('../reports/slips/build-slips.ts'),
    import('../reports/slips/slips-docx.ts'),
    import('../reports/sheets/finding-map.ts'),
  ]);
  const { per, rules, deadlineDays, withPersonal, template: named } = request;
  const ruleFilter = rules.length > 0 ? { rules } : {};
  // A list of a street's findings has no place for maps.
  const mapOf = per === 'finding' ? createMapOf(createFindingMaps(document), translate) : undefined;
  const slips = buildSlips(document, result, {
    translate,
    language,
    per,
    deadlineDays,
    withPersonal,
    ...ruleFilter,
    ...(mapOf && { mapOf }),
  });
  if (slips.length === 0) return fail('cli-no-slips');
  if (mapOf && slips.length > MOST_MAPS) {
    terminal.stderr.write(`${translate('sheets.mapsLeftOut', { count: MOST_MAPS })}\n`);
  }
  const template =
    named === undefined ? undefined : await readFile(resolve(terminal.cwd, named)).catch(() => undefined);
  if (named !== undefined && !template) return fail('cli-not-found', { file: named });
  const made = await slipsDocx(slips, { translate, language }, template && new Uint8Array(template));
  if (!made.ok) return made;
  const path = join(folder, 'slips.docx');
  await writeOutput(path, [made.value], terminal.signal);
  await tellWritten(path, context);
  return ok(undefined);
}

function createMapOf(
  mapOfFinding: ReturnType<typeof createFindingMaps>,
  translate: CommandContext['translate'],
): NonNullable<SlipOptions['mapOf']> {
  let left = MOST_MAPS;
  return (finding) => {
    if (left-- <= 0) return undefined;
    const description = translate('sheets.findingMap', { rule: translate(`rule.${finding.rule}`) });
    return { png: mapOfFinding(finding).png(MAP_SCALE), description };
  };
}
