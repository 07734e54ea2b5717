/** Says on the root element how far the page is, for tests and for whoever automates it. */
import type { StorageState, StorageStore } from '../ui/store/storage-store.ts';
import type { WorkspacePhase, WorkspaceStore } from '../ui/store/workspace-store.ts';

export type Readiness = 'none' | 'opening' | 'checking' | 'updating' | 'unchecked' | 'checked';

/**
 * `data-ready` is `checked` once the findings of all edits are in; `data-saved` is `saved` once all edits
 * are on the disk, `data-role` says whether this tab edits or follows, and
 * `none` until that is known.
 */
export function showReadiness(root: HTMLElement, workspace: WorkspaceStore, keeping: StorageStore): void {
  const showSaved = ({ workspace: open, save, role }: StorageState) => {
    root.dataset.saved = save.state;
    root.dataset.role = open === undefined ? 'none' : role;
  };
  showSaved(keeping.getState());
  keeping.subscribe(showSaved);
  const show = ({ phase, check }: { phase: WorkspacePhase; check: unknown }) => {
    root.dataset.ready = readinessOf(phase, check !== undefined);
  };
  show(workspace.getState());
  workspace.subscribe(show);
}

export function readinessOf(phase: WorkspacePhase, hasCheck: boolean): Readiness {
  if (phase !== 'ready') return phase;
  return hasCheck ? 'checked' : 'unchecked';
}
