/** Says on the root element how far the page is, for tests and for whoever automates it. */
import type { WorkspacePhase, WorkspaceStore } from '../ui/store/workspace-store.ts';

export type Readiness = 'none' | 'opening' | 'checking' | 'updating' | 'unchecked' | 'checked';

/** `data-ready` is `checked` once the findings of all edits are in. */
export function showReadiness(root: HTMLElement, workspace: WorkspaceStore): () => void {
  const show = ({ phase, check }: { phase: WorkspacePhase; check: unknown }) => {
    root.dataset.ready = readinessOf(phase, check !== undefined);
  };
  show(workspace.getState());
  return workspace.subscribe(show);
}

export function readinessOf(phase: WorkspacePhase, hasCheck: boolean): Readiness {
  if (phase !== 'ready') return phase;
  return hasCheck ? 'checked' : 'unchecked';
}
