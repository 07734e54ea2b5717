/** CSV as Excel opens it right away: UTF-8 with its mark, CRLF, formulas made harmless (RFC 4180, OWASP). */
import { ok, type Result } from '../../core/result.ts';
import type { Value } from '../../model/feature-batch.ts';
import type { WriteLayer } from '../driver.ts';
import { neutralizeFormula, tableOf } from '../table-of.ts';

export async function writeCsv(layer: WriteLayer): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const { header, rows } = tableOf(layer.batch);
  const lines = [header, ...rows].map((row) => row.map(formatCell).join(','));
  return ok(new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`));
}

function formatCell(value: Value): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = neutralizeFormula(value);
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
