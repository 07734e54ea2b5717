/**
 * Large files that a visit leaves for the next one: base maps and pictures, each under an id. A database
 * of its own, apart from the workspaces: what is kept here can be given again, and may be lost.
 */
import { type IDBPDatabase, openDB } from 'idb';

export interface FileStore {
  /** False where there is no room or nothing may be kept. */
  keep(id: string, file: Blob): Promise<boolean>;
  /** Undefined where it is not, or no longer, there. */
  find(id: string): Promise<Blob | undefined>;
  forget(id: string): Promise<void>;
}

const FILES = 'files';

export function createFileStore(name = 'chentu-files'): FileStore {
  let opening: Promise<IDBPDatabase> | undefined;
  const open = () => {
    opening ??= openDB(name, 1, {
      upgrade: (database) => void database.createObjectStore(FILES),
      terminated: () => {
        opening = undefined;
      },
    });
    return opening;
  };
  return {
    async keep(id, file) {
      try {
        await (await open()).put(FILES, file, id);
        return true;
      } catch {
        return false;
      }
    },
    async find(id) {
      try {
        const found: unknown = await (await open()).get(FILES, id);
        return found instanceof Blob ? found : undefined;
      } catch {
        return undefined;
      }
    },
    async forget(id) {
      try {
        await (await open()).delete(FILES, id);
      } catch {
        // It was not there, or nothing can be kept at all.
      }
    },
  };
}
