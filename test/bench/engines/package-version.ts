/** The version of an installed package, as its package.json says. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Availability } from './peer.ts';

/** npm runs scripts in the package's folder. */
const MODULES = join(process.cwd(), 'node_modules');

export function packageFile(name: string, file: string): string {
  return join(MODULES, name, file);
}

export async function findPackage(...names: readonly string[]): Promise<Availability> {
  const versions: string[] = [];
  for (const name of names) {
    const text = await readFile(packageFile(name, 'package.json'), 'utf8').catch(() => undefined);
    if (text === undefined) return { missing: `${name} is not installed` };
    versions.push(`${name} ${(JSON.parse(text) as { version: string }).version}`);
  }
  return { version: versions.join(', ') };
}
