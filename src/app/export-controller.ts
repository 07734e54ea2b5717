/** What leaves the app as a file. The writers are fetched when they are first asked for. */
import { fail, ok, type Result } from '../core/result.ts';
import type { EngineClient } from '../engine/engine-client.ts';
import type { FormatId } from '../formats/driver.ts';
import type { Translate } from '../i18n/make-translator.ts';
import { type CheckResult, withGeometry } from '../model/findings.ts';
import { createCaseFacts } from '../reports/case-facts.ts';
import type { Wording } from '../reports/findings-table.ts';
import type { PlainTable, Table } from '../reports/table.ts';
import type { FindingsFormat, TableFormat } from '../ui/commands.ts';
import type { FeatureExport } from '../ui/exporting/feature-export.ts';
import { type RunningTask, runWork } from '../ui/running-work.ts';
import { fieldOf } from '../ui/store/layer-features.ts';
import type { SettingsStore } from '../ui/store/settings-store.ts';
import { lastEdit, type StorageStore } from '../ui/store/storage-store.ts';
import { addNotices, type ViewStore } from '../ui/store/view-store.ts';
import type { WorkspaceStore } from '../ui/store/workspace-store.ts';
import { download, fileName } from './download.ts';
import { createFileSaver } from './save-file.ts';
import { withRows } from './with-rows.ts';

export interface ExportController {
  /** `elsewhere` asks for a file even where one was chosen before. */
  saveFile(elsewhere: boolean): Promise<void>;
  exportFindings(format: FindingsFormat): Promise<void>;
  exportShape(findingId: string): Promise<void>;
  /** Numbers that are shown, as a file; CSV takes the first table alone. */
  exportTables(name: string, tables: readonly Table[], format: TableFormat): Promise<void>;
  exportPicture(name: string, picture: Blob): void;
  exportFile(title: string, extension: string, content: Blob): string;
  exportFeatures(request: FeatureExport): Promise<void>;
}

export interface ExportControllerParts {
  readonly engine: EngineClient;
  readonly workspace: WorkspaceStore;
  readonly view: ViewStore;
  readonly settings: SettingsStore;
  readonly keeping: StorageStore;
  /** In the language of the page. */
  readonly translator: () => Translate;
  /** Once the engine has all edits that were made so far. */
  readonly settled: () => Promise<void>;
}

const TYPES = {
  json: 'application/json',
  geojson: 'application/geo+json',
  fgb: 'application/octet-stream',
  kml: 'application/vnd.google-earth.kml+xml',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<FindingsFormat, string>;

export function createExportController(parts: ExportControllerParts): ExportController {
  const { engine, workspace, view, settings, keeping, translator, settled } = parts;
  const files = createFileSaver();

  const wording = (): Wording => {
    const { features, document, check } = workspace.getState();
    return {
      translate: translator(),
      ...(document && check && { caseOf: createCaseFacts(document, check.asOf) }),
      describe: (subject) => ({
        layerTitle: features.get(subject.layer)?.layer.title,
        name: fieldOf(features, subject, 'name'),
        owner: fieldOf(features, subject, 'owner'),
      }),
    };
  };
  /** Says what went wrong; gives the value where nothing did. */
  const valueOrSay = <T>(result: Result<T>): T | undefined => {
    if (result.ok) return result.value;
    if (result.problem.code === 'engine.cancelled') return undefined;
    addNotices(view, 'error', [result.problem]);
    return undefined;
  };
  /** Only what lies in the scope: the export says what the panel says. */
  const checkInScope = (): CheckResult | undefined => {
    const { check } = workspace.getState();
    const members = view.getState().scopeMembers;
    if (!check || !members) return check;
    return { ...check, findings: check.findings.filter(members.hasFinding) };
  };

  const save = (title: string, extension: string, content: Blob): string => {
    const name = `${fileName(workspace.getState().document?.name ?? '', title)}.${extension}`;
    download(name, [content], content.type);
    return name;
  };

  const withWork = <T>(name: string, run: (task: RunningTask) => Promise<T>) => runWork(view, name, run);

  /** By the engine's worker; where it has nothing open (a check that was cancelled), here. */
  const writeWorkspace = async (): Promise<Result<Uint8Array<ArrayBuffer>>> => {
    const written = await withWork('welcome.work.save', (options) => engine.save(options));
    const { document } = workspace.getState();
    if (written.ok || written.problem.code === 'engine.cancelled' || !document) return written;
    const [{ saveWorkspace }, { zipFiles }] = await Promise.all([
      import('../formats/workspace/save-workspace.ts'),
      import('../formats/workspace/zip.ts'),
    ]);
    const saved = await saveWorkspace(document);
    return saved.ok ? ok(zipFiles(saved.value), saved.notes) : saved;
  };

  return {
    async saveFile(elsewhere) {
      const { document } = workspace.getState();
      if (!document) return;
      let upTo = lastEdit(workspace.getState().history);
      const write = async () => {
        await settled();
        upTo = lastEdit(workspace.getState().history);
        return writeWorkspace();
      };
      const open = keeping.getState().workspace ?? '';
      const saved = valueOrSay(await files.save({ workspace: open, name: document.name, elsewhere, write }));
      if (saved) keeping.setState({ file: { ...saved, upTo } });
    },
    async exportFindings(format) {
      const check = checkInScope();
      if (!check) return;
      const pieces = valueOrSay(await writeFindings(check, format, wording()));
      const { translate } = wording();
      const name = fileName(workspace.getState().document?.name ?? 'chentu', translate('app.findings.title'));
      if (pieces) download(`${name}.${format}`, pieces, TYPES[format]);
    },
    async exportFeatures(request) {
      const { exportFeatures } = await import('./export-features.ts');
      const { language } = settings.getState();
      await exportFeatures({ engine, workspace, view, language, translate: translator(), settled }, request);
    },
    async exportTables(title, tables, format) {
      const plain: PlainTable[] = [];
      for (const table of tables) plain.push(await withRows(table));
      const written = valueOrSay(await engine.writeTables({ tables: plain, format }));
      const name = fileName(workspace.getState().document?.name ?? '', title);
      if (written) download(`${name}.${format}`, [written], TYPES[format]);
    },
    exportPicture: (title, picture) => void save(title, 'png', picture),
    exportFile: save,
    async exportShape(findingId) {
      const { check, findingById } = workspace.getState();
      const finding = findingById.get(findingId);
      if (!check || !finding) return;
      const shape = valueOrSay(finding.geometry ? ok(finding.geometry) : await engine.shape(findingId));
      if (shape === undefined) return;
      const withShape = shape ? withGeometry(finding, shape) : finding;
      const pieces = valueOrSay(await writeFindings({ ...check, findings: [withShape] }, 'geojson', wording()));
      if (pieces) download(`${fileName(findingId)}.geojson`, pieces, TYPES.geojson);
    },
  };
}

async function writeFindings(
  check: CheckResult,
  format: FindingsFormat,
  wording: Wording,
): Promise<Result<BlobPart[]>> {
  return tryWriting(() => piecesOf(check, format, wording));
}

async function tryWriting(write: () => Promise<BlobPart[]>): Promise<Result<BlobPart[]>> {
  try {
    return ok(await write());
  } catch (error) {
    return fail('app.export-failed', { reason: error instanceof Error ? error.message : String(error) });
  }
}

async function piecesOf(check: CheckResult, format: FindingsFormat, wording: Wording): Promise<BlobPart[]> {
  switch (format) {
    case 'json':
      return [...(await import('../reports/findings-json.ts')).findingsJson(check)];
    case 'geojson':
      return [...(await import('../reports/findings-geojson.ts')).findingsGeoJson(check, wording)];
    case 'fgb':
    case 'kml':
      return writeShapes(check, format, wording);
    case 'csv': {
      const { findingsTable } = await import('../reports/findings-table.ts');
      return piecesOfTables([findingsTable(check, wording)], format);
    }
    case 'xlsx': {
      const [{ summaryTable }, tables] = await Promise.all([
        import('../reports/summary-table.ts'),
        import('../reports/findings-table.ts'),
      ]);
      const sheets = [summaryTable(check, wording.translate), tables.findingsTable(check, wording)];
      if (check.unchecked.length > 0) sheets.push(tables.uncheckedTable(check, wording));
      if (check.notes.length > 0) sheets.push(tables.notesTable(check, wording));
      return piecesOfTables(sheets, format);
    }
  }
}

const SHAPE_FORMATS = { fgb: 'flatgeobuf', kml: 'kml' } as const satisfies Partial<Record<FindingsFormat, FormatId>>;

/** Throws where the format cannot hold them. What is no value of its own in KML is text there, as everywhere. */
async function writeShapes(
  check: CheckResult,
  format: keyof typeof SHAPE_FORMATS,
  wording: Wording,
): Promise<BlobPart[]> {
  const [{ findingsBatch }, { writeFile }] = await Promise.all([
    import('../reports/findings-batch.ts'),
    import('../formats/write-file.ts'),
  ]);
  const { batch } = findingsBatch(check, wording);
  const written = await writeFile(SHAPE_FORMATS[format], { name: check.workspace, batch });
  if (!written.ok) throw new Error(wording.translate(`problem.${written.problem.code}`, written.problem.params));
  return [written.value];
}

/** CSV holds one table. */
async function piecesOfTables(tables: readonly Table[], format: 'csv' | 'xlsx'): Promise<BlobPart[]> {
  if (format === 'xlsx') return [await (await import('../reports/xlsx.ts')).tablesXlsx(tables)];
  const { tableCsv } = await import('../reports/csv.ts');
  return tables.slice(0, 1).flatMap((table) => [...tableCsv(table)]);
}
