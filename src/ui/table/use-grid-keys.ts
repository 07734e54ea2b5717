/** The keys of a grid (WAI-ARIA): arrows, Home, End, Page Up and Down move; Enter selects; Space and Shift pick. */
import type { KeyboardEvent } from 'react';

export interface GridKeysInput {
  readonly active: { readonly line: number; readonly column: number };
  readonly lineCount: number;
  readonly columnCount: number;
  readonly linesPerPage: number;
  go(line: number, column: number): void;
  /** Where a range begins that is picked from here. */
  anchorAt(line: number): void;
  choose(line: number): void;
  zoom(line: number): void;
  pick(line: number, how: 'one' | 'toggle' | 'range'): void;
  pickAll(): void;
}

export function useGridKeys(input: GridKeysInput) {
  const { active, lineCount, columnCount, linesPerPage, go, anchorAt, choose, zoom, pick, pickAll } = input;
  return (event: KeyboardEvent) => {
    // Buttons and fields of the head have keys of their own.
    if (event.target !== event.currentTarget || lineCount === 0) return;
    const next = move(event, input);
    const isControl = event.ctrlKey || event.metaKey;
    if (next) {
      const line = Math.min(lineCount - 1, Math.max(0, next.line));
      go(line, Math.min(columnCount - 1, Math.max(0, next.column)));
      if (!event.shiftKey) anchorAt(line);
      else if (line !== active.line) pick(line, 'range');
    } else if (event.key === 'Enter') {
      choose(active.line);
      if (event.shiftKey) zoom(active.line);
    } else if (event.key === ' ') pick(active.line, 'toggle');
    else if (event.key.toLowerCase() === 'a' && isControl) pickAll();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  function move(event: KeyboardEvent, { active: { line, column } }: GridKeysInput) {
    const isControl = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case 'ArrowDown':
        return { line: line + 1, column };
      case 'ArrowUp':
        return { line: line - 1, column };
      case 'ArrowRight':
        return { line, column: column + 1 };
      case 'ArrowLeft':
        return { line, column: column - 1 };
      case 'PageDown':
        return { line: line + linesPerPage, column };
      case 'PageUp':
        return { line: line - linesPerPage, column };
      case 'Home':
        return isControl ? { line: 0, column: 0 } : { line, column: 0 };
      case 'End':
        return isControl ? { line: lineCount - 1, column: columnCount - 1 } : { line, column: columnCount - 1 };
      default:
        return undefined;
    }
  }
}
