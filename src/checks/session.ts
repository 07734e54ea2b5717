/**
 * A workspace that stays open: checked once, then kept up with its edits. What an edit does not touch
 * is not measured again, and the answer is that of a fresh check of the edited document.
 */
import type { Result } from '../core/result.ts';
import type { Subject } from '../core/subject.ts';
import type { Task } from '../core/task.ts';
import type { CheckResult, EngineName, Finding, FindingsDelta, LayerNote } from '../model/findings.ts';
import type { LonLat } from '../model/lon-lat.ts';
import { applyPatch, type Patch } from '../model/patch.ts';
import type { RoadsideSoil } from '../model/roadside-soil.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { type AreaCount, type AreaRequest, countInside } from './area-count.ts';
import type { Surroundings, SurroundingsQuestion, UpwindPlace, UpwindQuestion } from './around-types.ts';
import { listFindings } from './assemble.ts';
import type { ChartFacts, ChartRequest } from './chart-fact-types.ts';
import { findChartFacts } from './chart-facts.ts';
import {
  type CheckOptions,
  checkDocument,
  type OpenCheck,
  openCheck,
  readFrame,
  readResult,
} from './check-document.ts';
import { compareResults } from './compare-engines.ts';
import { readPatch, takePatch } from './edit-workspace.ts';
import { findShape } from './finding-shapes.ts';
import { deltaOf } from './findings-delta.ts';
import { type GroundShare, measureGroundShares } from './ground-shares.ts';
import type { MeasureSpread } from './measure-table.ts';
import { pickFeatures } from './pick.ts';
import { probeDraft } from './probe.ts';
import { updateFastChecks } from './run-fast-checks.ts';
import type { EngineComparison, ProbeDraft, ProbeResult, SecondOpinion } from './session-types.ts';
import type { ConflictSheet, FixPlan, FixRequest, SliverPlan } from './settle/settle-types.ts';
import { type LayerSizes, listSizes } from './sizes-of.ts';
import { findStreets, type StreetAnswer, type StreetQuestion } from './street-of.ts';

export interface SessionOptions {
  readonly engine?: EngineName;
  readonly notes?: readonly LayerNote[];
  readonly task?: Task;
  /** Who measures the sources; default: this thread. */
  readonly spread?: MeasureSpread;
}

export interface Session {
  /** With all patches applied, and with the metric frame's centre stored in it. */
  readonly document: WorkspaceDocument;
  /** All findings, listed when asked for. O(findings log findings) after an edit. */
  readonly check: CheckResult;
  /** Leaves everything as it was where it is cancelled. One call at a time. */
  apply(patch: Patch, task?: Task): Promise<FindingsDelta>;
  probe(draft: ProbeDraft): Promise<ProbeResult>;
  /** null for a finding that is not there. */
  shape(findingId: string): Promise<GeoJSON.Geometry | null>;
  /** Of a finding that is at hand: many are not looked up one by one. */
  shapeOf(finding: Finding): Promise<GeoJSON.Geometry | null>;
  pick(at: LonLat, toleranceMeters: number, layerIds: readonly string[]): Subject[];
  /** What charts and rankings count. */
  chartFacts(request: ChartRequest): ChartFacts;
  /** What lies in an area drawn on the map. */
  countInside(request: AreaRequest): Promise<AreaCount>;
  /** What lies upwind of stations and of what is asked, for a wind that somebody sets. */
  upwind(question: UpwindQuestion): Promise<UpwindPlace[]>;
  /** null for what is no dust source, or has no geometry. */
  surroundings(question: SurroundingsQuestion): Promise<Surroundings | null>;
  /** For each area the responsibility zones that share ground with it, the largest part first. */
  groundShares(areas: readonly GeoJSON.Polygon[]): Promise<GroundShare[][]>;
  streetsOf(question: StreetQuestion, task?: Task): Promise<StreetAnswer>;
  sizesOf(layer: string): LayerSizes;
  /** Uncovered bare soil beside unswept roads. */
  roadsideSoil(): Promise<RoadsideSoil>;
  /** Undefined for a finding that is not there. */
  secondOpinion(findingId: string): Promise<SecondOpinion | undefined>;
  compareEngines(task?: Task): Promise<EngineComparison>;
  /** Of a finding about zones. */
  conflict(findingId: string): Promise<Result<ConflictSheet>>;
  /** What a fix would do; the document stays as it is until the patch is applied. */
  planFix(request: FixRequest): Promise<Result<FixPlan>>;
  /** Of both kinds of zones. Rejects only when cancelled. */
  planSlivers(task?: Task): Promise<Result<SliverPlan>>;
}

/** Rejects only when cancelled. */
export async function createSession(document: WorkspaceDocument, options: SessionOptions = {}): Promise<Session> {
  const { notes = [], spread } = options;
  const checkOptions: CheckOptions = spread ? { notes, spread } : { notes };
  let open: OpenCheck = await openCheck(document, { ...checkOptions, task: options.task ?? {} });
  // From here on edits do not move the frame.
  let current: WorkspaceDocument = { ...document, frame: open.workspace.frame.center };
  Object.assign(open.workspace.input, { document: current });
  open.book.track();
  let check: CheckResult | undefined = await firstAnswer();

  /** The plain engine answers the first question only where it was asked for. */
  async function firstAnswer(): Promise<CheckResult> {
    if (options.engine !== 'turf') return readResult(open, checkOptions);
    return checkDocument(current, { ...checkOptions, engine: 'turf', task: options.task ?? {} });
  }

  /** Takes over another state as a whole: what differs is found by comparing. */
  async function reopen(edited: WorkspaceDocument, task: Task): Promise<FindingsDelta> {
    const next = await openCheck(edited, { ...checkOptions, task });
    const before = new Map(listFindings(open.book).map((finding) => [finding.id, finding]));
    const after = listFindings(next.book);
    const gone = new Map(before);
    for (const { id } of after) gone.delete(id);
    const added = after.filter(({ id }) => !before.has(id));
    const changed = after.filter((finding) => {
      const old = before.get(finding.id);
      return old !== undefined && JSON.stringify(old) !== JSON.stringify(finding);
    });
    open = next;
    open.book.track();
    return deltaOf({ added, changed, removed: [...gone.values()] }, readFrame(open, checkOptions));
  }

  async function apply(patch: Patch, task: Task = {}): Promise<FindingsDelta> {
    const edited = applyPatch(current, patch).document;
    const read = await readPatch(open.workspace, patch);
    task.signal?.throwIfAborted();
    const change = read && takePatch(open.workspace, read, edited);
    let delta: FindingsDelta;
    if (change) {
      await updateFastChecks(open.workspace, open.book, change);
      open.book.setExceptions(edited.exceptions);
      delta = deltaOf(open.book.takeChanges(), readFrame(open, checkOptions));
    } else delta = await reopen(edited, read ? {} : task);
    current = edited;
    check = undefined;
    return delta;
  }

  function listCheck(): CheckResult {
    check ??= readResult(open, checkOptions);
    return check;
  }

  return {
    get document() {
      return current;
    },
    get check() {
      return listCheck();
    },
    apply,
    probe: (draft) => probeDraft(open, draft),
    async shape(findingId) {
      const finding = open.book.find(findingId);
      return finding ? findShape(open.workspace, finding) : null;
    },
    shapeOf: (finding) => findShape(open.workspace, finding),
    pick: (at, toleranceMeters, layerIds) => pickFeatures(open.workspace, at, toleranceMeters, layerIds),
    chartFacts: (request) => findChartFacts(open, request),
    countInside: (request) => countInside(open, request),
    // Fetched when somebody asks.
    async upwind(question) {
      const { findUpwindSources } = await import('./upwind-sources.ts');
      return findUpwindSources(open.workspace, question);
    },
    async surroundings(question) {
      const { describeSurroundings } = await import('./surroundings.ts');
      return describeSurroundings(open.workspace, question) ?? null;
    },
    groundShares: (areas) => measureGroundShares(open.workspace, areas),
    streetsOf: (question, task) => findStreets(open.workspace, question, task),
    sizesOf: (layer) => listSizes(open.workspace, layer),
    // Fetched when somebody asks, and kept until the next edit: numbers, board and map of a scene ask for the same.
    roadsideSoil: () =>
      open.workspace.memo.of('roadside soil', [listCheck()], async () => {
        const { pairRoadsideSoil } = await import('./roadside-soil.ts');
        const { frame, input } = open.workspace;
        const { asOfInstant, thresholds } = input;
        const soil = open.workspace.layersOfKind('bareSoil');
        const ground = { frame, soil, asOfInstant, withinMeters: thresholds.roadsideSoilMeters };
        return pairRoadsideSoil(ground, listCheck().findings);
      }),
    async secondOpinion(findingId) {
      const finding = open.book.find(findingId);
      if (!finding) return undefined;
      const { giveSecondOpinion } = await import('./second-opinion.ts');
      return giveSecondOpinion(finding, open.workspace);
    },
    async compareEngines(task = {}) {
      const { PLAIN_ENGINE_TOLERANCE } = await import('./plain/ellipsoid-measures.ts');
      const fast = readResult(open, checkOptions);
      const turf = await checkDocument(current, { engine: 'turf', task });
      return compareResults(fast, turf, open.workspace.input.thresholds, PLAIN_ENGINE_TOLERANCE);
    },
    // Fetched when somebody settles something.
    async conflict(findingId) {
      const { describeConflict } = await import('./settle/conflict-sheet.ts');
      return describeConflict(open, findingId);
    },
    async planFix(request) {
      const { planFix } = await import('./settle/plan-fix.ts');
      return planFix(open, request);
    },
    async planSlivers(task) {
      const { planSlivers } = await import('./settle/plan-slivers.ts');
      return planSlivers(open, task);
    },
  };
}
