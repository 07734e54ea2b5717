/** Everything that is known and guessed of one layer, as chosen so far. Reads no files. */
import { type Problem, problem } from '../../core/result.ts';
import { GeometryType } from '../../geo/geometry-column.ts';
import { type FeatureBatch, valueAt } from '../../model/feature-batch.ts';
import { mapLayer } from '../../model/map-layer.ts';
import type { FormatId, RawLayer, ReadLayer } from '../driver.ts';
import { nameOfFile } from '../file-name.ts';
import { inspectLayer } from '../inspect-layer.ts';
import { placeLayer, withLine } from '../read-file.ts';
import { boundsOfShapes } from './bounds-of-shapes.ts';
import { guessFields } from './guess-fields.ts';
import { guessKind } from './guess-kind.ts';
import { guessPlacing } from './guess-placing.ts';
import { findProfile, learnedNames } from './import-profiles.ts';
import type {
  AskedChoices,
  ExaminedLayer,
  ImportSurroundings,
  LayerChoices,
  LayerPreview,
  ReadingChoices,
} from './import-types.ts';
import { previewShapes } from './preview-shapes.ts';
import { swapAxes } from './swap-axes.ts';

export interface LayerToExamine {
  readonly key: string;
  readonly file: string;
  readonly format: FormatId;
  /** Whether the file has several layers. */
  readonly isOneOfSeveral: boolean;
  readonly raw: RawLayer;
  /** What is known of how to read it, above any guess. */
  readonly given?: ReadingChoices;
  /** As in `ReadOptions`; where it is stated, every row with a value that cannot be read is told. */
  readonly notesPerCode?: number;
}

const SAMPLE_ROWS = 12;

/** `choices` absent: as guessed, or as an earlier import of such a file was decided. O(positions + values). */
export async function examineLayer(
  layer: LayerToExamine,
  surroundings: ImportSurroundings,
  choices?: AskedChoices,
): Promise<ExaminedLayer> {
  const { key, file, format, raw, notesPerCode } = layer;
  const names = layer.isOneOfSeveral ? [nameOfFile(file), raw.name] : [file, nameOfFile(file)];
  const placing = await guessPlacing(raw, surroundings.near);
  const profile = choices ? undefined : findProfile(surroundings.profiles, raw.batch);
  const reading = choices?.reading ?? { ...readingOf(placing, profile?.reading), ...layer.given };
  const placed = await placeAsChosen(raw, reading, notesPerCode);
  const batch = placed.layer.batch;
  const kindGuess = guessKind(names, raw.batch);
  const kind = choices?.kind ?? profile?.kind ?? kindGuess.kind;
  const fieldGuesses = guessFields(kind, batch, learnedNames(surroundings.profiles, kind));
  const decided: LayerChoices = {
    ...(choices ?? {
      included: batch.rows.length > 0 && placed.problem === undefined,
      title: titleOf(layer, surroundings.kindTitles?.[kind]),
      kind,
      reading,
      target: { type: 'new' },
    }),
    fields: choices?.fields ?? profile?.fields ?? fieldGuesses.fields,
    units: choices?.units ?? profile?.units ?? fieldGuesses.units,
  };
  const facts = inspectLayer(placed.layer, file, {
    ...reading,
    ...(notesPerCode === undefined ? {} : { notesPerCode }),
  });
  return {
    key,
    file,
    ...(layer.isOneOfSeveral ? { sheet: raw.name } : {}),
    format,
    records: recordsOf(raw),
    facts,
    sample: sampleOf(batch),
    kindGuess,
    placing,
    datumGuess: facts.datum,
    fieldGuesses,
    ...(profile ? { profile: profile.name } : {}),
    choices: decided,
    ...(placed.problem ? { problem: placed.problem } : {}),
    notes: [...facts.problems, ...mappingNotes(batch, decided, layer)].map((note) => withLine(note, raw)),
    preview: await previewOf(raw, placed.layer, reading, placed.problem),
  };
}

/** The layer in WGS84 as chosen; where that cannot be, without shapes, and why. */
export async function placeAsChosen(
  raw: RawLayer,
  reading: ReadingChoices,
  notesPerCode?: number,
): Promise<{ layer: ReadLayer; problem?: Problem }> {
  const turned = reading.swapAxes ? { ...raw, batch: swapAxes(raw.batch) } : raw;
  const placed = await placeLayer(turned, { ...reading, ...(notesPerCode === undefined ? {} : { notesPerCode }) });
  if (placed.ok) return { layer: placed.value };
  const batch = { ...raw.batch, geometry: withoutShapes(raw.batch.rows.length) };
  return { layer: { ...raw, crs: reading.crs ?? raw.crs ?? '', batch }, problem: placed.problem };
}

function withoutShapes(count: number): FeatureBatch['geometry'] {
  return {
    count,
    type: new Uint8Array(count),
    partStart: new Uint32Array(count + 1),
    ringStart: new Uint32Array(1),
    positionStart: new Uint32Array(1),
    coordinates: new Float64Array(0),
  };
}

function readingOf(placing: ExaminedLayer['placing'], remembered: ReadingChoices | undefined): ReadingChoices {
  if (remembered) return remembered;
  return {
    ...(placing.crs === undefined ? {} : { crs: placing.crs }),
    ...(placing.swapAxes ? { swapAxes: true } : {}),
  };
}

/** What a spreadsheet calls a sheet that nobody named. */
const SAYS_NOTHING = /^(?:sheet|工作表|表)?\s*\d*$/iu;

/** What OpenStreetMap is cut into has names of ours: they are said in the user's language. */
function titleOf({ file, raw, isOneOfSeveral, format }: LayerToExamine, kindTitle: string | undefined): string {
  const name = nameOfFile(file);
  if (format === 'osm' && kindTitle !== undefined) return kindTitle;
  if (!isOneOfSeveral) return name;
  return SAYS_NOTHING.test(raw.name) ? `${name} · ${raw.name}` : raw.name;
}

/** Every record of the file is a feature or was skipped with a note. */
export function recordsOf({ records, batch }: RawLayer): number {
  return records ?? batch.rows.reduce((most, row) => Math.max(most, row + 1), 0);
}

function sampleOf(batch: FeatureBatch): ExaminedLayer['sample'] {
  const columns = [...batch.columns.values()];
  const count = Math.min(SAMPLE_ROWS, batch.rows.length);
  return Array.from({ length: count }, (_, index) => ({
    row: batch.rows[index]!,
    values: columns.map((column) => valueAt(column, index)),
  }));
}

function mappingNotes(
  batch: FeatureBatch,
  choices: LayerChoices,
  { raw: { place }, notesPerCode }: LayerToExamine,
): Problem[] {
  const manifest = { id: choices.title, file: place?.file ?? '', ...choices };
  return mapLayer(batch, manifest, { notesPerCode, everyRow: notesPerCode !== undefined }).notes.map(
    ({ problem: found }) => {
      const { layer: _, ...at } = found.at ?? {};
      return problem(found.code, found.params, { ...place, ...at });
    },
  );
}

async function previewOf(
  raw: RawLayer,
  placed: ReadLayer,
  reading: ReadingChoices,
  found: Problem | undefined,
): Promise<LayerPreview> {
  const total = placed.batch.geometry.type.reduce((sum, type) => sum + (type === GeometryType.none ? 0 : 1), 0);
  if (found) return { shapes: [], unshifted: [], total };
  const isShifted = reading.datum !== undefined && reading.datum !== 'wgs84';
  const { datum: _, ...plain } = reading;
  const unshifted = isShifted ? previewShapes((await placeAsChosen(raw, plain)).layer.batch) : [];
  const shapes = previewShapes(placed.batch);
  const bounds = boundsOfShapes(shapes);
  return { shapes, unshifted, total, ...(bounds ? { bounds } : {}) };
}
