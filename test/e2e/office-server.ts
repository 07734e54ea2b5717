/** The built app as an office serves it: a workspace that is not the demo, and a base map of the district beside the app. */
import { readFile } from 'node:fs/promises';
import { listen } from '../../src/cli/serve/listen.ts';
import { createRequestHandler } from '../../src/cli/serve/request-handler.ts';
import { createFolderFiles, createMemoryFiles } from '../../src/cli/serve/served-files.ts';

export interface OfficeServer {
  /** Of the page with the workspace. */
  readonly address: string;
  close(): Promise<void>;
}

const DEMO = 'public/demo';

/** @param basemap bytes of `basemap/district.pmtiles`. */
export async function startOffice(basemap: Uint8Array): Promise<OfficeServer> {
  const built = createFolderFiles('dist');
  const beside = createMemoryFiles(new Map([['basemap/district.pmtiles', basemap]]), 0);
  const app = { find: async (path: string) => (await beside.find(path)) ?? (await built.find(path)) };
  const workspace = createMemoryFiles(await boundaryAlone(), 0);
  const { port, close } = await listen(createRequestHandler({ app, workspace, loopbackOnly: true }), '127.0.0.1', 0);
  return { address: `http://127.0.0.1:${port}/?workspace=/workspace/&plain`, close };
}

/** The demo's first layer under another name: little to draw, and a district to look at. */
async function boundaryAlone(): Promise<Map<string, Uint8Array>> {
  const { format, version, asOf, layers } = JSON.parse(await readFile(`${DEMO}/workspace.json`, 'utf8'));
  const document = { format, version, name: '某区', asOf, layers: layers.slice(0, 1) };
  return new Map<string, Uint8Array>([
    ['workspace.json', Buffer.from(JSON.stringify(document))],
    ['layers/boundary.fgb', await readFile(`${DEMO}/layers/boundary.fgb`)],
  ]);
}
