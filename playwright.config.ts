import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS } from './test/browser/find-browser.mjs';

const PORT = Number(process.env.E2E_PORT ?? 4871);
/**
 * Not loopback on purpose: offices open the app over plain http from another machine, which is not a
 * secure context. The browser itself resolves the name to this machine.
 */
const HOST = 'chentu.test';

export default defineConfig({
  projects: [
    { name: 'e2e', testDir: 'test/e2e' },
    { name: 'faults', testDir: 'test/faults' },
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
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [...BROWSER_ARGUMENTS, `--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
    },
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node bin/chentu.mjs serve --host 0.0.0.0 --port ${PORT}`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
});
