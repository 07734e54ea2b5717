/** The findings of one rule as a table: what, whose, where, how much; their sentences are made for rows in view. */
import { createPacer } from '../core/pacer.ts';
import type { Task } from '../core/task.ts';
import { explainFinding, explainSuggestion } from '../i18n/explain.ts';
import type { Translate } from '../i18n/translate.ts';
import { createTextStore } from '../model/column-builder.ts';
import type { TextColumn } from '../model/feature-batch.ts';
import type { Finding, Measures } from '../model/findings.ts';
import type { Grid, GridColumn, GridUnit } from '../model/grid/grid.ts';
import type { CaseFactsOf } from './case-facts.ts';
import { hasFewValues, type StreetColumn, streetColumn } from './layer-grid.ts';

export interface FindingsGridInput {
  /** Of one rule; row n is the n-th of them. */
  readonly findings: readonly Finding[];
  readonly streets?: StreetColumn | undefined;
  readonly translate: Translate;
  /** What a finding is called, and the units of its subjects. */
  readonly titleOf: (finding: Finding) => string;
  readonly ownersOf: (finding: Finding) => readonly string[];
  /** What became of them, where the workspace has cases. */
  readonly caseOf?: CaseFactsOf | undefined;
}

type NumberMeasure = Exclude<keyof Measures, 'pm10TonnesPerYear'>;
const MEASURES: Readonly<Record<NumberMeasure, GridUnit>> = {
  areaSquareMeters: 'area',
  uncoveredAreaSquareMeters: 'area',
  coveredFraction: 'fraction',
  distanceMeters: 'length',
  widthMeters: 'length',
  lengthMeters: 'length',
};
/** Areas and lengths add up; distances and widths do not. */
const SUMMED: ReadonlySet<string> = new Set(['areaSquareMeters', 'uncoveredAreaSquareMeters', 'lengthMeters']);
const BARE = { unit: 'none', isSummed: false, isPersonal: false, isShown: true } as const;

/** Measures that no finding has are left out. O(findings × columns), with rests. Rejects only when cancelled. */
export async function buildFindingsGrid(input: FindingsGridInput, task: Task = {}): Promise<Grid> {
  const { findings, streets, translate, titleOf, ownersOf, caseOf } = input;
  const pacer = createPacer(task);
  const separator = translate('report.listSeparator');
  const texts = async (textOf: (finding: Finding) => string): Promise<TextColumn> => {
    const store = createTextStore();
    for (const [row, finding] of findings.entries()) {
      const text = textOf(finding);
      if (text !== '') store.set(row, text);
      if (row % 512 === 0 && pacer.isDue()) await pacer.rest();
    }
    return store.finish(findings.length);
  };
  const ids = await texts(({ id }) => id);
  const names = await texts(titleOf);
  const owners = await texts((finding) => [...new Set(ownersOf(finding))].join(separator));
  const statuses = await texts(({ status }) => translate(`status.${status}`));
  const said = (key: string, textOf: (row: number) => string, isShown: boolean): GridColumn => ({
    ...BARE,
    key,
    title: translate(`column.${key}`),
    type: 'text',
    values: undefined,
    textOf,
    isShown,
  });
  const numbers = (
    key: string,
    title: string,
    unit: GridUnit,
    numberOf: (finding: Finding) => number | undefined,
  ): GridColumn => ({
    ...BARE,
    key,
    title,
    type: 'number',
    unit,
    values: { type: 'number', values: Float64Array.from(findings, (finding) => numberOf(finding) ?? Number.NaN) },
    isSummed: SUMMED.has(key),
  });
  const caseColumns = async (factsOf: CaseFactsOf): Promise<GridColumn[]> => {
    const standings = await texts((finding) => {
      const { standing } = factsOf(finding);
      return standing === undefined ? '' : translate(standing);
    });
    const deadlines = await texts((finding) => factsOf(finding).deadline ?? '');
    const outcomes = await texts((finding) => factsOf(finding).outcome ?? '');
    const of = (key: string, type: GridColumn['type'], values: TextColumn): GridColumn => ({
      ...BARE,
      key,
      title: translate(`column.${key}`),
      type,
      values,
    });
    return [
      of('caseStatus', 'choice', standings),
      of('deadline', 'date', deadlines),
      numbers('overdueDays', translate('column.overdueDays'), 'none', (finding) => factsOf(finding).overdueDays),
      of('whatWasDone', 'text', outcomes),
    ];
  };
  const measured = (Object.keys(MEASURES) as NumberMeasure[]).map((key) =>
    numbers(key, translate(`measure.${key}`), MEASURES[key], ({ measures }) => measures[key]),
  );
  const tonnes = ([0, 1] as const).map((end) =>
    numbers(
      `pm10${end}`,
      translate(`datatable.column.pm10.${end === 0 ? 'low' : 'high'}`),
      'tonnes',
      ({ measures }) => measures.pm10TonnesPerYear?.[end],
    ),
  );
  const columns: GridColumn[] = [
    { ...BARE, key: 'id', title: translate('column.id'), type: 'text', values: ids, isShown: false },
    { ...BARE, key: 'subjects', title: translate('column.subjects'), type: 'text', values: names },
    ...(streets ? [streetColumn(streets)] : []),
    {
      ...BARE,
      key: 'owners',
      title: translate('column.owners'),
      type: hasFewValues(owners) ? 'choice' : 'text',
      values: owners,
    },
    { ...BARE, key: 'status', title: translate('column.status'), type: 'choice', values: statuses },
    ...(caseOf ? await caseColumns(caseOf) : []),
    numbers('severity', translate('datatable.column.severity'), 'fraction', ({ severity }) => severity),
    ...[...measured, ...tonnes].filter(
      ({ values }) => values?.type === 'number' && values.values.some((value) => !Number.isNaN(value)),
    ),
    said('explanation', (row) => explainFinding(findings[row]!, translate), true),
    said('suggestion', (row) => explainSuggestion(findings[row]!, translate) ?? '', false),
  ];
  return { count: findings.length, columns };
}
