/**
 * Findings, unchecked pairs and notes as tables: what CSV, XLSX, GeoJSON properties and FlatGeobuf
 * columns are made of. Words come from the translator; names of features from whoever has the
 * document.
 */
import type { Subject } from '../core/subject.ts';
import { explainFinding, explainProblem, explainSuggestion } from '../i18n/explain.ts';
import type { Translate } from '../i18n/translate.ts';
import type { CheckResult, Finding } from '../model/findings.ts';
import { CASE_COLUMNS, type CaseFactsOf } from './case-facts.ts';
import { roundDegrees, roundFraction, roundMeters } from './rounding.ts';
import type { Table, TableCell, TableColumn, TableColumnType } from './table.ts';

/** What the ledger says of a feature; nothing where it says nothing. */
export interface SubjectInfo {
  readonly layerTitle?: string | undefined;
  readonly name?: string | undefined;
  readonly owner?: string | undefined;
}
export type DescribeSubject = (subject: Subject) => SubjectInfo;

export interface Wording {
  readonly translate: Translate;
  readonly describe: DescribeSubject;
  /** With what became of the findings, in columns of their own. */
  readonly caseOf?: CaseFactsOf;
}

interface FindingColumn {
  readonly key: string;
  readonly type: TableColumnType;
  readonly value: (finding: Finding, wording: Wording) => TableCell;
}

const meters = (
  key: 'distanceMeters' | 'widthMeters' | 'lengthMeters' | 'areaSquareMeters' | 'uncoveredAreaSquareMeters',
) =>
  ({
    key,
    type: 'number',
    value: ({ measures }) => roundOrNull(measures[key], roundMeters),
  }) as const satisfies FindingColumn;
const tonnes = (key: string, index: 0 | 1) =>
  ({
    key,
    type: 'number',
    value: ({ measures }) => roundOrNull(measures.pm10TonnesPerYear?.[index], roundFraction),
  }) as const satisfies FindingColumn;

const FINDING_COLUMNS: readonly FindingColumn[] = [
  { key: 'id', type: 'text', value: (finding) => finding.id },
  { key: 'rule', type: 'text', value: (finding, { translate }) => translate(`rule.${finding.rule}`) },
  { key: 'priority', type: 'count', value: (finding) => finding.priority },
  { key: 'severity', type: 'fraction', value: (finding) => roundFraction(finding.severity) },
  { key: 'status', type: 'text', value: (finding, { translate }) => translate(`status.${finding.status}`) },
  { key: 'subjects', type: 'text', value: (finding, wording) => nameSubjects(finding.subjects, wording) },
  { key: 'owners', type: 'text', value: (finding, wording) => ownersOf(finding.subjects, wording) },
  meters('areaSquareMeters'),
  meters('uncoveredAreaSquareMeters'),
  {
    key: 'coveredFraction',
    type: 'fraction',
    value: ({ measures }) => roundOrNull(measures.coveredFraction, roundFraction),
  },
  meters('distanceMeters'),
  meters('widthMeters'),
  meters('lengthMeters'),
  tonnes('pm10TonnesPerYearLow', 0),
  tonnes('pm10TonnesPerYearHigh', 1),
  { key: 'longitude', type: 'degrees', value: (finding) => roundDegrees(finding.at[0]) },
  { key: 'latitude', type: 'degrees', value: (finding) => roundDegrees(finding.at[1]) },
  { key: 'explanation', type: 'text', value: (finding, { translate }) => explainFinding(finding, translate) },
  { key: 'suggestion', type: 'text', value: (finding, { translate }) => explainSuggestion(finding, translate) ?? null },
  { key: 'ruleId', type: 'text', value: (finding) => finding.rule },
  { key: 'subjectIds', type: 'text', value: (finding) => finding.subjects.map(plainName).join('; ') },
];

/** All findings in the result's order. Rows are made on demand. */
export function findingsTable(result: CheckResult, wording: Wording): Table {
  const { translate, caseOf } = wording;
  const cases = caseOf ? CASE_COLUMNS : [];
  return {
    title: translate('report.findings'),
    columns: [...FINDING_COLUMNS, ...cases].map(({ key, type }) => column(key, type, translate)),
    rows: lazily(result.findings, (finding) => {
      const facts = caseOf?.(finding);
      return [
        ...FINDING_COLUMNS.map(({ value }) => value(finding, wording)),
        ...(facts ? CASE_COLUMNS.map(({ value }) => value(facts, translate)) : []),
      ];
    }),
  };
}

/** Pairs and features that a rule could not judge. */
export function uncheckedTable(result: CheckResult, wording: Wording): Table {
  const { translate } = wording;
  return {
    title: translate('report.unchecked'),
    columns: ['rule', 'subjects', 'reason', 'subjectIds'].map((key) => column(key, 'text', translate)),
    rows: lazily(result.unchecked, ({ rule, subjects, problem }) => [
      translate(`rule.${rule}`),
      nameSubjects(subjects, wording),
      explainProblem(problem, translate),
      subjects.map(plainName).join('; '),
    ]),
  };
}

/** What was odd in the data; rows counted from 1, without a header line. */
export function notesTable(result: CheckResult, { translate }: Wording): Table {
  return {
    title: translate('report.notes'),
    columns: [column('layer', 'text', translate), column('row', 'count', translate), column('note', 'text', translate)],
    rows: lazily(result.notes, ({ layer, row, problem }) => [
      layer,
      row === undefined ? null : row + 1,
      explainProblem({ code: problem.code, params: problem.params }, translate),
    ]),
  };
}

export function column(key: string, type: TableColumnType, translate: Translate): TableColumn {
  return { key, type, header: translate(`column.${key}`) };
}

/** `裸土图斑 3 号地块；责任网格 G07`: each subject by layer and name, or by its id. */
export function nameSubjects(subjects: readonly Subject[], { translate, describe }: Wording): string {
  const names = subjects.map((subject) => {
    const { layerTitle, name } = describe(subject);
    return translate('report.subject', { title: layerTitle ?? subject.layer, feature: name ?? subject.feature });
  });
  return names.join(translate('report.listSeparator'));
}

function ownersOf(subjects: readonly Subject[], { translate, describe }: Wording): string | null {
  const owners = new Set(subjects.flatMap((subject) => describe(subject).owner ?? []));
  return owners.size > 0 ? [...owners].join(translate('report.listSeparator')) : null;
}

const plainName = (subject: Subject) => `${subject.layer}/${subject.feature}`;

function roundOrNull(value: number | undefined, round: (value: number) => number): number | null {
  return value === undefined || !Number.isFinite(value) ? null : round(value);
}

function lazily<T, R>(items: readonly T[], make: (item: T) => R): Iterable<R> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield make(item);
    },
  };
}
