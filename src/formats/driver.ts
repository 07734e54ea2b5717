/**
 * The one interface of all file formats. A driver is light: it knows names and first bytes; its
 * codec comes by `await import()` when a file of the format is really read or written.
 */
import type { Place, Problem, Result } from '../core/result.ts';
import type { Task } from '../core/task.ts';
import type { FeatureBatch } from '../model/feature-batch.ts';
import type { Datum } from '../model/workspace.ts';

export type FormatId =
  | 'geojson'
  | 'flatgeobuf'
  | 'csv'
  | 'xlsx'
  | 'kml'
  | 'gpx'
  | 'shapefile'
  | 'osm'
  | 'land-text'
  | 'topojson'
  | 'gpkg'
  | 'xls';

/** A file as it was found. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The file beside it that is called alike but for this ending (`dbf`); undefined where there is none. */
  readonly companion?: ReadCompanion;
}
export type ReadCompanion = (extension: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;

/** What the user or a manifest knows about a file beyond its bytes. */
export interface ReadOptions {
  /** `EPSG:n` or a proj4 string; stands above the file's own. */
  readonly crs?: string;
  readonly datum?: Datum;
  readonly encoding?: string;
  readonly sublayer?: string;
  /** Of tables of text: what stands between the cells. */
  readonly delimiter?: string;
  readonly geometry?: { readonly lon?: string; readonly lat?: string; readonly wkt?: string };
  /** How many notes of one code are listed singly; the others are counted. Absent: as many as a person reads in a terminal. */
  readonly notesPerCode?: number;
}

export interface ReadInput extends SourceFile {
  readonly options: ReadOptions;
}

/** A layer as the codec finds it: coordinates still in the file's own system. */
export interface RawLayer {
  readonly name: string;
  /** The file's own column names; `ids` empty; `rows` count the file's records from 0. */
  readonly batch: FeatureBatch;
  /** What the file says of its coordinate system. */
  readonly crs?: string;
  /** Of a text format: the encoding in which it was read. */
  readonly encoding?: string;
  /** Of a table of text: what was taken to stand between the cells. */
  readonly delimiter?: string;
  /** Records of the file, features and skipped ones; absent: up to the last row. */
  readonly records?: number;
  /** File and, where there are several, sheet: filled in by `readRawLayers`. */
  readonly place?: Place;
  /** Of a table: the row of the sheet in which each feature stands, counted from 1. */
  readonly lines?: Uint32Array;
  readonly notes: readonly Problem[];
}

/** A layer as everyone else gets it: WGS84 longitude and latitude. */
export interface ReadLayer extends RawLayer {
  /** The system that was applied, `EPSG:4326` where nothing said otherwise. */
  readonly crs: string;
  /** What the file itself says, if anything. */
  readonly statedCrs?: string;
}

export interface WriteLayer {
  readonly name: string;
  /** WGS84; columns are written in their order, `ids` are not. */
  readonly batch: FeatureBatch;
  /** The column by which a feature is called where a format has names beside columns (KML, GPX). Default `name`. */
  readonly nameColumn?: string;
}

export interface FormatDriver {
  readonly id: FormatId;
  /** Lower case, without the dot; the first is the one written. None where the name never tells the format. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** Layers have names by which one is asked for, even where there is only one. */
  readonly holdsSeveral?: true;
  /** Several files that belong together are written as one zip of them. */
  readonly writtenAs?: 'zip';
  /** Whether the first bytes are those of this format. At least 64 bytes, or the whole file. */
  matches(head: Uint8Array): boolean;
  /** Fails only where nothing at all can be read; a bad record is a note. */
  readonly read?: (input: ReadInput, task: Task) => Promise<Result<RawLayer[]>>;
  readonly write?: (layer: WriteLayer, task: Task) => Promise<Result<Uint8Array<ArrayBuffer>>>;
}
