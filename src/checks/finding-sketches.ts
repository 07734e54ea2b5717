/**
 * Findings that nobody has read yet, in columns: of each its severity and where to have it written. A
 * check of a million sources finds two million; a record for each would take more memory than the map.
 */
import { descendingOrder } from '../core/descending-order.ts';
import { compareText } from '../core/subject.ts';
import { GrowingArray } from '../geo/growing-array.ts';
import type { Finding } from '../model/findings.ts';

/** Findings by number. */
export interface RankedList {
  readonly count: number;
  severityOf(index: number): number;
  idOf(index: number): string;
  /** The finding, made anew where it is not kept. */
  draw(index: number): Finding;
}

/** Where items are named by key: of each the finding at a place among its findings. */
export interface Sheet {
  idOf(key: number, at: number): string;
  draw(key: number, at: number): Finding;
}

export interface Sketches extends RankedList {
  /** Returns its number. */
  addSheet(sheet: Sheet): number;
  push(sheet: number, key: number, at: number, severity: number): void;
}

export function createSketches(): Sketches {
  const sheets: Sheet[] = [];
  const sheetOf = new GrowingArray(new Uint32Array(0));
  const keys = new GrowingArray(new Uint32Array(0));
  const places = new GrowingArray(new Uint8Array(0));
  const severities = new GrowingArray(new Float64Array(0));
  return {
    get count() {
      return keys.length;
    },
    severityOf: (index) => severities.at(index),
    idOf: (index) => sheets[sheetOf.at(index)]!.idOf(keys.at(index), places.at(index)),
    draw: (index) => sheets[sheetOf.at(index)]!.draw(keys.at(index), places.at(index)),
    addSheet: (sheet) => sheets.push(sheet) - 1,
    push(sheet, key, at, severity) {
      sheetOf.push(sheet);
      keys.push(key);
      places.push(at);
      severities.push(severity);
    },
  };
}

/** Findings of one priority in their order. */
export interface RankedFindings {
  readonly count: number;
  /** The finding at a place of the order. */
  draw(place: number): Finding;
}

/** By severity downwards, then by id; only what shares its severity with another is named for that. O(n), and O(m log m) for m that share one. */
export function rankFindings(lists: readonly RankedList[]): RankedFindings {
  const count = lists.reduce((sum, list) => sum + list.count, 0);
  const severities = new Float64Array(count);
  const listOf = new Uint8Array(count);
  const indexIn = new Uint32Array(count);
  let at = 0;
  for (const [number, list] of lists.entries()) {
    for (let index = 0; index < list.count; index++, at++) {
      severities[at] = list.severityOf(index);
      listOf[at] = number;
      indexIn[at] = index;
    }
  }
  const order = descendingOrder(severities);
  for (let first = 0, end = 0; first < count; first = end) {
    for (end = first + 1; end < count && severities[order[end]!] === severities[order[first]!]; ) end++;
    if (end - first > 1) sortById(order.subarray(first, end), (own) => lists[listOf[own]!]!.idOf(indexIn[own]!));
  }
  return {
    count,
    draw(place) {
      const own = order[place]!;
      return lists[listOf[own]!]!.draw(indexIn[own]!);
    },
  };
}

function sortById(alike: Uint32Array, idOf: (own: number) => string): void {
  const named = Array.from(alike, (own) => ({ own, id: idOf(own) }));
  named.sort((a, b) => compareText(a.id, b.id));
  for (const [place, { own }] of named.entries()) alike[place] = own;
}
