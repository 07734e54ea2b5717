/**
 * The workspace as a `.chentu` file: again into the file that was chosen before, where the browser can
 * hold one (File System Access, secure contexts only), else a download.
 */
import { fail, ok, type Result } from '../core/result.ts';
import { download, fileName } from './download.ts';

/** The part of File System Access that is used; TypeScript's DOM has no picker yet. */
interface FileHandle {
  readonly name: string;
  createWritable(): Promise<{ write(bytes: BlobPart): Promise<void>; close(): Promise<void> }>;
}
type SavePicker = (options: {
  suggestedName: string;
  types: { description: string; accept: Record<string, string[]> }[];
}) => Promise<FileHandle>;

export interface SavedFile {
  readonly name: string;
  readonly how: 'again' | 'download';
}

export interface FileSaver {
  /** Undefined where the user chose no file. `elsewhere` asks for a file even where one is known. */
  save(options: SaveFileOptions): Promise<Result<SavedFile | undefined>>;
}

export interface SaveFileOptions {
  /** Files are remembered by workspace. */
  readonly workspace: string;
  readonly name: string;
  readonly elsewhere: boolean;
  readonly write: () => Promise<Result<Uint8Array<ArrayBuffer>>>;
}

export function createFileSaver(): FileSaver {
  const handles = new Map<string, FileHandle>();

  return {
    async save({ workspace, name, elsewhere, write }) {
      const suggestedName = `${fileName(name)}.chentu`;
      // Before anything slow: the browser shows its dialog only right after a key or a click.
      const chosen = elsewhere ? undefined : handles.get(workspace);
      const handle = chosen ?? (await pick(suggestedName));
      if (handle === 'cancelled') return ok(undefined);
      const bytes = await write();
      if (!bytes.ok) return bytes;
      if (handle === undefined) {
        download(suggestedName, [bytes.value], 'application/zip');
        return ok({ name: suggestedName, how: 'download' });
      }
      try {
        // Written beside it and moved into its place on close: a failure leaves the old file whole.
        const stream = await handle.createWritable();
        await stream.write(bytes.value);
        await stream.close();
      } catch (cause) {
        handles.delete(workspace);
        return fail('app.file-not-written', { file: handle.name, reason: String(cause) });
      }
      handles.set(workspace, handle);
      return ok({ name: handle.name, how: 'again' });
    },
  };
}

/** Undefined where the browser has no picker or refuses it here. */
async function pick(suggestedName: string): Promise<FileHandle | 'cancelled' | undefined> {
  const show = (globalThis as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
  if (!show) return undefined;
  try {
    const types = [{ description: 'Chentu', accept: { 'application/zip': ['.chentu'] } }];
    return await show({ suggestedName, types });
  } catch (cause) {
    return cause instanceof DOMException && cause.name === 'AbortError' ? 'cancelled' : undefined;
  }
}
