/** Names of features within a layer: the mapped id, else the row; made unique. */
import { type Column, valueAt } from './feature-batch.ts';

/** The column in which saved layers keep each feature's name, since a spatial index reorders features. */
export const ID_COLUMN = 'chentu_id';

export interface DuplicateId {
  /** Index of the later feature, the id it shares, and the name it got. */
  readonly index: number;
  readonly id: string;
  readonly renamed: string;
}

/** A feature without an id is named by its row. The second `A` becomes `A#2`, the third `A#3`, past names already taken. O(features). */
export function buildFeatureIds(
  column: Column | undefined,
  rows: Uint32Array,
): { ids: string[]; duplicates: DuplicateId[] } {
  const wanted = Array.from(rows, (row, index) => {
    const value = valueAt(column, index);
    const text = value === null ? '' : String(value).trim();
    return text === '' ? String(row) : text;
  });
  return uniqueIds(wanted);
}

/** No two alike, and none of those that are reserved: later ones are numbered past all names in use. O(ids). */
export function uniqueIds(
  wanted: readonly string[],
  reserved: ReadonlySet<string> = new Set(),
): { ids: string[]; duplicates: DuplicateId[] } {
  const taken = new Set([...reserved, ...wanted]);
  if (taken.size === reserved.size + wanted.length) return { ids: [...wanted], duplicates: [] };
  const seen = new Map<string, number>([...reserved].map((id) => [id, 1]));
  const duplicates: DuplicateId[] = [];
  const ids = wanted.map((id, index) => {
    let occurrence = (seen.get(id) ?? 0) + 1;
    seen.set(id, occurrence);
    if (occurrence === 1) return id;
    while (taken.has(`${id}#${occurrence}`)) occurrence++;
    seen.set(id, occurrence);
    const renamed = `${id}#${occurrence}`;
    taken.add(renamed);
    duplicates.push({ index, id, renamed });
    return renamed;
  });
  return { ids, duplicates };
}
