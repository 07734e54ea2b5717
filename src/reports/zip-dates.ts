/** Writers stamp a zip with the clock; a report has one date for all entries, so that two runs give the same bytes. */
import { invariant } from '../core/invariant.ts';

/** 1980-01-01 as a zip has it, the oldest date that it can carry; the clock stays at midnight. */
const FIXED_DATE = 0x21;
const END_LENGTH = 22;
const END_SIGNATURE = 0x06054b50;

/**
 * Sets the date of every entry in place, in its own header and in the directory (APPNOTE.TXT 4.3.7, 4.3.12);
 * packing again would cost more than the writing. Throws for what is no zip. O(entries).
 */
export function fixZipDates(zip: Uint8Array<ArrayBuffer>): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - END_LENGTH;
  // A comment may follow the end of the directory.
  while (end >= 0 && view.getUint32(end, true) !== END_SIGNATURE) end--;
  invariant(end >= 0, 'found no end of a zip directory, expected one');
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    view.setUint32(entry + 12, FIXED_DATE << 16, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, FIXED_DATE << 16, true);
    const lengths = [28, 30, 32].map((offset) => view.getUint16(entry + offset, true));
    entry += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
}
