/**
 * Keeps the page honest about what is saved: storage's status into its store, the browser asked to keep
 * what is saved, a warning before a tab closes with an edit that is nowhere else.
 */
import type { StorageStatus, WorkspaceStore as WorkspaceStorage } from '../storage/stored-types.ts';
import { isAtRisk, type Persistence, type StorageStore } from '../ui/store/storage-store.ts';
import { addNotices, type ViewStore } from '../ui/store/view-store.ts';
import type { WorkspaceStore } from '../ui/store/workspace-store.ts';

export interface KeepingControllerParts {
  readonly storage: WorkspaceStorage;
  readonly keeping: StorageStore;
  readonly workspace: WorkspaceStore;
  readonly view: ViewStore;
  /** The open workspace's id, for a reload of this tab. */
  readonly remember: (id: string) => void;
  readonly openKept: (id: string) => Promise<boolean>;
}

export interface KeepingController {
  /** What storage says, each time it changes. */
  onStatus(status: StorageStatus): void;
  takeOver(): Promise<void>;
  rejoin(): Promise<void>;
  retry(): Promise<void>;
  openKept(id: string): Promise<void>;
  removeKept(id: string): Promise<void>;
  /** Guards the tab's closing. */
  attach(page: Window): void;
}

export function createKeepingController(parts: KeepingControllerParts): KeepingController {
  const { storage, keeping, workspace, view, remember, openKept } = parts;
  let asked = false;

  const sayFailure = (result: { ok: true } | { ok: false; problem: Parameters<typeof addNotices>[2][number] }) => {
    if (!result.ok) addNotices(view, 'warning', [result.problem]);
  };

  const listOthers = async () => {
    const listed = await storage.list();
    if (!listed.ok) return;
    keeping.setState({ others: listed.value.filter(({ id }) => id !== storage.status.workspace) });
  };

  /** At the first edit, since some browsers ask the user: then it is clear what for. */
  const askForPersistence = async () => {
    if (asked || workspace.getState().history.entries.length === 0) return;
    asked = true;
    keeping.setState({ persistence: await requestPersistence() });
  };

  /** What was said of a failure no longer holds. */
  const takeBack = (before: StorageStatus['save']) => {
    if (before.state !== 'failed') return;
    const { code } = before.problem;
    view.setState(({ notices }) => ({ notices: notices.filter(({ problem }) => problem.code !== code) }));
  };

  return {
    onStatus(status) {
      const before = keeping.getState();
      keeping.setState(status);
      if (status.workspace !== undefined && status.workspace !== before.workspace) {
        remember(status.workspace);
        keeping.setState({ file: undefined });
        void listOthers();
      }
      if (status.save.state !== 'failed') {
        if (status.save.state === 'saved') void askForPersistence();
        takeBack(before.save);
        return;
      }
      const { problem } = status.save;
      const known = before.save.state === 'failed' && before.save.problem.code === problem.code;
      // The banner says the rest of it, and what to do.
      if (!known && status.role === 'editor') addNotices(view, 'warning', [problem]);
    },
    async takeOver() {
      sayFailure(await storage.takeOver());
    },
    async rejoin() {
      sayFailure(await storage.rejoin());
    },
    async retry() {
      await storage.retry();
    },
    async openKept(id) {
      if (!(await openKept(id))) await listOthers();
    },
    async removeKept(id) {
      sayFailure(await storage.remove(id));
      await listOthers();
    },
    attach(page) {
      page.addEventListener('beforeunload', (event) => {
        if (!isAtRisk(keeping.getState(), workspace.getState().history)) return;
        event.preventDefault();
        // Chromium before 119 asks only where a value is set.
        event.returnValue = true;
      });
      page.addEventListener('pagehide', () => storage.leave());
    },
  };
}

/** Offered in secure contexts only; Chromium decides by itself, Firefox asks the user. */
async function requestPersistence(): Promise<Persistence> {
  const manager = (navigator as { storage?: StorageManager }).storage;
  if (!manager?.persist) return 'insecure';
  try {
    return (await manager.persist()) ? 'granted' : 'denied';
  } catch {
    return 'denied';
  }
}
