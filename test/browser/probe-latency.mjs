/**
 * How the live figures follow the pointer, in the browser: `npm run probe-latency -- DIR`, with a workspace
 * that `chentu demo DIR --size L` made. Draws a zone, drags one of its vertices by real mouse moves, and
 * prints how long each probe took from the page's question to the answer on the page (the browser's own
 * timeline, entries `chentu-probe`). All layers but the patrol zones are hidden as soon as they are
 * listed: a processor that draws a hundred thousand outlines leaves nothing to time. The engine knows
 * them all. Measures, judges nothing.
 */
import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from './find-browser.mjs';

const PORT = 4873;
const MOVES = 120;
const [folder] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Usage: npm run probe-latency -- DIR (made by: chentu demo DIR --size L)\n');
  process.exit(1);
}

function hideAllButPatrols() {
  if (!document.querySelector('[data-testid="layers-panel"]')) {
    document.querySelector('[data-testid="toggle-layers"]')?.click();
    return false;
  }
  const layers = [...document.querySelectorAll('[data-testid^="layer-"]')];
  for (const layer of layers) {
    if (layer.dataset.testid !== 'layer-patrols') layer.querySelector('[aria-pressed="true"]')?.click();
  }
  return layers.length > 0;
}

const server = spawn(process.execPath, ['bin/chentu.mjs', 'serve', folder, '--port', String(PORT)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await new Promise((resolve) =>
  server.stdout.on('data', (data) => resolve(/http:\S+/.exec(String(data))?.[0])),
);
const browser = await chromium.launch({ executablePath: (await findBrowser()).path, args: BROWSER_ARGUMENTS });
try {
  const page = await browser.newPage({ viewport: { width: 1600, height: 640 } });
  page.setDefaultTimeout(900_000);
  await page.goto(`${address}${address.includes('?') ? '&' : '?'}plain`);
  await page.waitForFunction(hideAllButPatrols, undefined, { polling: 20, timeout: 600_000 });
  await page.waitForSelector('html[data-ready="checked"]', { timeout: 600_000 });
  await page.getByTestId('mode-draw').click();
  await page.getByTestId('draw-polygon').click();
  await page.waitForSelector('[data-testid="draw-panel"][data-phase="sketching"]');
  for (const [x, y] of [
    [880, 200],
    [1080, 190],
    [1100, 380],
    [890, 400],
  ]) {
    await page.mouse.click(x, y);
  }
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-testid="draw-panel"][data-phase="editing"]', { timeout: 600_000 });
  await page.evaluate(() => performance.clearMeasures('chentu-probe'));
  await page.mouse.move(1100, 380);
  await page.mouse.down();
  for (let move = 1; move <= MOVES; move++) {
    await page.mouse.move(1100 + 60 * Math.sin(move / 9), 380 + 60 * Math.sin(move / 7));
  }
  await page.mouse.up();
  await page.waitForTimeout(2000);
  const durations = await page.evaluate(() =>
    performance.getEntriesByName('chentu-probe').map(({ duration }) => duration),
  );
  durations.sort((a, b) => a - b);
  const at = (share) => durations[Math.min(durations.length - 1, Math.floor(share * durations.length))]?.toFixed(1);
  process.stdout.write(
    `${folder}: ${durations.length} probes in ${MOVES} moves of the pointer (those that came while one was under way were skipped)\n` +
      `question to answer on the page: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms\n` +
      `${cpus().length} × ${cpus()[0]?.model}; the map is drawn by the processor in this browser\n`,
  );
} finally {
  await browser.close();
  server.kill();
}
