/**
 * The papers of a month: what `chentu report` writes into a folder and the page packs into one file. Each is made when
 * its turn comes, so that not all of them are held at once.
 */

import { findRoadsideSoil } from '../../checks/roadside-soil.ts';
import type { Problem } from '../../core/result.ts';
import type { Translate } from '../../i18n/make-translator.ts';
import type { CheckResult } from '../../model/findings.ts';
import type { RoadsideSoil } from '../../model/roadside-soil.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { createCaseFacts } from '../case-facts.ts';
import { tableCsv } from '../csv.ts';
import { createSubjectLookup } from '../describe-subject.ts';
import { findingAddress } from '../finding-address.ts';
import { findingsJson } from '../findings-json.ts';
import { notesTable, uncheckedTable, type Wording } from '../findings-table.ts';
import { ledgerTables } from '../ledger-tables.ts';
import { roadsideTable } from '../roadside-table.ts';
import { changesTable, countingRulesTable, tallyTable } from './change-tables.ts';
import { changesJson } from './changes-json.ts';
import { compareDocumentMonths, type DocumentMonths } from './document-months.ts';
import { createGrouping, type GroupFinding } from './group-findings.ts';
import { buildMonthReport, type MonthReport } from './month-report.ts';
import { noticesJson, noticesTable } from './notice-tables.ts';
import { rankTallies } from './rank-tallies.ts';

export interface ComparedMonth {
  readonly months: DocumentMonths;
  readonly report: MonthReport;
}

export interface MonthPapers {
  readonly document: WorkspaceDocument;
  readonly result: CheckResult;
  /** Undefined where the workspace keeps no month before, or none that can be read. */
  readonly compared: ComparedMonth | undefined;
  readonly group: GroupFinding;
  readonly wording: Wording;
  /** Of kept months that could not be read. */
  readonly problems: readonly Problem[];
}

export interface MonthFile {
  readonly name: string;
  readonly pieces: Iterable<string | Uint8Array>;
}

export interface PaperOptions {
  /** Where the app is served: findings of the ledger lead there. */
  readonly linkTo?: string | undefined;
}

/** What the papers are written from. `document`: with the months that its workspace keeps. O(findings + zones). */
export function gatherMonth(document: WorkspaceDocument, result: CheckResult, translate: Translate): MonthPapers {
  const wording: Wording = {
    translate,
    describe: createSubjectLookup(document),
    caseOf: createCaseFacts(document, result.asOf),
  };
  const group = createGrouping(document, (subject) => wording.describe(subject).owner);
  const months = compareDocumentMonths(document, result);
  const common = { document, result, group, wording };
  if (months.ok) {
    const report = buildMonthReport(document, result, months.value);
    return { ...common, compared: { months: months.value, report }, problems: months.value.notes };
  }
  const isExpected = months.problem.code === 'months-none-before';
  return { ...common, compared: undefined, problems: isExpected ? [] : [months.problem] };
}

/** findings.json first, then what changed and is proposed, the ledger, the map of the district. */
export async function* monthFiles(papers: MonthPapers, options: PaperOptions = {}): AsyncGenerator<MonthFile> {
  const { document, result, compared, wording } = papers;
  const { decisions = [] } = document;
  yield { name: 'findings.json', pieces: findingsJson(result) };
  if (compared) {
    const { comparison, group } = compared.months;
    const { notices } = compared.report;
    yield { name: 'changes.json', pieces: changesJson(comparison, group) };
    yield { name: 'changes.csv', pieces: tableCsv(changesTable(comparison, group, wording)) };
    yield { name: 'notices.json', pieces: [noticesJson(notices, decisions)] };
    yield { name: 'notices.csv', pieces: tableCsv(noticesTable(notices, decisions, wording)) };
  }
  const { tablesXlsx } = await import('../xlsx.ts');
  const roads = await findRoadsideSoil(document, result);
  yield { name: 'ledger.xlsx', pieces: [await tablesXlsx(workbookTables(papers, roads, options))] };
  const { districtMap } = await import('../sheets/district-map.ts');
  const map = districtMap(document, result.findings);
  if (!map) return;
  const title = wording.translate('sheets.districtMap', { workspace: result.workspace });
  yield { name: 'map.svg', pieces: [map.svg(title)] };
  yield { name: 'map.png', pieces: [map.png()] };
}

function workbookTables(
  { document, result, compared, group, wording }: MonthPapers,
  roads: RoadsideSoil,
  { linkTo }: PaperOptions,
) {
  const addressOf = linkTo === undefined ? undefined : (id: string) => findingAddress(linkTo, document.name, id);
  const streetOf = (finding: Parameters<GroupFinding>[0]) => group(finding).street;
  const [summary, ...lists] = ledgerTables(result, streetOf, wording, { addressOf });
  return [
    ...(summary ? [summary] : []),
    ...(compared ? monthTables(compared, document, wording) : []),
    ...lists,
    ...(roads.pairs.length > 0 ? [roadsideTable(roads, result, streetOf, wording)] : []),
    ...(result.unchecked.length > 0 ? [uncheckedTable(result, wording)] : []),
    ...(result.notes.length > 0 ? [notesTable(result, wording)] : []),
  ];
}

function monthTables({ months, report }: ComparedMonth, { decisions = [] }: WorkspaceDocument, wording: Wording) {
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
