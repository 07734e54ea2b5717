/**
 * Undo and redo as data: every edit with what takes it back, and a pointer between done and undone.
 * Plain values throughout (structured clone keeps them), no clock, no storage, no listeners: the
 * caller says when, stores it, and tells the engine which patches were applied.
 */
import { invariant } from '../core/invariant.ts';
import { applyPatch, type Patch } from './patch.ts';
import type { WorkspaceDocument } from './workspace.ts';

export interface HistoryEntry {
  /** Its `label` is what the history list shows. */
  readonly patch: Patch;
  readonly inverse: Patch;
  /** When it was done, ISO-8601, as the caller's clock has it. */
  readonly time: string;
}

/** `entries[0 … pointer - 1]` are in force, those from `pointer` on are undone and can be redone. */
export interface History {
  readonly entries: readonly HistoryEntry[];
  readonly pointer: number;
}

/** A step taken: the new document and history, and what was applied in which order (for the engine). */
export interface HistoryStep {
  readonly document: WorkspaceDocument;
  readonly history: History;
  readonly applied: readonly Patch[];
}

export const EMPTY_HISTORY: History = { entries: [], pointer: 0 };

export const canUndo = (history: History): boolean => history.pointer > 0;
export const canRedo = (history: History): boolean => history.pointer < history.entries.length;

/** Applies a new edit; what had been undone is forgotten. Throws as `applyPatch` does. */
export function recordEdit(document: WorkspaceDocument, history: History, patch: Patch, time: string): HistoryStep {
  const result = applyPatch(document, patch);
  const entry: HistoryEntry = { patch, inverse: result.inverse, time };
  const entries = [...history.entries.slice(0, history.pointer), entry];
  return { document: result.document, history: { entries, pointer: entries.length }, applied: [patch] };
}

/** One step back; undefined at the beginning. */
export function undo(document: WorkspaceDocument, history: History): HistoryStep | undefined {
  return canUndo(history) ? jump(document, history, history.pointer - 1) : undefined;
}

/** One step forward; undefined at the end. */
export function redo(document: WorkspaceDocument, history: History): HistoryStep | undefined {
  return canRedo(history) ? jump(document, history, history.pointer + 1) : undefined;
}

/** To any point of the history: 0 is the document as opened, `entries.length` the newest. O(steps). */
export function jump(document: WorkspaceDocument, history: History, pointer: number): HistoryStep {
  const { entries } = history;
  invariant(
    Number.isInteger(pointer) && pointer >= 0 && pointer <= entries.length,
    `a history pointer of ${pointer}, expected 0 to ${entries.length}`,
  );
  const applied =
    pointer < history.pointer
      ? entries
          .slice(pointer, history.pointer)
          .reverse()
          .map((entry) => entry.inverse)
      : entries.slice(history.pointer, pointer).map((entry) => entry.patch);
  const next = applied.reduce((current, patch) => applyPatch(current, patch).document, document);
  return { document: next, history: { entries, pointer }, applied };
}

/**
 * From this history to another of the same workspace, as another tab left it: back to where both agree,
 * then along the other's entries. Entries agree where they are the same objects. O(steps).
 */
export function follow(document: WorkspaceDocument, history: History, next: History): HistoryStep {
  let common = 0;
  while (common < history.entries.length && history.entries[common] === next.entries[common]) common++;
  const back = jump(document, history, Math.min(common, history.pointer, next.pointer));
  const there = jump(back.document, { entries: next.entries, pointer: back.history.pointer }, next.pointer);
  return { ...there, applied: [...back.applied, ...there.applied] };
}

/** The patches in force, oldest first: what brings the document as opened back to where it was. */
export function patchesInForce(history: History): readonly Patch[] {
  return history.entries.slice(0, history.pointer).map((entry) => entry.patch);
}
