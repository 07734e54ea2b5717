/** A Chromium of our own with a profile on the disk, so that the whole of it can be killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { BROWSER_ARGUMENTS } from '../browser/find-browser.mjs';

export interface KillableBrowser {
  /** Of the browser that runs now. */
  readonly context: BrowserContext;
  newPage(): Promise<Page>;
  /** Ends the renderer of a page as a crash does: nothing more of it runs. */
  crash(page: Page): Promise<void>;
  /** Ends every process of the browser at once, as the system or a power cut would, and starts it again. */
  killAndRestart(): Promise<void>;
  /** The newest log of the database: what is written goes to its end. */
  readLog(): Promise<{ path: string; size: number }>;
  /** As `killAndRestart`, and between the two the log loses its end beyond `size`, as what a power cut left unwritten. */
  killAndTear(path: string, size: (whole: number) => number): Promise<void>;
  close(): Promise<void>;
}

export async function startKillableBrowser(host: string): Promise<KillableBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'chentu-faults-'));
  let running = await launch(profile, host);
  return {
    get context() {
      return running.context;
    },
    newPage: () => running.context.newPage(),
    async crash(page) {
      const session = await running.context.newCDPSession(page);
      const crashed = page.waitForEvent('crash');
      // Its answer never comes.
      session.send('Page.crash').catch(() => undefined);
      await crashed;
      await page.close();
    },
    async killAndRestart() {
      await kill(running.process);
      running = await launch(profile, host);
    },
    readLog: () => newestLog(profile),
    async killAndTear(path, size) {
      await kill(running.process);
      const { size: whole } = await stat(path);
      await truncate(path, size(whole));
      running = await launch(profile, host);
    },
    async close() {
      await kill(running.process);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function launch(profile: string, host: string): Promise<{ process: ChildProcess; context: BrowserContext }> {
  const portFile = join(profile, 'DevToolsActivePort');
  await rm(portFile, { force: true });
  const process = spawn(
    globalThis.process.env.CHROMIUM_PATH ?? '',
    [
      ...BROWSER_ARGUMENTS,
      '--headless',
      '--disable-3d-apis',
      '--window-size=1280,720',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `--host-resolver-rules=MAP ${host} 127.0.0.1`,
      'about:blank',
    ],
    // A group of its own: the browser is many processes, and none may outlive the kill.
    { detached: true, stdio: 'ignore' },
  );
  const browser = await chromium.connectOverCDP(await debuggerAddress(portFile));
  const context = browser.contexts()[0];
  if (!context) throw new Error('the started browser has no context, expected its default one');
  return { process, context };
}

/** The browser writes port and path once it listens. */
async function debuggerAddress(portFile: string): Promise<string> {
  for (let tries = 0; tries < 400; tries++) {
    const [port, path] = (await readFile(portFile, 'utf8').catch(() => '')).split('\n');
    if (port && path) return `ws://127.0.0.1:${port}${path}`;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no browser listens after 20 s: ${portFile} was not written`);
}

async function newestLog(profile: string): Promise<{ path: string; size: number }> {
  const folder = join(profile, 'Default', 'IndexedDB');
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\d+\.log$/.test(name)).sort();
  const newest = names.at(-1);
  if (newest === undefined) throw new Error(`no log of a database under ${folder}, expected one`);
  const path = join(folder, newest);
  return { path, size: (await stat(path)).size };
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.pid === undefined || child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    // Windows has no process groups; there the browser's processes end with their first.
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  });
}
