/** The names of a .dbf's fields: ten bytes each, in the table's encoding, so that a character may be cut in two. */
import type { NoteList } from '../../model/note-list.ts';

/** One for each field, no two alike; those without a name get their number. What had to be changed is told. O(fields). */
export function decodeFieldNames(names: readonly Uint8Array[], encoding: string, notes: NoteList): string[] {
  const taken = new Set<string>();
  const last = new Map<string, number>();
  return names.map((bytes, index) => {
    const wanted = decodeName(bytes, encoding);
    let name = wanted || `#${index + 1}`;
    let again = last.get(wanted) ?? 1;
    while (taken.has(name)) name = `${wanted}#${++again}`;
    last.set(wanted, again);
    taken.add(name);
    if (name !== wanted) notes.add('dbf-field-renamed', { column: index + 1, name });
    return name;
  });
}

function decodeName(bytes: Uint8Array, encoding: string): string {
  // In UTF-16 a zero byte is half of a letter.
  const isWide = encoding.startsWith('utf-16');
  const end = isWide ? -1 : bytes.indexOf(0);
  const part = end < 0 ? bytes.subarray(0, isWide ? 10 : bytes.length) : bytes.subarray(0, end);
  // Streaming keeps an unfinished character back instead of showing a mark for it.
  const text = new TextDecoder(encoding).decode(part, { stream: true });
  return (text.split('\0')[0] ?? '').replaceAll('\uFFFD', '').trim();
}
