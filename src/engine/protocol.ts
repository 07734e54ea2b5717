/**
 * The one table of messages between the page and the engine's worker: job → input, output.
 * Every job has an id, may report progress, can be cancelled, and settles whatever happens.
 */

import type { AreaCount, AreaRequest } from '../checks/area-count.ts';
import type { Surroundings, SurroundingsQuestion, UpwindPlace, UpwindQuestion } from '../checks/around-types.ts';
import type { ChartRequest } from '../checks/chart-fact-types.ts';
import type { GroundShare } from '../checks/ground-shares.ts';
import type { EngineComparison, ProbeDraft, ProbeResult, SecondOpinion } from '../checks/session-types.ts';
import type { ConflictSheet, FixPlan, FixRequest, SliverPlan } from '../checks/settle/settle-types.ts';
import type { LayerSizes } from '../checks/sizes-of.ts';
import type { StreetAnswer, StreetQuestion } from '../checks/street-of.ts';
import type { Problem } from '../core/result.ts';
import type { Subject } from '../core/subject.ts';
import type { Progress } from '../core/task.ts';
import type { DatumExamination, DatumReference } from '../formats/datum-doctor/datum-types.ts';
import type { ExportedLayer } from '../formats/export-layer.ts';
import type {
  AskedChoices,
  ExaminedLayer,
  ImportExamination,
  ImportResult,
  ImportSurroundings,
  LayerChoices,
  ReadingChoices,
} from '../formats/importing/import-types.ts';
import type { ReadReturns, ReturnedFile } from '../formats/returns/read-returned.ts';
import type { Drawable } from '../geo/drawable.ts';
import type { CheckResult, EngineName, FindingsDelta } from '../model/findings.ts';
import type { LonLat } from '../model/lon-lat.ts';
import type { PackedFindings } from '../model/packed-findings/layout.ts';
import type { Patch } from '../model/patch.ts';
import type { RoadsideSoil } from '../model/roadside-soil.ts';
import type { Layer, WorkspaceDocument } from '../model/workspace.ts';
import type { ChartData } from '../reports/charts/chart-data.ts';
import type { MonthChoice } from '../reports/months/document-months.ts';
import type { ChangeFilter, ChangeList } from '../reports/months/list-changes.ts';
import type { MonthReport } from '../reports/months/month-report.ts';
import type { PackOptions } from '../reports/months/pack-files.ts';
import type { SnapshotFinding } from '../reports/months/snapshot.ts';
import type { SlideDeck } from '../reports/slides/slide-deck.ts';
import type { MadeSlips, SlipsRequest } from '../reports/slips/make-slips.ts';
import type { PlainTable } from '../reports/table.ts';
import type { FeaturesToWrite } from './feature-sets.ts';

/** A workspace as files: paths relative to its folder, `/` between names. */
export interface WorkspaceFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ServedFiles {
  readonly address: string;
}

export interface OpenInput {
  /** A folder's files, or one `.chentu` / `.zip`; or the address of one of these on the page's own server. */
  readonly files: readonly WorkspaceFile[] | ServedFiles;
  /** Edits made since, applied before the check (recovery after a reload). */
  readonly patches: readonly Patch[];
  readonly engine: EngineName;
}

export interface OpenOutput {
  /** The workspace as read, before `patches`: the page applies them itself. */
  readonly document: WorkspaceDocument;
  readonly check: CheckResult;
  /** By layer id. */
  readonly drawables: Readonly<Record<string, Drawable>>;
  /** Layers that could not be read at all; the rest is open. */
  readonly problems: readonly Problem[];
}

/** What `open` can show before the findings are there: sent ahead, so that the page need not wait for the check. */
export type OpenedData = Omit<OpenOutput, 'check' | 'drawables'>;

export interface ApplyOutput {
  readonly delta: FindingsDelta;
  /** Of the layers that the patch touched; a removed layer has none. */
  readonly drawables: Readonly<Record<string, Drawable>>;
}

export interface FinishImportInput {
  /** By the key of the layer; what is missing is left out. */
  readonly choices: Readonly<Record<string, LayerChoices>>;
  /** Layers of the workspace that are updated or appended to. */
  readonly existing: readonly Layer[];
  /** Ids of the workspace's layers. */
  readonly taken: readonly string[];
}

export interface ChangeQuestion {
  readonly choice: MonthChoice;
  readonly filter: ChangeFilter;
  /** The most that is answered; absent: all. */
  readonly limit?: number;
}

/** A month's findings as they are kept under `snapshots/`. */
export interface KeptMonthFile {
  readonly month: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type MonthMark = Pick<SnapshotFinding, 'id' | 'rule' | 'at' | 'subjects'>;

export interface MonthPackInput extends PackOptions {
  /** Without them the pack has no slides. */
  readonly slides: SlideDeck | undefined;
}

export interface MonthPack {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Names of what is in it. */
  readonly files: readonly string[];
}

export interface JobTable {
  open: { input: OpenInput; output: OpenOutput };
  /** Asks for a served workspace before it is known whether it will be opened; answers at once. */
  fetchAhead: { input: ServedFiles; output: null };
  apply: { input: Patch; output: ApplyOutput };
  probe: { input: ProbeDraft; output: ProbeResult };
  shape: { input: string; output: GeoJSON.Geometry | null };
  /** Everything under a point, finest first: points, lines, small polygons, large ones. */
  pick: { input: { at: LonLat; toleranceMeters: number; layers: readonly string[] }; output: Subject[] };
  /** What charts and rankings show, within a scope. */
  chartData: { input: ChartRequest; output: ChartData };
  /** Two months of what is open, in numbers. */
  compareMonths: { input: MonthChoice; output: MonthReport };
  /** The findings behind one of those numbers. */
  listChanges: { input: ChangeQuestion; output: ChangeList };
  /** Where the open findings of a kept month lay; shapes are not kept. */
  findingsOfMonth: { input: string; output: MonthMark[] };
  /** What is checked now, to be kept as its month. */
  keepMonth: { input: null; output: KeptMonthFile };
  /** What month a findings.json of somewhere else holds. Needs nothing open. */
  readMonth: { input: WorkspaceFile; output: { readonly month: string; readonly findings: number } };
  /** What lies in an area drawn on the map. */
  countInside: { input: AreaRequest; output: AreaCount };
  upwind: { input: UpwindQuestion; output: UpwindPlace[] };
  surroundings: { input: SurroundingsQuestion; output: Surroundings | null };
  /** Whose ground each area lies on, the largest part first. */
  groundShares: { input: readonly GeoJSON.Polygon[]; output: GroundShare[][] };
  /** In which street features or places lie. */
  streetsOf: { input: StreetQuestion; output: StreetAnswer };
  /** Uncovered bare soil beside unswept roads. */
  roadsideSoil: { input: null; output: RoadsideSoil };
  /** Of each feature of a layer, by its id. */
  sizesOf: { input: string; output: LayerSizes };
  secondOpinion: { input: string; output: SecondOpinion };
  compareEngines: { input: null; output: EngineComparison };
  conflict: { input: string; output: ConflictSheet };
  planFix: { input: FixRequest; output: FixPlan };
  planSlivers: { input: null; output: SliverPlan };
  /** One layer with its edits as a file of another format. */
  /** Features of layers, of tables, or given with their shapes, as one file or a zip of several. */
  writeFeatures: { input: FeaturesToWrite; output: ExportedLayer };
  /** A table of the page as a file. Needs nothing open. */
  writeTables: { input: { tables: readonly PlainTable[]; format: 'xlsx' | 'csv' }; output: Uint8Array<ArrayBuffer> };
  /** A briefing as a PowerPoint file. Needs nothing open. */
  writeSlides: { input: SlideDeck; output: Uint8Array<ArrayBuffer> };
  /** The papers of the month of what is open, as one zip. */
  writeMonthPack: { input: MonthPackInput; output: MonthPack };
  /** Slips 交办单 of findings as a Word file. */
  writeSlips: { input: SlipsRequest; output: MadeSlips };
  /** What is in files of returned slips. Needs nothing open. */
  readReturned: { input: readonly ReturnedFile[]; output: ReadReturns };
  /** The placeholders of a template of slips; a problem where it cannot be used. Needs nothing open. */
  examineTemplate: { input: Uint8Array; output: readonly string[] };
  /** Reads files that were dropped and says what they hold; the import is then under way in this worker. */
  openImport: {
    input: { files: readonly WorkspaceFile[]; surroundings: ImportSurroundings };
    output: ImportExamination;
  };
  reviseImport: { input: { key: string; choices: AskedChoices; against?: Layer }; output: ExaminedLayer };
  examineDatum: {
    input: { key: string; reading: ReadingChoices; references: readonly DatumReference[] };
    output: DatumExamination;
  };
  finishImport: { input: FinishImportInput; output: ImportResult };
  /** The workspace with all edits as files: `chentu` gives one zip, `folder` the files themselves. */
  save: { input: { as: 'chentu' }; output: Uint8Array<ArrayBuffer> };
}
export type JobName = keyof JobTable;

export type ToWorker =
  | { [J in JobName]: { type: 'run'; id: number; job: J; input: JobTable[J]['input'] } }[JobName]
  | { type: 'cancel'; id: number };

export type FromWorker =
  | { type: 'progress'; id: number; progress: Progress }
  /** Of `open` alone: the data, before the findings. Its `done` then carries the check without the data again. */
  | { type: 'opened'; id: number; data: OpenedData }
  /** Of `open` alone: a layer that the map can draw. All of them come before its `done`. */
  | { type: 'drawn'; id: number; layer: string; drawable: Drawable }
  /** Of `open` and `apply`: findings that are there or were added, part by part and in order; their `done` then has none of them. */
  | { type: 'findings'; id: number; part: PackedFindings }
  | { type: 'done'; id: number; output: unknown }
  | { type: 'failed'; id: number; problem: Problem }
  | { type: 'cancelled'; id: number };
