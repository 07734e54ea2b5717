/** What a panel asks to be written as geodata: which features, under which name, in which format. */
import type { PlacedTable } from '../../engine/feature-sets.ts';
import type { LayerExportFormat } from '../../formats/layer-export-formats.ts';

/** A layer with its own columns; `features`: only these ids. */
export interface LayerToExport {
  readonly of: 'layer';
  readonly layer: string;
  readonly features?: readonly string[];
}

export interface FeatureExport {
  /** Of the file, after the workspace's name. */
  readonly title: string;
  /** One is the file itself, several are files in a zip. */
  readonly sets: readonly (LayerToExport | PlacedTable)[];
  readonly format: LayerExportFormat;
  /** Of layers: with people, notes and strange columns. Tables hold what they hold. */
  readonly withPersonal: boolean;
}
