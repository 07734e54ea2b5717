import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS } from './test/browser/find-browser.mjs';

const PORT = 4871;
/** Not loopback on purpose: offices open the app over plain http from another machine (not a secure context). */
const address = process.env.CHENTU_TEST_HOST ?? '127.0.0.1';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  workers: 1,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://${address}:${PORT}/`,
    viewport: { width: 1280, height: 720 },
    locale: 'zh-CN',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: BROWSER_ARGUMENTS },
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node bin/chentu.mjs serve --host 0.0.0.0 --port ${PORT}`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
});
