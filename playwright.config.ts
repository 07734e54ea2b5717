import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS } from './test/browser/find-browser.mjs';

const PORT = Number(process.env.E2E_PORT ?? 4871);
/**
 * Not loopback on purpose: offices open the app over plain http from another machine, which is not a
 * secure context. The browser itself resolves the name to this machine.
 */
const HOST = 'chentu.test';

const LAUNCH = {
  ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  args: [...BROWSER_ARGUMENTS, `--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
};

const LONG = '**/draw-tools.spec.ts';

export default defineConfig({
  projects: [
    { name: 'e2e', testDir: 'test/e2e', testIgnore: LONG },
    // Pictures that the map draws, measured.
    { name: 'render', testDir: 'test/render' },
    // Every drawing tool in one sitting, the whole workspace compared after each: minutes under a software renderer.
    { name: 'long', testDir: 'test/e2e', testMatch: LONG },
    // Nothing here looks at the map, and without it a page opens in a fraction of the time.
    {
      name: 'faults',
      testDir: 'test/faults',
      use: { launchOptions: { ...LAUNCH, args: [...LAUNCH.args, '--disable-3d-apis'] } },
    },
  ],
  outputDir: 'test-results/e2e',
  timeout: 300_000,
  expect: { timeout: 60_000 },
  workers: 1,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://${HOST}:${PORT}/`,
    viewport: { width: 1280, height: 720 },
    locale: 'zh-CN',
    launchOptions: LAUNCH,
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node bin/chentu.mjs serve --host 0.0.0.0 --port ${PORT}`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
});
