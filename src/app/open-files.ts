/** Files that are handed to the page, to whom they belong: told by their names where that is enough, else by what is in them. */
import type { ExaminedLayer, ImportExamination } from '../formats/importing/import-types.ts';
import { holdsWorkspace } from '../formats/workspace/holds-workspace.ts';
import type { PathAndBytes } from '../formats/workspace/workspace-path.ts';
import type { ImportStore } from '../ui/store/import-store.ts';
import { addNotices, type ViewStore } from '../ui/store/view-store.ts';
import type { WorkspaceStore } from '../ui/store/workspace-store.ts';
import { areForTheGround } from './base-maps/ground-files.ts';
import type { ImportController } from './import-controller.ts';
import type { PhotoController } from './photo-controller.ts';
import { createFileSource, type PathAndBlob, readAll, type WorkspaceSource } from './workspace-source.ts';

/** Slips that came back, with what came along. */
const SLIP = /\.docx$/iu;
/** Only its bytes tell whether a zip is a workspace. */
const MAYBE_WORKSPACE = /(?:workspace\.json|\.chentu|\.zip)$/iu;
/** May be data or a ledger of findings that somebody has filled in. */
const TABLE = /\.(?:csv|tsv|xlsx?)$/iu;
const TABLE_FORMATS: readonly ExaminedLayer['format'][] = ['csv', 'xlsx', 'xls'];
const PICTURE = /\.(?:jpe?g|png|webp|bmp|gif|hei[cf])$/iu;

export interface FileOpenerParts {
  readonly view: ViewStore;
  readonly importing: ImportStore;
  readonly imports: Pick<ImportController, 'announce' | 'begin' | 'close'>;
  readonly photos: Pick<PhotoController, 'split' | 'begin'>;
  readonly open: (source: WorkspaceSource) => Promise<void>;
  readonly addGroundFiles: (files: readonly File[]) => void;
}

/** A workspace is opened; returned slips settle findings; photos become hotspots; other data are imported. */
export function createFileOpener(parts: FileOpenerParts): (given: readonly PathAndBlob[]) => Promise<void> {
  const { view, importing, imports, photos, open, addGroundFiles } = parts;
  const settle = (files: readonly PathAndBlob[]) => view.setState({ dialog: 'returns', returned: files.map(asFile) });

  /** Answers whether slips have come back in it. */
  const openOthers = async (files: readonly PathAndBlob[]): Promise<boolean> => {
    if (areForTheGround(files.map(({ path }) => path))) {
      view.setState({ panel: 'baseMaps', mode: 'browse' });
      addGroundFiles(files.map(asFile));
      return false;
    }
    const maybeWorkspace = files.some(({ path }) => MAYBE_WORKSPACE.test(path));
    if (!maybeWorkspace) imports.announce();
    const read = await readAll(files);
    // Cancelled while the bytes came.
    if (!maybeWorkspace && importing.getState().phase !== 'reading') return false;
    if (!read.ok) {
      if (!maybeWorkspace) imports.close();
      addNotices(view, 'error', [read.problem]);
      return false;
    }
    if (!holdsWorkspace(read.value)) return !(await imports.begin(read.value));
    void open(createFileSource(files));
    return false;
  };

  return async (given) => {
    if (given.some(({ path }) => SLIP.test(path))) return settle(given);
    const { photos: taken, others } = photos.split(given);
    // Photos beside a table wait for it: they may show what became of its findings.
    const waits = others.some(({ path }) => TABLE.test(path));
    if (!waits) photos.begin(taken);
    if (others.length === 0) return;
    if (await openOthers(others)) settle(given);
    else if (waits) photos.begin(taken);
  };
}

const asFile = ({ path, blob }: PathAndBlob): File => (blob instanceof File ? blob : new File([blob], path));

/**
 * False where each file but the pictures is a ledger that came back filled in: one of its sheets names findings and
 * says what became of them. Among other data such a ledger is data too.
 */
export async function isForImport(
  workspace: WorkspaceStore,
  { layers }: ImportExamination,
  files: readonly PathAndBytes[],
): Promise<boolean> {
  const { document, findingById } = workspace.getState();
  const names = files.map(({ path }) => path).filter((path) => !PICTURE.test(path));
  const tables = layers.filter(({ format }) => TABLE_FORMATS.includes(format));
  if (!document || names.length === 0 || tables.length !== layers.length) return true;
  const { looksReturned } = await import('../reports/slips/recognize-returned.ts');
  const cases = new Set(document.cases?.map(({ finding }) => finding));
  const isKnown = (id: string) => findingById.has(id) || cases.has(id);
  const returned = new Set(tables.filter(({ facts }) => looksReturned(facts.fields, isKnown)).map(({ file }) => file));
  return !names.every((name) => returned.has(name));
}
