/**
 * The records of a workbook stream ([MS-XLS] 2.4), of which the library is to see only those that hold
 * sheets, texts, formats and values, and no damaged one: its parsers of formulas, drawings and names run
 * on past the end of what they read, and for ever on a flipped byte.
 */

/** What each kind needs at least, without its head of four bytes. */
const KEPT: ReadonlyMap<number, number> = new Map([
  [0x0006, 22], // Formula
  [0x000a, 0], // EOF
  [0x0022, 2], // Date1904
  [0x002f, 0], // FilePass
  [0x003c, 0], // Continue
  [0x0042, 2], // CodePage
  [0x0085, 8], // BoundSheet8
  [0x00bd, 12], // MulRk
  [0x00d6, 8], // RString
  [0x00e0, 16], // XF
  [0x00e5, 2], // MergeCells
  [0x00fc, 8], // SST
  [0x00fd, 10], // LabelSst
  [0x0200, 10], // Dimensions
  [0x0203, 14], // Number
  [0x0204, 8], // Label
  [0x0205, 8], // BoolErr
  [0x0206, 22], // Formula of BIFF3
  [0x0207, 3], // String
  [0x0208, 16], // Row
  [0x027e, 10], // RK
  [0x041e, 3], // Format
  [0x0809, 4], // BOF
]);
const [FORMULA, CONTINUE, MERGED, SHARED_TEXTS, STRING] = [0x0006, 0x003c, 0x00e5, 0x00fc, 0x0207];
/** Where in each kind the length of its text stands. */
const TEXT_LENGTH_AT: Readonly<Record<number, number>> = { 516: 6, 214: 6, 519: 0, 1054: 2 };
/** A kind that the library passes over: page breaks. */
const NOTHING = 0x001a;
const HEAD = 4;
const FORMULA_LENGTH_AT = 20;
const BYTES_PER_AREA = 8;
/** What a stream within the stream holds, as its first record says. */
const BOF_CONTENT_AT = 2;
const [GLOBALS, SHEET, LISTED_SHEET] = [0x0005, 0x0010, 0x0085];
const [BOF, EOF] = [0x0809, 0x000a];

export interface CleanedRecords {
  /** A copy, with the same places: sheets are found by their position. */
  readonly stream: Uint8Array;
  /** Records of values that were too short for what they say. */
  readonly damaged: number;
  /** Whether the stream begins as one of Excel 5 to 2003. */
  readonly isWorkbook: boolean;
}

/** O(bytes). */
export function cleanRecords(found: Uint8Array): CleanedRecords {
  const stream = found.slice();
  const view = new DataView(stream.buffer);
  let damaged = 0;
  let continues: number = NOTHING;
  let open = 0;
  let unlisted = 0;
  let at = 0;
  while (at + HEAD <= stream.length) {
    const kind = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const end = at + HEAD + length;
    const isCut = end > stream.length;
    const isWanted = KEPT.has(kind) && (kind !== CONTINUE || continues === SHARED_TEXTS || continues === STRING);
    const isKept = isWanted && !isCut && isSound(view, kind, at + HEAD, length);
    if (isWanted && !isKept) damaged++;
    if (!isKept) view.setUint16(at, NOTHING, true);
    else if (kind === FORMULA) view.setUint16(at + HEAD + FORMULA_LENGTH_AT, 0, true);
    if (isKept && kind === BOF) open++;
    else if (isKept && kind === EOF) open--;
    if (isKept && kind === BOF && view.getUint16(at + HEAD + BOF_CONTENT_AT, true) === SHEET) unlisted++;
    else if (isKept && kind === LISTED_SHEET) unlisted--;
    if (kind !== CONTINUE) continues = isKept ? kind : NOTHING;
    if (isCut) break;
    at = end;
  }
  // A sheet that does not end was cut, though it may have been between two records.
  if (open > 0) damaged++;
  if (unlisted > 0 && stream.length > HEAD + 4 && view.getUint16(HEAD + BOF_CONTENT_AT, true) === GLOBALS) damaged++;
  const isWorkbook = stream.length > HEAD && view.getUint16(0, true) === BOF;
  return { stream: open > 0 ? closed(stream.subarray(0, at)) : stream.subarray(0, at), damaged, isWorkbook };
}

/** The library gives a sheet only where it ends. */
function closed(stream: Uint8Array): Uint8Array {
  const whole = new Uint8Array(stream.length + HEAD);
  whole.set(stream);
  new DataView(whole.buffer).setUint16(stream.length, EOF, true);
  return whole;
}

function isSound(view: DataView, kind: number, at: number, length: number): boolean {
  if (length < KEPT.get(kind)!) return false;
  if (kind === MERGED) return view.getUint16(at, true) * BYTES_PER_AREA <= length - 2;
  const textAt = TEXT_LENGTH_AT[kind];
  return textAt === undefined || view.getUint16(at + textAt, true) <= length;
}
