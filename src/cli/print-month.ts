/** A month on a terminal: what is open, what changed, street by street. */
import { formatCount, formatNumber } from '../i18n/format.ts';
import { CHANGE_KINDS } from '../reports/months/compare-months.ts';
import type { ChangeTally } from '../reports/months/tally-changes.ts';
import type { MonthPapers } from './month-papers.ts';
import { layOutTable } from './text-layout.ts';

export function printMonth({
  month,
  result,
  compared,
  wording,
}: Pick<MonthPapers, 'result' | 'compared' | 'wording'> & { readonly month: string }): string {
  const { translate } = wording;
  const open = result.findings.filter(({ status }) => status === 'open').length;
  const head = `${result.workspace}\n${translate('cli.report.head', { month, open: formatCount(open) })}\n`;
  if (!compared) return `${head}${translate('cli.report.nothingBefore')}\n`;
  const { before, after, sameRules } = compared.report.compared;
  const { streets, all: total, notices } = compared.report;
  const rules = sameRules ? '' : `${translate('cli.report.otherRules')}\n`;
  const rows = streets.map((tally) => tallyCells(tally.name ?? translate('months.none.street'), tally));
  const all = tallyCells(translate('months.all'), total);
  const headers = [
    translate('column.street'),
    translate('column.openBefore'),
    ...CHANGE_KINDS.map((kind) => translate(`months.change.${kind}`)),
    translate('column.openNow'),
    translate('column.settledFraction'),
  ];
  const proposed = `${translate('cli.report.notices', { count: notices.proposals.length })}\n`;
  const columns = headers.map((header, index) => ({
    header,
    align: index === 0 ? ('left' as const) : ('right' as const),
  }));
  return `${head}${translate('months.compared', { before: before.asOf, after: after.asOf })}\n${rules}\n${layOutTable(columns, [...rows, all])}${proposed}`;
}

function tallyCells(name: string, { counts, openBefore, openNow, settledFraction }: ChangeTally): string[] {
  return [
    name,
    formatCount(openBefore),
    ...CHANGE_KINDS.map((kind) => (counts[kind] === 0 ? '–' : formatCount(counts[kind]))),
    formatCount(openNow),
    settledFraction === undefined ? '–' : `${formatNumber(settledFraction * 100, 1)}%`,
  ];
}
