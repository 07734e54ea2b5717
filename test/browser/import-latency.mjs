/**
 * A large file through the import panel, in the browser: `npm run import-latency -- FILE`. Begins once and
 * cancels, begins again, and prints how long reading took, how long cancelling, the longest pauses of the page
 * meanwhile, and (on Linux) the most memory that a renderer held. No map: drawing by software would be
 * timed instead. Measures, judges nothing.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from './find-browser.mjs';

const PORT = 4874;
const CANCEL_AFTER_MS = 4000;
const [file] = process.argv.slice(2);
if (!file) {
  process.stderr.write('Usage: npm run import-latency -- FILE\n');
  process.exit(1);
}

const say = (text) => process.stdout.write(`${text}\n`);

function rendererMegabytes() {
  if (process.platform !== 'linux') return 0;
  const lines = execFileSync('ps', ['-eo', 'rss,args'], { encoding: 'utf8' }).split('\n');
  const kilobytes = lines.filter((line) => line.includes('--type=renderer')).map((line) => Number.parseInt(line, 10));
  return Math.max(0, ...kilobytes) / 1000;
}

/** In the page: every turn of its loop that came more than 50 ms late. */
function watchPauses() {
  globalThis.pauses = [];
  let last = performance.now();
  const turn = () => {
    const now = performance.now();
    if (now - last > 60) globalThis.pauses.push(Math.round(now - last - 10));
    last = now;
    setTimeout(turn, 10);
  };
  turn();
}

const server = spawn(process.execPath, ['bin/chentu.mjs', 'serve', '--port', String(PORT)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await new Promise((resolve) =>
  server.stdout.on('data', (data) => resolve(/http:\S+/.exec(String(data))?.[0])),
);
const args = [...BROWSER_ARGUMENTS.filter((argument) => !/gl|swiftshader|gpu/iu.test(argument)), '--disable-3d-apis'];
const browser = await chromium.launch({ executablePath: (await findBrowser()).path, args });
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, rendererMegabytes());
}, 500);
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(900_000);
  await page.goto(address);
  await page.waitForSelector('html[data-ready="checked"]');
  await page.evaluate(watchPauses);
  const begin = async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByTestId('workspace-menu').click();
    await page.getByTestId('import-data').click();
    await (await chooser).setFiles([file]);
  };
  await begin();
  await page.waitForSelector('[data-testid="import-panel"][data-phase="reading"]');
  await page.waitForTimeout(CANCEL_AFTER_MS);
  let start = performance.now();
  const cancel = page.getByTestId('import-cancel');
  if (await cancel.isVisible()) {
    await cancel.click();
    await page.getByTestId('import-panel').waitFor({ state: 'detached' });
    say(`cancelled in ${Math.round(performance.now() - start)} ms`);
  } else {
    say(`read before it could be cancelled`);
    await page.getByTestId('import-close').click();
  }
  peak = 0;
  start = performance.now();
  await begin();
  await page.waitForSelector('[data-testid="import-panel"][data-phase="deciding"]');
  say(`examined in ${((performance.now() - start) / 1000).toFixed(1)} s, renderer at most ${Math.round(peak)} MB`);
  const pauses = await page.evaluate(() => globalThis.pauses.sort((a, b) => b - a).slice(0, 5));
  say(`longest pauses of the page: ${pauses.join(', ') || 'none over 50'} ms`);
} finally {
  clearInterval(watch);
  await browser.close();
  server.kill();
}
