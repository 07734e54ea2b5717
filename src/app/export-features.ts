/** Features of any origin as a file: their words are made here, the file by the engine. Fetched when somebody exports. */
import { fail } from '../core/result.ts';
import type { EngineClient } from '../engine/engine-client.ts';
import type { FeatureSet } from '../engine/feature-sets.ts';
import type { LayerExportFormat } from '../formats/layer-export-formats.ts';
import { wordOfField } from '../i18n/field-words.ts';
import type { Language } from '../i18n/language.ts';
import { namesFrom, type Translate } from '../i18n/make-translator.ts';
import { fieldsOfKind, type LayerKind } from '../model/kinds.ts';
import type { FeatureExport } from '../ui/exporting/feature-export.ts';
import { runWorkOrSay } from '../ui/running-work.ts';
import { addNotices, type ViewStore } from '../ui/store/view-store.ts';
import type { WorkspaceStore } from '../ui/store/workspace-store.ts';
import { download, fileName } from './download.ts';
import { withRows } from './with-rows.ts';

export interface FeatureExportParts {
  readonly engine: Pick<EngineClient, 'writeFeatures'>;
  readonly workspace: WorkspaceStore;
  readonly view: ViewStore;
  readonly language: Language;
  readonly translate: Translate;
  /** Once the engine has all edits that were made so far. */
  readonly settled: () => Promise<void>;
}

/** Saves the file; what the format or the choice left out is said. Never rejects. */
export async function exportFeatures(parts: FeatureExportParts, request: FeatureExport): Promise<void> {
  const { engine, workspace, view, settled } = parts;
  const { title, format } = request;
  const written = await runWorkOrSay(view, 'welcome.work.export', async (task) => {
    await settled();
    const sets: FeatureSet[] = [];
    for (const set of request.sets) {
      const plain = await plainSet(parts, set, request, task.signal);
      if (plain) sets.push(plain);
    }
    return task.signal.aborted ? fail('engine.cancelled') : engine.writeFeatures({ sets, format }, task);
  });
  if (!written) return;
  const name = fileName(workspace.getState().document?.name ?? '', title);
  download(`${name}.${written.extension}`, [written.bytes], written.mediaType);
  if (written.notes.length > 0) addNotices(view, 'info', written.notes);
}

/** Undefined for a layer that is gone. */
async function plainSet(
  { workspace, language, translate }: FeatureExportParts,
  set: FeatureExport['sets'][number],
  { format, withPersonal }: FeatureExport,
  signal: AbortSignal,
): Promise<FeatureSet | undefined> {
  if (set.of === 'table') return { ...set, table: await withRows(set.table, signal) };
  const { layer: id, features } = set;
  const layer = workspace.getState().document?.layers.find((candidate) => candidate.id === id);
  if (!layer) return undefined;
  const options = {
    withPersonal,
    ...(features && { only: features }),
    ...sayingsOf(layer.kind, format, language, translate),
  };
  return { of: 'layer', layer: id, options };
}

/** Read by people rather than programs: with names and words of the language, as an import here understands them. */
const FOR_PEOPLE: ReadonlySet<LayerExportFormat> = new Set(['xlsx', 'csv', 'shapefile', 'kml']);
/** Where a heading has room for its unit. */
const FOR_SHEETS: ReadonlySet<LayerExportFormat> = new Set(['xlsx', 'csv', 'kml']);
const UNITS: Readonly<Record<string, string>> = { areaSquareMeters: 'm²', siltLoadingGramsPerSquareMeter: 'g/m²' };

function sayingsOf(kind: LayerKind, format: LayerExportFormat, language: Language, translate: Translate) {
  const names = namesFrom(translate, language);
  const fields = Object.entries(fieldsOfKind(kind));
  const labelOf = (field: string) =>
    `${translate(`field.${field}`)}${FOR_SHEETS.has(format) && UNITS[field] ? ` (${UNITS[field]})` : ''}`;
  return {
    forPrograms: !FOR_PEOPLE.has(format),
    labels: Object.fromEntries(fields.map(([field]) => [field, labelOf(field)])),
    words: Object.fromEntries(
      fields.flatMap(([field, { values }]) =>
        values ? [[field, Object.fromEntries(values.map((value) => [value, wordOfField(field, value, names)]))]] : [],
      ),
    ),
  };
}
