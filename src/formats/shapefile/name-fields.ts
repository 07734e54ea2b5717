/** Names of fields that fit ten bytes, cut between two characters, no two alike whatever their case. */
import type { EncodeText } from './encode-gb18030.ts';

export interface NamedField {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const NAME_BYTES = 10;

/** In the order of the columns. O(names). */
export function nameFields(columns: readonly string[], encode: EncodeText): NamedField[] {
  const taken = new Set<string>();
  const last = new Map<string, number>();
  return columns.map((column) => {
    // Control characters end or break names in other programs.
    const wanted = column.replaceAll(/\p{Cc}/gu, '_').trim() || '_';
    const cut = cutToBytes(wanted, NAME_BYTES, encode);
    let name = cut;
    let again = last.get(keyOf(cut)) ?? 0;
    while (taken.has(keyOf(name))) {
      const suffix = `_${++again}`;
      name = cutToBytes(wanted, NAME_BYTES - suffix.length, encode) + suffix;
    }
    last.set(keyOf(cut), again);
    taken.add(keyOf(name));
    return { name, bytes: encode(name, NAME_BYTES).bytes };
  });
}

const keyOf = (name: string): string => name.toLowerCase();

function cutToBytes(name: string, maxBytes: number, encode: EncodeText): string {
  return new TextDecoder('gb18030').decode(encode(name, maxBytes).bytes);
}
