/** FlatGeobuf: the layer format of workspaces. */
import type { FormatDriver } from '../driver.ts';

/** `fgb`, version 3, `fgb`, any patch level. */
export const MAGIC_BYTES = [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62] as const;

export const flatgeobufDriver: FormatDriver = {
  id: 'flatgeobuf',
  extensions: ['fgb'],
  mediaType: 'application/flatgeobuf',
  matches: (head) => MAGIC_BYTES.every((byte, index) => head[index] === byte),
  read: async (input, task) => (await import('./read-flatgeobuf.ts')).readFlatGeobuf(input, task),
  write: async (layer, task) => (await import('./write-flatgeobuf.ts')).writeFlatGeobuf(layer, task),
};
