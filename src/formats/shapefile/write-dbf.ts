/** The table of a shapefile: dBASE III, one record per feature, in the order given. */
import { checkpoint, type Task } from '../../core/task.ts';
import type { PlannedField } from './plan-fields.ts';
import { viewOf } from './shape-types.ts';

const VERSION = 3;
const HEADER_BYTES = 32;
const FIELD_BYTES = 32;
const END_OF_FIELDS = 0x0d;
const END_OF_FILE = 0x1a;
const BLANK = 0x20;
/** The language byte for GBK, for readers that do not look at the .cpg. */
const CHINESE = 77;
/** A fixed day of change: the same layer gives the same bytes on any day. */
const CHANGED = [80, 1, 1];
const RECORDS_PER_CHECKPOINT = 20_000;

export const bytesOfDbf = (fields: readonly PlannedField[], records: number): number =>
  HEADER_BYTES + FIELD_BYTES * fields.length + 1 + records * recordLength(fields) + 1;

const recordLength = (fields: readonly PlannedField[]): number => fields.reduce((sum, { width }) => sum + width, 1);

/** O(records × fields). */
export async function writeDbf(
  fields: readonly PlannedField[],
  features: Uint32Array,
  task: Task,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(bytesOfDbf(fields, features.length));
  const view = viewOf(bytes);
  const headerLength = HEADER_BYTES + FIELD_BYTES * fields.length + 1;
  bytes.set([VERSION, ...CHANGED]);
  view.setUint32(4, features.length, true);
  view.setUint16(8, headerLength, true);
  view.setUint16(10, recordLength(fields), true);
  bytes[29] = CHINESE;
  for (const [index, field] of fields.entries()) {
    const at = HEADER_BYTES + FIELD_BYTES * index;
    bytes.set(field.name, at);
    bytes[at + 11] = field.type.charCodeAt(0);
    bytes.set([field.width, field.decimals], at + 16);
  }
  bytes[headerLength - 1] = END_OF_FIELDS;
  bytes.fill(BLANK, headerLength);
  let at = headerLength;
  for (const [record, feature] of features.entries()) {
    if (record % RECORDS_PER_CHECKPOINT === RECORDS_PER_CHECKPOINT - 1) await checkpoint(task);
    at++;
    for (const { type, width, cellOf } of fields) {
      const cell = cellOf(feature);
      if (cell) bytes.set(cell, type === 'N' ? at + width - cell.length : at);
      at += width;
    }
  }
  bytes[at] = END_OF_FILE;
  return bytes;
}
