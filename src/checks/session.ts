/**
 * A workspace that stays open: checked once, then kept up with its edits. What an edit does not touch
 * is not measured again, and the answer is that of a fresh check of the edited document.
 */
import type { Subject } from '../core/subject.ts';
import type { Task } from '../core/task.ts';
import type { CheckResult, EngineName, FindingsDelta, LayerNote } from '../model/findings.ts';
import { applyPatch, type Patch } from '../model/patch.ts';
import type { LonLat, WorkspaceDocument } from '../model/workspace.ts';
import { type CheckedDocument, checkDocument } from './check-document.ts';
import { compareResults } from './compare-engines.ts';
import { findShape } from './finding-shapes.ts';
import { findDelta } from './findings-delta.ts';
import type { MeasureSpread } from './measure-table.ts';
import { createMemo } from './memo.ts';
import { pickFeatures } from './pick.ts';
import { probeDraft } from './probe.ts';
import type { EngineComparison, ProbeDraft, ProbeResult, SecondOpinion } from './session-types.ts';

export interface SessionOptions {
  readonly engine?: EngineName;
  readonly notes?: readonly LayerNote[];
  /** Who measures; default: this thread alone. */
  readonly spread?: MeasureSpread;
  readonly task?: Task;
}

export interface Session {
  /** With all patches applied, and with the metric frame's centre stored in it. */
  readonly document: WorkspaceDocument;
  readonly check: CheckResult;
  /** Leaves everything as it was where it is cancelled. One call at a time. */
  apply(patch: Patch, task?: Task): Promise<FindingsDelta>;
  probe(draft: ProbeDraft): Promise<ProbeResult>;
  /** null for a finding that is not there. */
  shape(findingId: string): Promise<GeoJSON.Geometry | null>;
  pick(at: LonLat, toleranceMeters: number, layerIds: readonly string[]): Subject[];
  /** Undefined for a finding that is not there. */
  secondOpinion(findingId: string): Promise<SecondOpinion | undefined>;
  compareEngines(task?: Task): Promise<EngineComparison>;
}

/** Rejects only when cancelled. */
export async function createSession(document: WorkspaceDocument, options: SessionOptions = {}): Promise<Session> {
  const { engine = 'fast', notes = [], spread } = options;
  const memo = createMemo();
  const measuring = spread && { spread };
  const check = (edited: WorkspaceDocument, task: Task) =>
    checkDocument(edited, memo, { engine, notes, ...measuring, task });
  let checked: CheckedDocument = await check(document, options.task ?? {});
  // From here on edits do not move the frame.
  let current: WorkspaceDocument = { ...document, frame: checked.workspace.frame.center };
  const findingOf = (id: string) => checked.result.findings.find((finding) => finding.id === id);

  return {
    get document() {
      return current;
    },
    get check() {
      return checked.result;
    },
    async apply(patch, task = {}) {
      const edited = applyPatch(current, patch).document;
      const next = await check(edited, task);
      const delta = findDelta(checked.result, next.result);
      checked = next;
      current = edited;
      return delta;
    },
    probe: (draft) => probeDraft(checked.workspace, checked.result, draft),
    async shape(findingId) {
      const finding = findingOf(findingId);
      return finding ? findShape(checked.workspace, finding, {}) : null;
    },
    pick: (at, toleranceMeters, layerIds) => pickFeatures(checked.workspace, at, toleranceMeters, layerIds),
    async secondOpinion(findingId) {
      const finding = findingOf(findingId);
      if (!finding) return undefined;
      const { giveSecondOpinion } = await import('./second-opinion.ts');
      return giveSecondOpinion(finding, checked.workspace);
    },
    async compareEngines(task = {}) {
      const { PLAIN_ENGINE_TOLERANCE } = await import('./plain/ellipsoid-measures.ts');
      const [fast, turf] = [
        await checkDocument(current, memo, { engine: 'fast', ...measuring, task }),
        await checkDocument(current, memo, { engine: 'turf', ...measuring, task }),
      ];
      return compareResults(fast.result, turf.result, fast.workspace.input.thresholds, PLAIN_ENGINE_TOLERANCE);
    },
  };
}
