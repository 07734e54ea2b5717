/** The papers of a month as files in a folder. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { formatBytes } from '../i18n/format.ts';
import type { CheckResult } from '../model/findings.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { tableCsv } from '../reports/csv.ts';
import { findingsJson } from '../reports/findings-json.ts';
import { notesTable, uncheckedTable, type Wording } from '../reports/findings-table.ts';
import { ledgerTables } from '../reports/ledger-tables.ts';
import { changesTable, countingRulesTable, tallyTable } from '../reports/months/change-tables.ts';
import { changesJson } from '../reports/months/changes-json.ts';
import type { MonthComparison } from '../reports/months/compare-months.ts';
import type { GroupFinding } from '../reports/months/group-findings.ts';
import { writeOutput } from './output-file.ts';
import type { CommandContext } from './terminal.ts';

export interface MonthPapers {
  readonly document: WorkspaceDocument;
  readonly result: CheckResult;
  readonly compared: MonthComparison | undefined;
  readonly group: GroupFinding;
  readonly wording: Wording;
}

export async function writePapers(papers: MonthPapers, folder: string, context: CommandContext): Promise<void> {
  const { document, result, compared, group, wording } = papers;
  const write = async (name: string, pieces: Iterable<string | Uint8Array>) => {
    await writeOutput(join(folder, name), pieces, context.terminal.signal);
    await tellWritten(join(folder, name), context);
  };
  await write('findings.json', findingsJson(result));
  if (compared) {
    await write('changes.json', changesJson(compared, group));
    await write('changes.csv', tableCsv(changesTable(compared, group, wording)));
  }
  const { tablesXlsx } = await import('../reports/xlsx.ts');
  await write('ledger.xlsx', [await tablesXlsx(workbookTables(papers))]);
  const { districtMap } = await import('../reports/sheets/district-map.ts');
  const map = districtMap(document, result.findings);
  if (!map) return;
  await write('map.svg', [map.svg(wording.translate('sheets.districtMap', { workspace: result.workspace }))]);
  await write('map.png', [map.png()]);
}

function workbookTables({ result, compared, group, wording }: MonthPapers) {
  const { translate } = wording;
  const [summary, ...lists] = ledgerTables(result, (finding) => group(finding).street, wording);
  return [
    ...(summary ? [summary] : []),
    ...(compared
      ? [
          tallyTable(compared, group, 'street', translate),
          tallyTable(compared, group, 'owner', translate),
          changesTable(compared, group, wording),
          countingRulesTable(compared, translate),
        ]
      : []),
    ...lists,
    ...(result.unchecked.length > 0 ? [uncheckedTable(result, wording)] : []),
    ...(result.notes.length > 0 ? [notesTable(result, wording)] : []),
  ];
}

export async function tellWritten(path: string, { terminal, translate, clearProgress }: CommandContext): Promise<void> {
  clearProgress();
  const size = formatBytes((await stat(path)).size);
  terminal.stderr.write(`${translate('cli.wrote', { file: path, size })}\n`);
}
