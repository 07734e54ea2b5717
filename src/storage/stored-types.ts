/** What is kept in the browser between visits. */
import type { Problem, Result } from '../core/result.ts';
import type { History } from '../model/history.ts';

/** A file of the workspace, path relative to its folder, `/` between names. */
export interface StoredFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Where the workspace came from: a demo that ships with the app, or files that the user gave. */
export type StoredSource =
  | { readonly type: 'demo'; readonly name: string }
  | { readonly type: 'files'; readonly files: readonly StoredFile[] };

export interface StoredWorkspace {
  readonly source: StoredSource;
  readonly history: History;
}

export interface WorkspaceStore {
  /** `memory` once nothing can be written: edits live until the tab closes. */
  readonly kept: 'disk' | 'memory';
  /** What the last visit left, or undefined. Notes tell what could not be read. */
  load(): Promise<Result<StoredWorkspace | undefined>>;
  /** A workspace was opened: forgets the one before, with its history. Bytes are copied before this returns. */
  open(source: StoredSource): Promise<Result<void>>;
  /** Keeps the history as it now is: the new entries and the pointer, in one transaction. */
  save(history: History): Promise<Result<void>>;
  /** Forgets everything. */
  clear(): Promise<Result<void>>;
  close(): void;
}

export interface WorkspaceStoreOptions {
  readonly databaseName?: string;
  /** Told when saving stops working (a problem) and when it works again (undefined). */
  readonly onProblem?: (problem: Problem | undefined) => void;
}
