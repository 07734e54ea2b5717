/** FlatGeobuf: the layer format of workspaces. */
import type { FormatDriver } from '../driver.ts';
import { MAGIC_BYTES } from './magic-bytes.ts';

export const flatgeobufDriver: FormatDriver = {
  id: 'flatgeobuf',
  extensions: ['fgb'],
  mediaType: 'application/flatgeobuf',
  matches: (head) => MAGIC_BYTES.every((byte, index) => head[index] === byte),
  read: async (input, task) => (await import('./read-flatgeobuf.ts')).readFlatGeobuf(input, task),
  write: async (layer, task) => (await import('./write-flatgeobuf.ts')).writeFlatGeobuf(layer, task),
};
