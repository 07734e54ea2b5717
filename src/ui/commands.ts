/** What the panels can ask for. Made in app/, where map, engine and storage are; the panels construct nothing. */
import type { AreaCount, AreaRequest } from '../checks/area-count.ts';
import type { Surroundings, SurroundingsQuestion, UpwindPlace, UpwindQuestion } from '../checks/around-types.ts';
import type { ChartRequest } from '../checks/chart-fact-types.ts';
import type { GroundShare } from '../checks/ground-shares.ts';
import type { EngineComparison, ProbeDraft, ProbeResult, SecondOpinion } from '../checks/session-types.ts';
import type { ConflictSheet, FixPlan, FixRequest, SliverPlan } from '../checks/settle/settle-types.ts';
import type { LayerSizes } from '../checks/sizes-of.ts';
import type { StreetAnswer, StreetQuestion } from '../checks/street-of.ts';
import type { Result } from '../core/result.ts';
import type { ChangeQuestion, MonthPack, MonthPackInput } from '../engine/protocol.ts';
import type { DatumExamination } from '../formats/datum-doctor/datum-types.ts';
import type { AskedChoices, ReadingChoices } from '../formats/importing/import-types.ts';
import type { Language } from '../i18n/language.ts';
import type { Bounds, Camera } from '../map/map-types.ts';
import type { BaseMapEntry, FileBaseMap } from '../model/base-map.ts';
import type { EngineName } from '../model/findings.ts';
import type { LonLat } from '../model/lon-lat.ts';
import type { Patch } from '../model/patch.ts';
import type { RoadsideSoil } from '../model/roadside-soil.ts';
import type { Scope } from '../model/scope.ts';
import type { ChartData } from '../reports/charts/chart-data.ts';
import type { MonthChoice } from '../reports/months/document-months.ts';
import type { ChangeList } from '../reports/months/list-changes.ts';
import type { MonthReport } from '../reports/months/month-report.ts';
import type { SlideDeck } from '../reports/slides/slide-deck.ts';
import type { Table } from '../reports/table.ts';
import type { FeatureExport } from './exporting/feature-export.ts';
import type { SlipCommands } from './slips/slip-commands.ts';
import type { ScopeMembers } from './store/scope-members.ts';
import type { Target } from './store/view-store.ts';

export const FINDINGS_FORMATS = ['xlsx', 'csv', 'geojson', 'fgb', 'kml', 'json'] as const;
export type FindingsFormat = (typeof FINDINGS_FORMATS)[number];
export const TABLE_FORMATS = ['xlsx', 'csv'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
/** A base map of the network as a form gives it. */
export type NewBaseMap = WithoutId<Exclude<BaseMapEntry, FileBaseMap>>;

/** Base maps and pictures. What only changes how one looks is changed in the store itself. */
export interface BaseMapCommands {
  /** `local`, `none` or the id of an entry. */
  choose(id: string): void;
  /** The user has been told whom it asks, and pressed: reloads the page where its policy must change. */
  add(added: NewBaseMap): void;
  /** PMTiles as base maps, pictures with their world files onto the base map. */
  addFiles(files: readonly File[]): void;
  /** Allows the origins that an entry still needs. */
  allow(id: string): void;
  remove(id: string): void;
  removePicture(id: string): void;
  /** A picture without a place goes into the middle of what is looked at. */
  putInView(id: string): void;
}

/** A picture of the map in a size of its own. */
export interface PictureRequest {
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** Pixels of the picture for each of these; 2 to 3 for print. Default 1. */
  readonly pixelRatio?: number;
  /** Default: as it is shown. */
  readonly camera?: Camera;
  /** Instead of a camera: all of it is in the picture. */
  readonly bounds?: Bounds;
  /** `projector` draws as for a wall or for paper; else in the theme of the page. */
  readonly theme?: 'projector' | 'page';
  /** Puts on the map what the picture is to show; the caller takes it off again. */
  readonly show?: () => void | Promise<void>;
  /** Once it is drawn and while it is still shown: for what is written beside the picture. */
  readonly onDrawn?: () => void;
}

export interface SelectOptions {
  /** Moves the map there. Default true. */
  readonly zoom?: boolean;
  /** Opens the findings at it. Default true. */
  readonly reveal?: boolean;
}

export interface Commands {
  /** Hands over the element that the map lives in; the answer takes it away again. */
  attachMap(container: HTMLElement): () => void;

  readonly baseMaps: BaseMapCommands;
  readonly slips: SlipCommands;

  openDemo(): void;
  /** A workspace is opened, everything else imported. */
  openFiles(files: readonly File[]): void;
  openDrop(dropped: DataTransfer): void;

  /** The layer as it would come in with other choices. */
  reviseImport(key: string, choices: AskedChoices): void;
  /** How well each datum fits the open workspace. */
  examineDatum(key: string, reading: ReadingChoices): Promise<Result<DatumExamination>>;
  finishImport(): void;
  /** Back to the choices, or out of the reading. */
  cancelImport(): void;
  closeImport(): void;

  /** Ends the reading of photos that were dropped. */
  cancelPhotos(): void;

  /** Checks what is open from scratch. */
  recheck(): void;
  /** Ends the open or check under way. */
  cancel(): void;

  edit(patch: Patch): void;
  undo(): void;
  redo(): void;
  /** To a point of the history: 0 is the workspace as opened. */
  jump(pointer: number): void;

  /** Into the file chosen before, or one that is asked for; `elsewhere` always asks. */
  saveFile(elsewhere?: boolean): void;
  /** Tries again to save in the browser. */
  retrySave(): void;
  /** Edits here instead of in the other tab. */
  takeOver(): void;
  /** Gives up edits that could not be saved, and follows the other tab. */
  rejoin(): void;
  openKept(id: string): void;
  removeKept(id: string): void;

  exportFindings(format: FindingsFormat): void;
  exportShape(findingId: string): void;
  /** Waits until all is drawn; the map shows afterwards what it showed before. One at a time, in their order. */
  takePicture(request: PictureRequest, signal?: AbortSignal): Promise<Result<Blob>>;
  /** Features of any origin as geodata, in WGS84. */
  exportFeatures(request: FeatureExport): void;

  /** What a chart or a count shows, as numbers: CSV takes the first table alone. */
  exportTables(name: string, tables: readonly Table[], format: TableFormat): void;
  exportPicture(name: string, picture: Blob): void;
  /** Saves a file that was made; its name begins with the workspace's. Answers the name. */
  exportFile(title: string, extension: string, content: Blob): string;
  /** A briefing as a PowerPoint file. */
  writeSlides(deck: SlideDeck, signal?: AbortSignal): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** The papers of the month as one zip, once the engine has all edits. */
  writeMonthPack(input: MonthPackInput, signal?: AbortSignal): Promise<Result<MonthPack>>;

  select(target: Target | undefined, options?: SelectOptions): void;
  /** The next (or the one before) of what lies under the last click. */
  cycle(step: 1 | -1): void;
  hover(target: Target | undefined): void;
  setScope(scope: Scope | undefined, options?: Pick<SelectOptions, 'zoom'>): void;
  /** What would lie in a scope; undefined where its zone is not there. O(positions) for a street. */
  membersOf(scope: Scope): ScopeMembers | undefined;
  zoomToLayer(layer: string): void;
  zoomToBounds(bounds: Bounds): void;
  zoomToAll(): void;
  /** Colours a layer of roads by silt loading 积尘负荷, or no longer. */
  showSiltLoading(layer: string, on: boolean): void;
  zoomToSelection(): void;
  /** As near as to a selection. */
  zoomToPlace(at: LonLat): void;

  /** Once its texts are there. */
  setLanguage(language: Language): Promise<void>;
  setEngine(engine: EngineName): void;
  probe(draft: ProbeDraft): Promise<Result<ProbeResult>>;
  chartData(request: ChartRequest): Promise<Result<ChartData>>;
  countInside(request: AreaRequest): Promise<Result<AreaCount>>;
  /** Two months, once the engine has all edits; by default what is kept of the newest month before, and now. */
  compareMonths(choice?: MonthChoice): Promise<Result<MonthReport>>;
  /** The findings behind one of the numbers. */
  listChanges(question: ChangeQuestion): Promise<Result<ChangeList>>;
  /** Keeps what is checked now as its month in the workspace. */
  keepMonth(): Promise<void>;
  /** Keeps an earlier month's findings.json in the workspace. */
  importMonth(file: File): Promise<void>;
  upwind(question: UpwindQuestion): Promise<Result<UpwindPlace[]>>;
  surroundings(question: SurroundingsQuestion): Promise<Result<Surroundings | null>>;
  /** Whose ground each area lies on, the largest part first. */
  groundShares(areas: readonly GeoJSON.Polygon[]): Promise<Result<GroundShare[][]>>;
  /** In which street each feature of a layer lies, or each place; once the engine has all edits. */
  streetsOf(question: StreetQuestion): Promise<Result<StreetAnswer>>;
  /** Uncovered bare soil beside unswept roads, once the engine has all edits. */
  roadsideSoil(): Promise<Result<RoadsideSoil>>;
  /** As the engine measures them, in the order of the layer's features. */
  sizesOf(layer: string): Promise<Result<LayerSizes>>;
  secondOpinion(findingId: string): Promise<Result<SecondOpinion>>;
  compareEngines(signal: AbortSignal): Promise<Result<EngineComparison>>;
  conflict(findingId: string): Promise<Result<ConflictSheet>>;
  /** What a fix would do; nothing is done before its patch is given to `edit`. */
  planFix(request: FixRequest): Promise<Result<FixPlan>>;
  planSlivers(signal: AbortSignal): Promise<Result<SliverPlan>>;

  /** The page's address with what is looked at now. */
  viewLink(): string;
}
