/**
 * How fast the page is, in a real browser: `npm run page-speed -- [--no-map] [DIR…]`, on the demo that is served
 * with the app and on workspaces that `chentu demo DIR --size M` made. Prints a table beside the goals. Tasks of
 * the page's thread and scripts while panning are processor time, which does not depend on how busy the machine
 * is or how slowly software draws; times to shell and findings are clock time. `--no-map` switches WebGL off:
 * then nothing is drawn, and only opening and checking are timed. Measures, judges nothing.
 */
import { spawn } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from './find-browser.mjs';
import { scriptingOf, startTrace, taskTimes, timeOfMark } from './main-thread-trace.mjs';

const PORT = 4875;
const LIMIT_MS = 900_000;
const PANS = 4;
const withMap = !process.argv.includes('--no-map');
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

const say = (text) => process.stdout.write(`${text}\n`);
const whole = (number) => Math.round(number).toLocaleString('en-US');

/** In the page, before anything of ours: marks each state that the root element tells. */
function markStates() {
  new MutationObserver(() => {
    const { ready } = document.documentElement.dataset;
    if (ready && performance.getEntriesByName(`ready:${ready}`).length === 0) performance.mark(`ready:${ready}`);
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });
}

const timeOf = (page, mark) => page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime, mark);

/** Gzipped bytes of what was fetched, by what it is: the first load is index.html and what it names, the rest comes by `import()`. */
async function countBytes(page, address) {
  const bytes = { first: 0, map: 0, engine: 0, later: 0, fonts: 0, data: 0 };
  const waiting = [];
  const index = await (await fetch(address)).text();
  const named = new Set([...index.matchAll(/(?:src|href)="[^"]*?([^"/]+\.(?:js|css))"/gu)].map(([, file]) => file));
  const sortOf = (url) => {
    if (named.has(url.split('/').at(-1)) || /\?plain$|\/$/u.test(url)) return 'first';
    if (/\.woff2?$/u.test(url)) return 'fonts';
    if (/\/(?:maplibre|deck|map-view|map-support|overlay)/u.test(url)) return 'map';
    if (/worker|geos|proj4/u.test(url)) return 'engine';
    return /\.(?:js|css)$/u.test(url) ? 'later' : 'data';
  };
  page.on('response', (response) => {
    const add = async () => {
      const body = await response.body().catch(() => Buffer.alloc(0));
      const sort = sortOf(response.url());
      bytes[sort] += sort === 'data' || sort === 'fonts' ? body.length : gzipSync(body).length;
    };
    waiting.push(add());
  });
  return async () => {
    await Promise.all(waiting);
    return bytes;
  };
}

async function measurePans(page, cdp) {
  await page.waitForSelector('html[data-map="idle"]', { timeout: LIMIT_MS });
  const box = await page.getByTestId('map').boundingBox();
  const [x, y] = [box.x + box.width / 3, box.y + box.height / 2];
  const stop = await startTrace(cdp);
  for (let pan = 0; pan < PANS; pan++) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (pan % 2 === 0 ? 60 : -60), y + 20, { steps: 4 });
    await page.mouse.up();
  }
  const panned = await stop();
  const stopZoom = await startTrace(cdp);
  for (let turn = 0; turn < PANS; turn++) {
    await page.mouse.wheel(0, turn % 2 === 0 ? -240 : 240);
    await page.waitForTimeout(300);
  }
  const zoomed = await stopZoom();
  return {
    pan: scriptingOf(panned).total / PANS,
    panLongest: taskTimes(panned)[0] ?? 0,
    zoom: scriptingOf(zoomed).total / PANS,
    zoomLongest: taskTimes(zoomed)[0] ?? 0,
    frames: scriptingOf(panned).frames,
  };
}

async function measure(browser, folder) {
  const args = ['bin/chentu.mjs', 'serve', ...(folder ? [folder] : []), '--port', String(PORT)];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((resolve) =>
    server.stdout.on('data', (data) => {
      const found = /http:\S+/.exec(String(data))?.[0];
      if (found) resolve(found);
    }),
  );
  const context = await browser.newContext({ viewport: { width: 1000, height: 600 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    const cdp = await context.newCDPSession(page);
    const bytes = await countBytes(page, address);
    await page.addInitScript(markStates);
    const stop = await startTrace(cdp);
    await page.goto(`${address}${address.includes('?') ? '&' : '?'}plain`);
    await page.waitForSelector('html[data-ready="checked"]', { timeout: LIMIT_MS });
    // What the findings set off: lists, labels, marks.
    await page.waitForTimeout(3000);
    const events = await stop();
    const [checking, checked] = ['ready:checking', 'ready:checked'].map((mark) => timeOfMark(events, mark));
    const heap = await page.evaluate(() => performance.memory?.usedJSHeapSize ?? 0);
    return {
      shell: await timeOf(page, 'first-contentful-paint'),
      findings: await timeOf(page, 'ready:checked'),
      opening: taskTimes(events, 0, checking).slice(0, 3),
      // The task in which the data arrive begins before the mark that it sets.
      check: taskTimes(events, checking, checked).slice(0, 3),
      after: taskTimes(events, checked).slice(0, 3),
      heap,
      bytes: await bytes(),
      ...(withMap ? { moves: await measurePans(page, cdp) } : {}),
    };
  } finally {
    await context.close();
    server.kill();
  }
}

const mapOff = (list) => [...list.filter((argument) => !/gl|swiftshader|gpu/iu.test(argument)), '--disable-3d-apis'];
const browser = await chromium.launch({
  executablePath: (await findBrowser()).path,
  args: [...(withMap ? BROWSER_ARGUMENTS : mapOff(BROWSER_ARGUMENTS)), '--enable-precise-memory-info'],
});
try {
  const busy = loadavg()[0] ?? 0;
  say(`${cpus().length} × ${cpus()[0]?.model}, load ${busy.toFixed(1)}${withMap ? '' : ', map off'}\n`);
  say('| workspace | what | measured | goal |\n| :-------- | :--- | -------: | ---: |');
  for (const folder of folders.length > 0 ? folders : [undefined]) {
    const name = folder ?? 'demo (with the app)';
    const row = (what, value, goal = '') => say(`| ${name} | ${what} | ${value} | ${goal} |`);
    const { shell, findings, opening, check, after, heap, bytes, moves } = await measure(browser, folder);
    const kilobytes = (...counts) => `${counts.map((count) => whole(count / 1000)).join(' / ')} kB`;
    row('first load, gzip', kilobytes(bytes.first), '900 kB');
    row('then map / engine with GEOS / other parts, gzip', kilobytes(bytes.map, bytes.engine, bytes.later));
    row('fonts / data', kilobytes(bytes.fonts, bytes.data));
    row('shell visible, clock', `${whole(shell)} ms`, '1,000 ms');
    row('findings on the page, clock', `${whole(findings)} ms`, '3,000 ms (S)');
    row('longest tasks while opening, processor', `${opening.map(whole).join(', ')} ms`, '50 ms');
    row('longest tasks while checking, processor', `${check.map(whole).join(', ')} ms`, '50 ms');
    row('longest tasks when findings arrive and after, processor', `${after.map(whole).join(', ')} ms`, '50 ms');
    row('heap of the page', `${whole(heap / 1e6)} MB`);
    if (!moves) continue;
    row('scripts per pan of 60 px, processor', `${moves.pan.toFixed(1)} ms`);
    row('longest task while panning, processor', `${whole(moves.panLongest)} ms`, '50 ms');
    row('scripts per turn of the wheel, processor', `${moves.zoom.toFixed(1)} ms`);
    row('longest task while zooming, processor', `${whole(moves.zoomLongest)} ms`, '50 ms');
    row('frames in all pans (software drawing)', whole(moves.frames));
  }
} finally {
  await browser.close();
}
