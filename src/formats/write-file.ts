/** Writes a layer in any writable format. */
import { fail, type Result } from '../core/result.ts';
import type { Task } from '../core/task.ts';
import type { FormatId, WriteLayer } from './driver.ts';
import { DRIVERS } from './drivers.ts';

export async function writeFile(
  format: FormatId,
  layer: WriteLayer,
  options: { readonly task?: Task } = {},
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const driver = DRIVERS.find((candidate) => candidate.id === format);
  if (driver?.write) return driver.write(layer, options.task ?? {});
  return fail('format-not-writable', { format, formats: writableFormats().join(', ') });
}

function writableFormats(): string[] {
  return DRIVERS.filter((driver) => driver.write).map((driver) => driver.id);
}
