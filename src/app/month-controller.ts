/** Months of the open workspace: compared by the engine, kept and taken in as edits. */
import { type Problem, problem, type Result } from '../core/result.ts';
import type { EngineClient } from '../engine/engine-client.ts';
import type { ChangeQuestion } from '../engine/protocol.ts';
import { snapshotPath } from '../model/months.ts';
import type { Patch } from '../model/patch.ts';
import type { MonthChoice } from '../reports/months/document-months.ts';
import type { ChangeList } from '../reports/months/list-changes.ts';
import type { MonthReport } from '../reports/months/month-report.ts';
import { addNotices, type ViewStore } from '../ui/store/view-store.ts';
import type { WorkspaceStore } from '../ui/store/workspace-store.ts';

export interface MonthController {
  compare(choice?: MonthChoice): Promise<Result<MonthReport>>;
  list(question: ChangeQuestion): Promise<Result<ChangeList>>;
  keep(): Promise<void>;
  importFile(file: File): Promise<void>;
}

export interface MonthControllerParts {
  readonly engine: EngineClient;
  readonly workspace: WorkspaceStore;
  readonly view: ViewStore;
  readonly edit: (patch: Patch) => void;
  /** Once the engine has all edits. */
  readonly settled: () => Promise<void>;
}

export function createMonthController({
  engine,
  workspace,
  view,
  edit,
  settled,
}: MonthControllerParts): MonthController {
  const say = (severity: 'error' | 'info', found: Problem) => addNotices(view, severity, [found]);

  const put = (code: string, month: string, bytes: Uint8Array<ArrayBuffer>) => {
    // Another workspace may have been opened meanwhile, or none.
    if (!workspace.getState().document) return;
    edit({
      label: { code, params: { month } },
      operations: [{ op: 'attachment', path: snapshotPath(month), bytes }],
    });
  };

  return {
    async compare(choice = {}) {
      await settled();
      return engine.compareMonths(choice);
    },
    async list(question) {
      await settled();
      return engine.listChanges(question);
    },
    async keep() {
      await settled();
      const made = await engine.keepMonth();
      if (!made.ok) return say('error', made.problem);
      put('edit.month-kept', made.value.month, made.value.bytes);
    },
    async importFile(file) {
      const bytes = await bytesOf(file);
      if (!bytes) return say('error', problem('app.file-unreadable', { reason: file.name }));
      const read = await engine.readMonth({ path: file.name, bytes });
      if (!read.ok) return say('error', read.problem);
      put('edit.month-imported', read.value.month, bytes);
      if (read.notes.length > 0) addNotices(view, 'warning', read.notes);
    },
  };
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}
