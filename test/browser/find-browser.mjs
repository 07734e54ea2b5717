/**
 * Finds a Chromium for the end-to-end tests, so that `npm test` needs no set-up of its own:
 * CHROMIUM_PATH, one installed on the machine, the test tool's own if it was downloaded, and last
 * the one that comes inside an npm package, which starts on a machine that has no browser at all.
 */
import { existsSync } from 'node:fs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Software WebGL, no background traffic: the same picture on every machine. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-dev-shm-usage',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

/** @returns {Promise<{ path: string, origin: string }>} */
export async function findBrowser() {
  if (process.env.CHROMIUM_PATH) return { path: process.env.CHROMIUM_PATH, origin: 'CHROMIUM_PATH' };
  if (!process.env.CHENTU_BUNDLED_BROWSER) {
    const installed = INSTALLED.find((path) => existsSync(path));
    if (installed) return { path: installed, origin: 'installed on this machine' };
    const { chromium } = await import('@playwright/test');
    const downloaded = chromium.executablePath();
    if (existsSync(downloaded)) return { path: downloaded, origin: 'downloaded by the test tool' };
  }
  // The package unpacks the shared libraries it needs only if it believes that it runs on such a host.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const bundled = (await import('@sparticuz/chromium')).default;
  return { path: await bundled.executablePath(), origin: 'from the npm package @sparticuz/chromium' };
}
