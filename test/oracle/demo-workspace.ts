/** Demo S as the app opens it. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkspace } from '../../src/formats/workspace/open-workspace.ts';
import type { WorkspaceDocument } from '../../src/model/workspace.ts';
import { parseRulePack } from '../../src/rules/parse-rule-pack.ts';

const DEMO = join(import.meta.dirname, '../../public/demo');
export const hasDemo = existsSync(join(DEMO, 'workspace.json'));
export const whyNoDemo = hasDemo ? undefined : `not run: there is no ${DEMO}/workspace.json`;

export async function openDemo(): Promise<WorkspaceDocument> {
  const paths = (await readdir(DEMO, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(DEMO.length + 1));
  const files = { paths: () => paths, read: async (path: string) => new Uint8Array(await readFile(join(DEMO, path))) };
  const opened = await openWorkspace(files, parseRulePack, {});
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  if (opened.value.problems.length > 0) throw new Error(JSON.stringify(opened.value.problems));
  return opened.value.document;
}
