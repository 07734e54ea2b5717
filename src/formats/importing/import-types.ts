/** What the import dialog is told and what it decides: plain data that crosses a worker boundary. */
import type { Problem } from '../../core/result.ts';
import type { Value } from '../../model/feature-batch.ts';
import type { LayerKind } from '../../model/kinds.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import type { NewLayer } from '../../model/patch.ts';
import type { Datum } from '../../model/workspace.ts';
import type { FormatId } from '../driver.ts';
import type { Bounds, DatumGuess } from '../guess-datum.ts';
import type { LayerInspection } from '../inspect-layer.ts';
import type { FieldGuesses } from './guess-fields.ts';
import type { KindGuess } from './guess-kind.ts';
import type { PlacingGuess } from './guess-placing.ts';

/** An import lists every row that was repaired, skipped or doubted; beyond this many of one sort they are counted. */
export const NOTES_PER_CODE = 100_000;

/** Where a layer goes. `update` and `append` name a layer of the workspace, `join` another one of this import. */
export type ImportTarget =
  | { readonly type: 'new' }
  | { readonly type: 'update'; readonly layer: string; readonly keepMissing: boolean }
  | { readonly type: 'append'; readonly layer: string }
  | { readonly type: 'join'; readonly with: string };

/** How the file is to be read; what is absent is as the file says, or as it was guessed. */
export interface ReadingChoices {
  readonly encoding?: string;
  /** Of tables of text: what stands between the cells. */
  readonly delimiter?: string;
  readonly crs?: string;
  readonly datum?: Datum;
  readonly swapAxes?: boolean;
  readonly geometry?: { readonly lon?: string; readonly lat?: string; readonly wkt?: string };
}

/** What the user decides of one layer. */
export interface LayerChoices {
  readonly included: boolean;
  readonly title: string;
  readonly kind: LayerKind;
  readonly reading: ReadingChoices;
  /** canonical field → column */
  readonly fields: Readonly<Record<string, string>>;
  /** canonical field → unit */
  readonly units: Readonly<Record<string, string>>;
  readonly target: ImportTarget;
}

/** What is asked for of one layer; fields and units that are left open are guessed. */
export type AskedChoices = Omit<LayerChoices, 'fields' | 'units'> & Partial<Pick<LayerChoices, 'fields' | 'units'>>;

/** The first rows as they stand in the file, for a look. */
export interface SampleRow {
  /** 0-based among the file's records. */
  readonly row: number;
  /** One for each of the layer's columns. */
  readonly values: readonly Value[];
}

/** One layer of one file with everything that is known and guessed of it. */
export interface ExaminedLayer {
  /** Names it within this import. */
  readonly key: string;
  readonly file: string;
  /** Where the file has several layers. */
  readonly sheet?: string;
  readonly format: FormatId;
  /** Records of the file; each is a feature or was skipped with a note. */
  readonly records: number;
  readonly facts: LayerInspection;
  readonly sample: readonly SampleRow[];
  readonly kindGuess: KindGuess;
  readonly placing: PlacingGuess;
  readonly datumGuess: DatumGuess;
  /** For the kind chosen. */
  readonly fieldGuesses: FieldGuesses;
  /** The name of the profile whose mapping was taken. */
  readonly profile?: string;
  readonly choices: LayerChoices;
  /** Where it is to update a layer of the workspace: what that would do. */
  readonly merge?: MergePlan;
  /** Why it cannot be imported as chosen. */
  readonly problem?: Problem;
  /** Reading, placing, mapping and geometry: everything that was not plain. */
  readonly notes: readonly Problem[];
  /** Some of its shapes as they would come in, and where they would lie without a change of datum. */
  readonly preview: LayerPreview;
}

export interface LayerPreview {
  /** WGS84; at most `PREVIEW_FEATURES` of the layer's features. */
  readonly shapes: readonly GeoJSON.Geometry[];
  /** The same with the coordinates taken as WGS84, where a datum was chosen. */
  readonly unshifted: readonly GeoJSON.Geometry[];
  /** Around most of `shapes`: a stray one far away does not decide where the map looks. */
  readonly bounds?: Bounds;
  readonly total: number;
}

export interface ImportExamination {
  readonly layers: readonly ExaminedLayer[];
  /** Files that are no layers, and what is wrong with those that cannot be read at all. */
  readonly problems: readonly Problem[];
  /** Of files as a whole that could be read. */
  readonly notes: readonly Problem[];
}

/** What an import knows of the workspace that it goes into. */
export interface ImportSurroundings {
  /** Somewhere in the middle of it. */
  readonly near?: LonLat;
  readonly layers: readonly ExistingLayer[];
  /** The kinds in the user's language, for layers whose names are ours. */
  readonly kindTitles?: Readonly<Record<string, string>>;
  readonly profiles: readonly ImportProfile[];
}

/** A layer of the workspace, as far as a newer file is held against it. */
export interface ExistingLayer {
  readonly id: string;
  readonly kind: LayerKind;
  readonly title: string;
}

/** How an office's ledger was mapped the last time. */
export interface ImportProfile {
  readonly name: string;
  /** Names of the file's columns, sorted. */
  readonly columns: readonly string[];
  readonly kind: LayerKind;
  readonly reading: ReadingChoices;
  readonly fields: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
}

/** One layer of the workspace as it will be, and what was done to make it so. */
export interface ImportedLayer {
  readonly id: string;
  readonly layer: NewLayer;
  /** Takes the place of the layer that had this id. */
  readonly replaces: boolean;
  readonly counts: MergeCounts;
  readonly notes: readonly Problem[];
}

export interface MergeCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Edited or added by hand in the workspace, and left as they are. */
  readonly kept: number;
}

/** What an update would do, by the names of features; each list is cut at `MERGE_NAMES`, the counts are not. */
export interface MergePlan {
  readonly counts: MergeCounts;
  readonly names: Readonly<Record<'added' | 'changed' | 'removed' | 'kept', readonly string[]>>;
}

export interface ImportResult {
  readonly layers: readonly ImportedLayer[];
  /** Records of all included layers, and how many became features. */
  readonly records: number;
  readonly features: number;
}
