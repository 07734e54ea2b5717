/**
 * The lines of a land-bureau coordinate text: heads, parcels and their boundary points as they stand. Knows
 * nothing of axes, systems and shapes.
 */
import { checkpoint, type Task } from '../../core/task.ts';
import type { NoteList } from '../../model/note-list.ts';

/** Key and value of `[属性描述]` and of other sections before the coordinates (`[项目信息]`, `[扩展信息]`). */
export type LandHead = ReadonlyMap<string, string>;

export interface LandParcel {
  readonly head: LandHead;
  /** The cells of its line, without the `@`; empty where the line is missing. */
  readonly cells: readonly string[];
  /** Per point: its ring's number, then the two coordinates in the order of the file. */
  readonly rings: number[];
  readonly first: number[];
  readonly second: number[];
}

const SECTION = /^[[【]\s*([^\]】]+?)\s*[\]】]$/u;
const NUMBER = /^[-+]?\d{1,15}(?:\.\d{0,15})?$/u;
const RING = /^\d{1,9}$/u;
const LINES_PER_CHECKPOINT = 50_000;

/**
 * Every parcel is a row. Lines that are no point are told (`land-line-unreadable`) with their line in the file,
 * counted from 1. A file made by putting several together has several heads; each holds until the next. O(text).
 */
export async function parseLandText(text: string, notes: NoteList, task: Task): Promise<LandParcel[]> {
  const parcels: LandParcel[] = [];
  let head = new Map<string, string>();
  let isInCoordinates = false;
  let parcel: LandParcel | undefined;
  let line = 0;
  for (const raw of linesOf(text)) {
    line++;
    if (line % LINES_PER_CHECKPOINT === 0) await checkpoint(task);
    const content = toHalfWidth(raw).trim();
    if (content === '') continue;
    const section = SECTION.exec(content)?.[1];
    if (section !== undefined) {
      if (isInCoordinates && section !== '地块坐标') head = new Map();
      isInCoordinates = section === '地块坐标';
      parcel = undefined;
    } else if (!isInCoordinates) {
      const at = content.indexOf('=');
      if (at > 0) head.set(content.slice(0, at).trim(), content.slice(at + 1).trim());
      else notes.add('land-line-unreadable', { line, found: shorten(content) });
    } else {
      const cells = cellsOf(content);
      if (isParcelLine(content, cells)) {
        parcel = createParcel(head, cells.at(-1) === '@' ? cells.slice(0, -1) : cells);
        parcels.push(parcel);
        continue;
      }
      if (!parcel) {
        parcel = createParcel(head, []);
        parcels.push(parcel);
        notes.add('land-parcel-line-missing', { line }, { row: parcels.length - 1 });
      }
      if (!takePoint(parcel, cells))
        notes.add('land-line-unreadable', { line, found: shorten(content) }, { row: parcels.length - 1 });
    }
  }
  return parcels;
}

function* linesOf(text: string): Iterable<string> {
  let from = text.startsWith('\uFEFF') ? 1 : 0;
  while (from <= text.length) {
    let end = from;
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
    yield text.slice(from, end);
    from = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  }
}

/** Typed with a Chinese keyboard: ，＝＠ and full-width digits. Brackets stay. */
const toHalfWidth = (text: string): string =>
  /[！-～]/u.test(text)
    ? text.replace(/[！-～]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    : text;

const cellsOf = (content: string): string[] =>
  (content.includes(',') ? content.split(',') : content.split(/\s+/u)).map((cell) => cell.trim());

const createParcel = (head: LandHead, cells: readonly string[]): LandParcel => ({
  head,
  cells,
  rings: [],
  first: [],
  second: [],
});

/** Ends with `@`; some leave it out, then the fifth cell says what is drawn. */
const isParcelLine = (content: string, cells: readonly string[]): boolean =>
  content.endsWith('@') || (cells.length >= 6 && /^[点线面]$/u.test(cells[4]!));

/** `J1,1,x,y`, with or without a height or remark behind; `J1,x,y` where nobody numbers rings. */
function takePoint(parcel: LandParcel, cells: readonly string[]): boolean {
  const [, ring, x, y] = cells.length === 3 ? [cells[0], '1', cells[1], cells[2]] : cells;
  if (!ring || !x || !y || !RING.test(ring) || !NUMBER.test(x) || !NUMBER.test(y)) return false;
  parcel.rings.push(Number(ring));
  parcel.first.push(Number(x));
  parcel.second.push(Number(y));
  return true;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
