/** `chentu serve`: the built app and, if given, a workspace, for a browser on this machine. */
import { stat } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fail, ok, type Result } from '../core/result.ts';
import { findWorkspaceRoot } from '../formats/workspace/workspace-files.ts';
import type { CommandDefinition } from './command.ts';
import { parseInteger } from './parse-integer.ts';
import { explainFailure } from './print.ts';
import { listen } from './serve/listen.ts';
import { createRequestHandler } from './serve/request-handler.ts';
import { createFolderFiles, createMemoryFiles, type ServedFiles } from './serve/served-files.ts';
import { EXIT } from './terminal.ts';
import { findWorkspace } from './workspace-source.ts';

const DEFAULT_PORT = 4173;
const LOOPBACK = '127.0.0.1';

export const serveCommand: CommandDefinition = {
  name: 'serve',
  positionals: ['[WORKSPACE]'],
  options: { port: { type: 'text', value: 'N' }, host: { type: 'text', value: 'HOST' } },
  async run(parsed, context) {
    const { terminal, translate } = context;
    const port = parseInteger('--port', parsed.text('port') ?? String(DEFAULT_PORT), 0, 65_535);
    if (!port.ok) return port;
    const host = parsed.text('host') ?? LOOPBACK;
    const app = await findApp(terminal.packageFolder);
    if (!app.ok) return explainFailure(app.problem, context);
    const workspace = await findServedWorkspace(parsed.positionals[0], terminal.cwd);
    if (!workspace.ok) return explainFailure(workspace.problem, context);
    const loopbackOnly = isLoopback(host);
    const handler = createRequestHandler({ app: app.value, workspace: workspace.value, loopbackOnly });
    const server = await listen(handler, host, port.value);
    if (port.value !== 0 && server.port !== port.value)
      terminal.stderr.write(`${translate('cli.serve.portTaken', { wanted: port.value, port: server.port })}\n`);
    if (!loopbackOnly && workspace.value)
      terminal.stderr.write(`${translate('cli.warning', { sentence: translate('cli.serve.exposed') })}\n`);
    const query = workspace.value ? '?workspace=/workspace/' : '';
    for (const name of reachableNames(host))
      terminal.stdout.write(`${translate('cli.serve.ready', { address: `http://${name}:${server.port}/${query}` })}\n`);
    if (terminal.stderr.isTTY) terminal.stderr.write(`${translate('cli.serve.stop')}\n`);
    await untilStopped(terminal.signal);
    await server.close();
    return ok(EXIT.done);
  },
};

async function findApp(packageFolder: string): Promise<Result<ServedFiles>> {
  const app = createFolderFiles(join(packageFolder, 'dist'));
  return (await app.find('index.html')) ? ok(app) : fail('cli-not-built');
}

async function findServedWorkspace(path: string | undefined, cwd: string): Promise<Result<ServedFiles | undefined>> {
  if (path === undefined) return ok(undefined);
  const found = await findWorkspace(path, cwd);
  if (!found.ok) return found;
  if (found.value.folder !== undefined) return ok(createFolderFiles(found.value.folder));
  const root = await findWorkspaceRoot(found.value.files);
  if (!root.ok) return root;
  const bytes = new Map<string, Uint8Array>();
  for (const each of root.value.paths) bytes.set(each, await root.value.read(each));
  return ok(createMemoryFiles(bytes, (await stat(found.value.path)).mtimeMs));
}

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|::1)$/i.test(host);

/** The names under which browsers find the server: all of this machine's where it listens to every one. */
function reachableNames(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host.includes(':') ? `[${host}]` : host];
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return [
    LOOPBACK,
    ...own.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  ];
}

function untilStopped(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
