/** The notes of an import as a table that Excel opens: file, sheet, row, column, what was found. */
import type { Problem } from '../../core/result.ts';
import { explainProblem } from '../../i18n/explain.ts';
import type { Translate } from '../../i18n/translate.ts';
import { tableCsv } from '../../reports/csv.ts';
import type { Table } from '../../reports/table.ts';
import { downloadText } from '../draw/download-text.ts';

/** Where a note is of, for people: rows counted from 1. */
export function notePlace({ at }: Problem, t: Translate): string {
  if (!at) return '';
  const { file, sheet, row, line, column, feature } = at;
  return [
    file,
    sheet,
    line !== undefined ? t('place.line', { line }) : row === undefined ? undefined : t('place.row', { row }),
    column === undefined ? undefined : t('place.column', { column }),
    feature === undefined ? undefined : t('place.feature', { feature }),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

const COLUMNS = ['file', 'sheet', 'row', 'column', 'what'] as const;

export function exportNotes(notes: readonly Problem[], name: string, t: Translate): void {
  const title = `${name}-${t('importing.notes')}`;
  const table: Table = {
    title,
    columns: COLUMNS.map((key) => ({ key, header: t(`importing.notes.column.${key}`), type: 'text' })),
    rows: notes.map(({ code, params, at = {} }) => [
      at.file ?? null,
      at.sheet ?? null,
      at.line ?? (at.row === undefined ? null : at.row + 1),
      at.column ?? null,
      explainProblem({ code, params }, t),
    ]),
  };
  downloadText(`${title}.csv`, [...tableCsv(table)].join(''), 'text/csv');
}
