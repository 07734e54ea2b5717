/** Names of a table's columns, none empty and none twice. */
import type { NoteList } from '../../model/note-list.ts';

/** Columns without a name get their number, and of equal names the later ones; both are told. O(columns), however many are alike. */
export function nameColumns(cells: readonly string[], notes: NoteList): string[] {
  const taken = new Set<string>();
  const last = new Map<string, number>();
  return cells.map((cell, index) => {
    const wanted = cell.trim();
    let name = wanted || `#${index + 1}`;
    let again = last.get(wanted) ?? 1;
    while (taken.has(name)) name = `${wanted}#${++again}`;
    last.set(wanted, again);
    taken.add(name);
    if (name !== wanted) notes.add('csv-column-renamed', { column: index + 1, name });
    return name;
  });
}
