/** Whether files are a workspace, or data that want to be imported. */
import { unzipSync } from 'fflate';
import type { PathAndBytes } from './workspace-path.ts';

const MANIFEST = /(?:^|\/)workspace\.json$/u;

/** Looks at names alone, also at those within a zip: nothing is unpacked. O(files). */
export function holdsWorkspace(files: readonly PathAndBytes[]): boolean {
  return files.some(({ path, bytes }) => MANIFEST.test(path) || /\.chentu$/iu.test(path) || listsWorkspace(bytes));
}

function listsWorkspace(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  let found = false;
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        found ||= MANIFEST.test(name);
        return false;
      },
    });
  } catch {
    // Not a whole zip: whoever reads it says so.
  }
  return found;
}
