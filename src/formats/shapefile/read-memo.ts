/**
 * Long texts that a .dbf keeps in a file beside it: .dbt of dBASE III (ended by a mark) and IV (with
 * their length), .fpt of FoxPro. Lengths are held against the file's.
 */
import { viewOf } from './shape-types.ts';

/** The bytes of the memo that begins in a block; undefined where no text is there. */
export type ReadMemo = (block: number) => Uint8Array | undefined;

/** dBASE III ends a memo with this byte and has no longer ones. */
const END = 0x1a;
const MAX_UNMARKED_BYTES = 65_536;
const BLOCK_BYTES = 512;
const DBASE_IV_MARK = 0xffff0800;
const FOXPRO_TEXT = 1;

export function createMemoReader(bytes: Uint8Array, kind: 'dbt' | 'fpt'): ReadMemo {
  const view = viewOf(bytes);
  const stated = bytes.length < 24 ? 0 : kind === 'fpt' ? view.getUint16(6) : view.getUint16(20, true);
  const blockBytes = kind === 'fpt' ? Math.max(1, stated) : Math.max(BLOCK_BYTES, stated);
  // Memos do not overlap: together they are no longer than the file.
  let left = bytes.length;
  return (block) => {
    const at = block * blockBytes;
    if (block < 1 || at + 8 > bytes.length) return undefined;
    if (kind === 'fpt') {
      if (view.getUint32(at) !== FOXPRO_TEXT) return undefined;
      return slice(at + 8, view.getUint32(at + 4));
    }
    if (view.getUint32(at) === DBASE_IV_MARK) return slice(at + 8, view.getUint32(at + 4, true) - 8);
    const end = bytes.subarray(at, at + MAX_UNMARKED_BYTES).indexOf(END);
    return slice(at, end < 0 ? MAX_UNMARKED_BYTES : end);
  };

  function slice(start: number, length: number): Uint8Array | undefined {
    const memo = bytes.subarray(start, Math.min(bytes.length, start + Math.max(0, length)));
    left -= memo.length;
    return left < 0 ? undefined : memo;
  }
}
