/** The papers of a month as files in a folder. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { formatBytes } from '../i18n/format.ts';
import type { CheckResult } from '../model/findings.ts';
import type { NoticeDecision } from '../model/notice-decision.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { tableCsv } from '../reports/csv.ts';
import { findingsJson } from '../reports/findings-json.ts';
import { notesTable, uncheckedTable, type Wording } from '../reports/findings-table.ts';
import { ledgerTables } from '../reports/ledger-tables.ts';
import { changesTable, countingRulesTable, tallyTable } from '../reports/months/change-tables.ts';
import { changesJson } from '../reports/months/changes-json.ts';
import type { DocumentMonths } from '../reports/months/document-months.ts';
import type { GroupFinding } from '../reports/months/group-findings.ts';
import type { MonthReport } from '../reports/months/month-report.ts';
import { noticesJson, noticesTable } from '../reports/months/notice-tables.ts';
import { rankTallies } from '../reports/months/rank-tallies.ts';
import { writeOutput } from './output-file.ts';
import type { CommandContext } from './terminal.ts';

export interface ComparedMonth {
  readonly months: DocumentMonths;
  readonly report: MonthReport;
}

export interface MonthPapers {
  readonly document: WorkspaceDocument;
  readonly result: CheckResult;
  readonly compared: ComparedMonth | undefined;
  readonly group: GroupFinding;
  readonly wording: Wording;
}

export async function writePapers(papers: MonthPapers, folder: string, context: CommandContext): Promise<void> {
  const { document, result, compared, wording } = papers;
  const { decisions = [] } = document;
  const write = async (name: string, pieces: Iterable<string | Uint8Array>) => {
    await writeOutput(join(folder, name), pieces, context.terminal.signal);
    await tellWritten(join(folder, name), context);
  };
  await write('findings.json', findingsJson(result));
  if (compared) {
    const { comparison, group } = compared.months;
    const { notices } = compared.report;
    await write('changes.json', changesJson(comparison, group));
    await write('changes.csv', tableCsv(changesTable(comparison, group, wording)));
    await write('notices.json', [noticesJson(notices, decisions)]);
    await write('notices.csv', tableCsv(noticesTable(notices, decisions, wording)));
  }
  const { tablesXlsx } = await import('../reports/xlsx.ts');
  await write('ledger.xlsx', [await tablesXlsx(workbookTables(papers))]);
  const { districtMap } = await import('../reports/sheets/district-map.ts');
  const map = districtMap(document, result.findings);
  if (!map) return;
  await write('map.svg', [map.svg(wording.translate('sheets.districtMap', { workspace: result.workspace }))]);
  await write('map.png', [map.png()]);
}

function workbookTables({ document, result, compared, group, wording }: MonthPapers) {
  const [summary, ...lists] = ledgerTables(result, (finding) => group(finding).street, wording);
  return [
    ...(summary ? [summary] : []),
    ...(compared ? monthTables(compared, document.decisions ?? [], wording) : []),
    ...lists,
    ...(result.unchecked.length > 0 ? [uncheckedTable(result, wording)] : []),
    ...(result.notes.length > 0 ? [notesTable(result, wording)] : []),
  ];
}

function monthTables({ months, report }: ComparedMonth, decisions: readonly NoticeDecision[], wording: Wording) {
  const { translate } = wording;
  const { comparison, group } = months;
  return [
    tallyTable(rankTallies(report.streets, 'settledFraction'), report.all, 'street', translate),
    tallyTable(rankTallies(report.owners, 'settledFraction'), report.all, 'owner', translate),
    noticesTable(report.notices, decisions, wording),
    changesTable(comparison, group, wording),
    countingRulesTable(comparison, translate),
  ];
}

export async function tellWritten(path: string, { terminal, translate, clearProgress }: CommandContext): Promise<void> {
  clearProgress();
  const size = formatBytes((await stat(path)).size);
  terminal.stderr.write(`${translate('cli.wrote', { file: path, size })}\n`);
}
