/** Files as whole files or not at all: written beside their place, then moved onto it. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Streams text (as UTF-8) or bytes to a file; a file of that name is replaced. Rejects with the system's error, leaving nothing behind. */
export async function writeOutput(
  path: string,
  pieces: Iterable<string | Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const unfinished = `${path}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(unfinished), ...(signal ? [{ signal }] : []));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
