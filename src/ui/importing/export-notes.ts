/** The notes of an import as a table that Excel opens: file, sheet, row, column, what was found. */
import type { Problem } from '../../core/result.ts';
import { explainProblem } from '../../i18n/explain.ts';
import type { Translate } from '../../i18n/translate.ts';
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

export function exportNotes(notes: readonly Problem[], name: string, t: Translate): void {
  const header = ['file', 'sheet', 'row', 'column', 'what'].map((key) => t(`importing.notes.column.${key}`));
  const rows = notes.map(({ code, params, at = {} }) => [
    at.file ?? '',
    at.sheet ?? '',
    String(at.line ?? (at.row === undefined ? '' : at.row + 1)),
    at.column ?? '',
    explainProblem({ code, params }, t),
  ]);
  const text = [header, ...rows].map((cells) => cells.map(cell).join(',')).join('\r\n');
  downloadText(`${name}-${t('importing.notes')}.csv`, `\uFEFF${text}\r\n`, 'text/csv');
}

/** Quoted, and harmless: what begins like a formula gets an apostrophe in front. */
function cell(text: string): string {
  const plain = /^\s*[=+\-@＝＋－＠\t\r\n]/u.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
