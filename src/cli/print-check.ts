/** The result of a check as an office reads it on a terminal: head, summary table, what was not read, not checked, noted. */

import { FALLBACK_AS_OF } from '../checks/as-of.ts';
import type { Problem } from '../core/result.ts';
import { explainProblem } from '../i18n/explain.ts';
import { formatArea, formatCount, formatDateTime, formatNumber, SQUARE_METERS_PER_MU } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import type { Translate } from '../i18n/translate.ts';
import type { CheckResult, RuleId } from '../model/findings.ts';
import { nameSubjects, type Wording } from '../reports/findings-table.ts';
import { type SummaryRow, summaryRows } from '../reports/summary-table.ts';
import { gatherAlike, LINES_SHOWN } from './print.ts';
import { type LayoutColumn, layOutTable } from './text-layout.ts';

export interface CheckPrintout {
  readonly result: CheckResult;
  readonly rulePackName: string;
  /** Layers that could not be read at all. */
  readonly problems: readonly Problem[];
  readonly wording: Wording;
  readonly language: Language;
  /** Whether findings.json holds what is cut off here. */
  readonly written: boolean;
}

export function printCheck(printout: CheckPrintout): string {
  const { result, wording, problems } = printout;
  const { translate } = wording;
  const notes = result.notes.map(({ problem }) => problem).filter((note) => !problems.includes(note));
  const unchecked = result.unchecked.map(({ rule, subjects, problem }) => {
    const sentence = explainProblem(problem, translate);
    if (subjects.length === 0) return sentence;
    const place = `${translate(`rule.${rule}`)} ${nameSubjects(subjects, wording)}`;
    return translate('place.sentence', { place, sentence });
  });
  const blocks = [
    printHead(printout),
    printSummary(result, translate),
    printList(
      'cli.check.problemsTitle',
      problems.length,
      problems.map((each) => explainProblem(each, translate)),
      printout,
    ),
    printList('cli.check.uncheckedTitle', unchecked.length, unchecked, printout),
    printList('cli.check.notesTitle', notes.length, gatherAlike(notes, translate), printout),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function printHead({ result, rulePackName, wording: { translate }, language }: CheckPrintout): string {
  const { summary } = result;
  const separator = language === 'zh-CN' ? '，' : ', ';
  const asOf =
    result.asOf !== FALLBACK_AS_OF
      ? translate('cli.check.asOf', { asOf: formatDateTime(result.asOf) })
      : translate('cli.check.asOfUnknown');
  const pack = translate('cli.check.rulePack', { name: rulePackName, version: result.rulePack.version });
  const counts = [
    translate('cli.check.sources', { count: summary.sources }),
    translate('cli.check.zones', { count: summary.zones }),
  ];
  if (summary.boundaryAreaSquareMeters > 0) {
    counts.push(translate('cli.check.boundary', { area: formatArea(summary.boundaryAreaSquareMeters, language) }));
    counts.push(translate('cli.check.uncovered', { area: formatArea(summary.uncoveredAreaSquareMeters, language) }));
  }
  const head = [asOf, pack, translate('cli.check.engine', { engine: result.engine })].join(separator);
  return `${result.workspace}\n${head}\n${counts.join(separator)}\n`;
}

/** Columns that say nothing for any rule (slivers, exceptions, unchecked) are left out. */
function printSummary(result: CheckResult, translate: Translate): string {
  const rows = summaryRows(result);
  if (rows.length === 0) return `${translate('cli.check.nothing')}\n`;
  const idle = rulesNotRun(result);
  const has = (key: 'slivers' | 'excepted' | 'unchecked') =>
    rows.some((row) => row[key] > 0 && !(key === 'unchecked' && idle.has(row.rule)));
  const cells: [header: string, shown: boolean, cell: (row: SummaryRow) => string][] = [
    [translate('column.rule'), true, ({ rule }) => translate(`rule.${rule}`)],
    [
      translate('column.count'),
      true,
      ({ rule, count }) => (idle.has(rule) ? translate('column.unchecked') : formatCount(count)),
    ],
    [
      translate('column.areaMu'),
      true,
      (row) => orDash(row.areaSquareMeters, (area) => formatNumber(area / SQUARE_METERS_PER_MU, 1)),
    ],
    [
      translate('column.areaSquareMeters'),
      true,
      (row) => orDash(row.areaSquareMeters, (area) => formatNumber(area, 0)),
    ],
    [translate('column.slivers'), has('slivers'), ({ slivers }) => orDash(slivers, formatCount)],
    [
      translate('column.sliverAreaSquareMeters'),
      has('slivers'),
      (row) => orDash(row.sliverAreaSquareMeters, (area) => formatNumber(area, 1)),
    ],
    [translate('column.excepted'), has('excepted'), ({ excepted }) => orDash(excepted, formatCount)],
    [
      translate('column.unchecked'),
      has('unchecked'),
      ({ rule, unchecked }) => orDash(idle.has(rule) ? 0 : unchecked, formatCount),
    ],
  ];
  const shown = cells.filter(([, isShown]) => isShown);
  const columns = shown.map(([header], index): LayoutColumn => ({ header, align: index === 0 ? 'left' : 'right' }));
  return layOutTable(
    columns,
    rows.map((row) => shown.map(([, , cell]) => cell(row))),
  );
}

/** Rules that judged nothing at all: no 0 stands for them. */
function rulesNotRun({ unchecked, summary }: CheckResult): Set<RuleId> {
  const whole = unchecked.filter(({ rule, subjects }) => subjects.length === 0 && !summary.byRule[rule]?.count);
  return new Set(whole.map(({ rule }) => rule));
}

function orDash(value: number, format: (value: number) => string): string {
  return value === 0 ? '–' : format(value);
}

function printList(title: string, count: number, lines: readonly string[], printout: CheckPrintout): string {
  if (count === 0) return '';
  const { translate } = printout.wording;
  const shown = lines.slice(0, LINES_SHOWN).map((line) => `  ${line}\n`);
  const rest = lines.length - shown.length;
  const more =
    rest > 0 ? `  ${translate(printout.written ? 'cli.check.moreWritten' : 'cli.check.more', { count: rest })}\n` : '';
  return `${translate(title, { count })}\n${shown.join('')}${more}`;
}
