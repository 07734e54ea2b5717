/** Columns of text on a terminal, where a Chinese character is two columns wide. */
import { displayWidth } from '../i18n/display-width.ts';

export interface LayoutColumn {
  readonly header: string;
  readonly align: 'left' | 'right';
}

/** Header, rule, rows; two blanks between columns; no blank at a line's end. */
export function layOutTable(columns: readonly LayoutColumn[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ header }, index) =>
    Math.max(displayWidth(header), ...rows.map((cells) => displayWidth(cells[index] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, index) => pad(cells[index] ?? '', widths[index] as number, align))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(columns.map(({ header }) => header)), rule, ...rows.map(line)].map((text) => `${text}\n`).join('');
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + blanks : blanks + text;
}

/** Breaks text at blanks, and between Chinese characters, so that no line is wider than `width`; no punctuation leads a line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(
    /[\u2e80-\uffef][，。；：、！？）」”]*|[^\s\u2e80-\uffef]+[，。；：、！？）」”]*|\s+/gu,
  ) ?? []) {
    if (displayWidth(line + piece.trimEnd()) > width && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = '';
    }
    line = line === '' ? piece.trimStart() : line + piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** A list of names with their texts beside them, wrapped. */
export function layOutList(items: readonly (readonly [name: string, text: string])[], width: number): string {
  const nameWidth = Math.min(28, Math.max(0, ...items.map(([name]) => displayWidth(name))));
  return items
    .map(([name, text]) => {
      const lines = wrap(text, Math.max(24, width - nameWidth - 4));
      const start = displayWidth(name) > nameWidth ? [`  ${name}`, ''] : [`  ${pad(name, nameWidth, 'left')}  `];
      const indent = ' '.repeat(nameWidth + 4);
      const head = start.length === 2 ? `${start[0]}\n${indent}` : start[0];
      return `${head}${lines.join(`\n${indent}`)}\n`;
    })
    .join('');
}

/** Cut to a width, with an ellipsis where something is missing. */
export function shorten(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let short = '';
  for (const character of text) {
    if (displayWidth(short) + displayWidth(character) > width - 1) break;
    short += character;
  }
  return `${short}…`;
}
