/**
 * Features of any origin that leave as geodata: which of a layer, or a table whose rows have places. Plain data,
 * to be handed to the worker; a row's place is named where the engine has it, and given where it has not.
 */
import type { LayerExportOptions } from '../formats/export-layer.ts';
import type { LayerExportFormat } from '../formats/layer-export-formats.ts';
import type { PlainTable, Table } from '../reports/table.ts';

/** Where each row of a table lies, in the order of the rows. */
export type RowPlaces =
  | { readonly of: 'layer'; readonly layer: string; readonly features: readonly string[] }
  | { readonly of: 'findings'; readonly findings: readonly string[] }
  /** WGS84. */
  | { readonly of: 'shapes'; readonly shapes: readonly GeoJSON.Geometry[] };

/** A table of the page with a place for each row. */
export interface PlacedTable<T extends Table = Table> {
  readonly of: 'table';
  readonly table: T;
  readonly places: RowPlaces;
  /** Key of the column by which a feature is called on a phone's map. Default `name`. */
  readonly nameKey?: string;
}

/** A layer, or some of it, with its own columns. */
export interface LayerPart {
  readonly of: 'layer';
  readonly layer: string;
  readonly options: Omit<LayerExportOptions, 'format'>;
}

export type FeatureSet = PlacedTable<PlainTable> | LayerPart;

export interface FeaturesToWrite {
  readonly sets: readonly FeatureSet[];
  readonly format: LayerExportFormat;
}
