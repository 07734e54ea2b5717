/**
 * What returned slips would change, before anything is changed: which findings are settled, which rows and photos fit
 * nothing, and what a person should look at. The edit is one step of the history.
 */
import { type Problem, problem, withPlace } from '../../core/result.ts';
import { type CasePhoto, settlePatch } from '../../model/case-edits.ts';
import { casesByFinding, type SettledFinding } from '../../model/cases.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import type { Patch } from '../../model/patch.ts';
import type { WorkspaceCase, WorkspaceDocument } from '../../model/workspace.ts';
import { comparePhoto } from './compare-photo.ts';
import { matchPhotos } from './match-photos.ts';
import type { ReturnedPhoto } from './returned-photo.ts';
import { type ReturnedTable, readReturnedSlips } from './returned-slips.ts';

/** A table with where it stood. */
export interface PlacedTable extends ReturnedTable {
  readonly file: string;
  readonly sheet?: string;
  readonly lines?: readonly number[];
}

export interface ReturnsInput {
  readonly tables: readonly PlacedTable[];
  readonly photos: readonly ReturnedPhoto[];
}

export interface ReturnsPlan {
  /** What would be settled; photos by the names under which they are kept. */
  readonly settled: readonly SettledFinding[];
  readonly photoCount: number;
  /** Rows that say what the cases say already. */
  readonly unchangedCount: number;
  /** Rows about findings that are neither in the check nor among the cases. */
  readonly unknownCount: number;
  readonly notes: readonly Problem[];
  /** Undefined where nothing would change. */
  readonly patch: Patch | undefined;
}

type FoundFinding = { readonly id: string; readonly at: LonLat };

/** `findingOf`: of the check. O(rows + photos + cases). */
export function planReturns(
  document: WorkspaceDocument,
  findingOf: (id: string) => FoundFinding | undefined,
  { tables, photos }: ReturnsInput,
): ReturnsPlan {
  const caseOf = casesByFinding(document);
  const isKnown = (id: string) => caseOf.has(id) || findingOf(id) !== undefined;
  const { rows, notes } = gatherRows(tables, isKnown);
  const matched = matchPhotos([...rows.values()], photos, isKnown);
  notes.push(...matched.notes);
  const settled: SettledFinding[] = [];
  const kept: CasePhoto[] = [];
  let unchangedCount = 0;
  for (const row of rows.values()) {
    const own = caseOf.get(row.finding);
    const taken = matched.photosOf.get(row.finding) ?? [];
    const next = { ...row, photos: [...taken.map(({ name }) => name), ...(matched.missingOf.get(row.finding) ?? [])] };
    if (isSame(own, next) && taken.every(({ name }) => own?.photos?.includes(name))) {
      unchangedCount += 1;
      continue;
    }
    notes.push(...judgeDate(next, own));
    for (const { name, bytes, photo } of taken) {
      notes.push(...comparePhoto(photo.name, photo.place, findingOf(row.finding), own));
      kept.push({ name, bytes });
    }
    settled.push(next);
  }
  return {
    settled,
    photoCount: kept.length,
    unchangedCount,
    unknownCount: notes.filter(({ code }) => code === 'slip-return-unknown').length,
    notes,
    patch: settled.length > 0 ? settlePatch(document, settled, kept) : undefined,
  };
}

/** The rows of all tables; a table without ids matters only where no other has any. */
function gatherRows(tables: readonly PlacedTable[], isKnown: (id: string) => boolean) {
  const rows = new Map<string, SettledFinding>();
  const notes: Problem[] = [];
  const without: Problem[] = [];
  for (const table of tables) {
    const { file, sheet, lines } = table;
    const place = { file, ...(sheet !== undefined && { sheet }) };
    const read = readReturnedSlips(table, isKnown);
    if (!read.ok) {
      without.push(withPlace(read.problem, place));
      continue;
    }
    for (const note of read.notes) {
      const line = lines?.[note.at?.row ?? -1];
      notes.push(withPlace(note, { ...place, ...(line !== undefined && { line }) }));
    }
    for (const row of read.value) {
      const before = rows.get(row.finding);
      if (before && JSON.stringify(before) !== JSON.stringify(row))
        notes.push(problem('slip-return-twice', { id: row.finding }, place));
      rows.set(row.finding, row);
    }
  }
  if (without.length === tables.length) notes.push(...without);
  return { rows, notes };
}

const isClosed = (own: WorkspaceCase | undefined) => own?.status === 'settled' || own?.status === 'verified';

function isSame(own: WorkspaceCase | undefined, { settledAt, outcome, photos }: SettledFinding): boolean {
  return (
    isClosed(own) &&
    (settledAt === undefined || settledAt === own?.settledAt) &&
    (outcome === undefined || outcome === own?.outcome) &&
    photos.every((name) => own?.photos?.includes(name))
  );
}

function judgeDate({ finding, settledAt }: SettledFinding, own: WorkspaceCase | undefined): Problem[] {
  const { assignedAt } = own ?? {};
  if (settledAt === undefined || assignedAt === undefined || settledAt >= assignedAt) return [];
  return [problem('return-date-early', { id: finding, date: settledAt, assigned: assignedAt })];
}
