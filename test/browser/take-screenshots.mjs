/** Takes the pictures of the README from the build: `npm run screenshots`. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from './find-browser.mjs';

const PORT = 4872;
const FOLDER = 'docs/screenshots';

mkdirSync(FOLDER, { recursive: true });
const server = spawn(process.execPath, ['bin/chentu.mjs', 'serve', '--port', String(PORT)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve) => server.stdout.once('data', resolve));
const browser = await chromium.launch({ executablePath: (await findBrowser()).path, args: BROWSER_ARGUMENTS });
try {
  for (const [locale, name] of [
    ['zh-CN', 'app-zh-CN'],
    ['en-US', 'app-en'],
  ]) {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale });
    await page.goto(`http://127.0.0.1:${PORT}/`);
    await page.waitForSelector('html[data-ready="checked"]', { timeout: 120_000 });
    await page.keyboard.press('[');
    await page.getByTestId('rule-group-zone-overlap').getByRole('button').first().click();
    await page.locator('[data-testid="finding-row"][data-rule="zone-overlap"]').nth(1).click();
    await page.getByTestId('finding-card').waitFor();
    await page.mouse.move(680, 8);
    // Selecting moves the map: wait for it to begin, then to come to rest.
    await page.waitForSelector('html[data-map="busy"]', { timeout: 5_000 }).catch(() => undefined);
    await page.waitForSelector('html[data-map="idle"]', { timeout: 120_000 });
    writeFileSync(`${FOLDER}/${name}.png`, await screenshotAtRest(page));
    await page.close();
  }
} finally {
  await browser.close();
  server.kill();
}

/** Labels fade in after the map says that it is idle: the picture is taken once it no longer changes. */
async function screenshotAtRest(page) {
  let before = await page.screenshot();
  for (let tries = 0; tries < 20; tries++) {
    const now = await page.screenshot();
    if (now.equals(before)) return now;
    before = now;
  }
  return before;
}
