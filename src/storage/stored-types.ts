/** What is kept in the browser between visits, and what is said of it. */
import type { Problem, Result } from '../core/result.ts';
import type { History } from '../model/history.ts';

/** A file of the workspace, path relative to its folder, `/` between names. */
export interface StoredFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Where the workspace came from: a folder on our own server, or files that the user gave. */
export type StoredSource =
  | { readonly type: 'demo'; readonly name: string }
  | { readonly type: 'files'; readonly files: readonly StoredFile[] };

export interface StoredWorkspace {
  readonly id: string;
  readonly source: StoredSource;
  readonly history: History;
}

/** One line of the list of what is kept. */
export interface KeptWorkspace {
  readonly id: string;
  /** Empty where it was kept by a release that did not write it down. */
  readonly name: string;
  /** The served folder it came from; undefined for files that the user gave. */
  readonly served: string | undefined;
  /** Edits in force. */
  readonly edits: number;
  /** When it was last opened or edited, ISO-8601; empty as with `name`. */
  readonly usedAt: string;
}

/**
 * Which tab may write. One workspace has one editor; every other tab with it open follows.
 *
 *   editor ──another tab takes over──▶ follower ──takeOver──▶ editor
 *      └── the same, with edits that are not on the disk ──▶ stranded ──rejoin──▶ follower
 */
export type Role = 'editor' | 'follower' | 'stranded';

export type SaveState =
  /** Nothing is open. */
  | { readonly state: 'none' }
  /** Every edit is on the disk. */
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  /** Edits live in this tab alone. */
  | { readonly state: 'failed'; readonly problem: Problem };

export interface StorageStatus {
  /** Once it is known which tab edits it. */
  readonly workspace: string | undefined;
  readonly role: Role;
  /** Of a follower: the tab that edited has closed, or no longer answers. */
  readonly editorGone: boolean;
  readonly save: SaveState;
}

export interface WorkspaceStore {
  readonly status: StorageStatus;
  /** What is kept, last used first. */
  list(): Promise<Result<readonly KeptWorkspace[]>>;
  /** Reads what is kept under an id, or undefined. Notes tell what could not be read. */
  load(id: string): Promise<Result<StoredWorkspace | undefined>>;
  /** What was loaded is now open here. This tab edits it, unless another does; what that one wrote meanwhile is told. */
  resume(loaded: StoredWorkspace, name: string): Promise<Result<void>>;
  /**
   * A workspace was opened: keeps it beside the others. The one before is forgotten where nothing was
   * edited in it. Saves that follow belong to the new one, even before this has been written.
   */
  open(name: string, source: () => Promise<StoredSource>): Promise<Result<void>>;
  /** Keeps the history as it now is: the new entries and the pointer, in one transaction. */
  save(history: History): Promise<Result<void>>;
  /** Tries again to write what is only in memory. */
  retry(): Promise<Result<void>>;
  /** A follower becomes the editor. Fails where the tab that edits holds edits that it cannot save. */
  takeOver(): Promise<Result<void>>;
  /** A stranded tab gives up its own edits and follows. */
  rejoin(): Promise<Result<void>>;
  /** Forgets a workspace that is not open here. */
  remove(id: string): Promise<Result<void>>;
  /** The tab is about to close: tells followers. What was saved stays. */
  leave(): void;
  close(): void;
}

export interface WorkspaceStoreOptions {
  readonly databaseName?: string;
  /** Told at every change of the status. */
  readonly onStatus?: (status: StorageStatus) => void;
  /** What another tab wrote of this workspace; entries that were here before are the same objects. */
  readonly onHistory?: (history: History) => void;
  /** ISO-8601, for the list of what is kept. */
  readonly now?: () => string;
  /** How long another tab may take to answer. */
  readonly answerMs?: number;
}
