/**
 * A power cut in mid-write: everything is killed, and of what the database wrote after the last edit
 * that was seen as saved, only a random part has reached the disk. The saved edit and all before it are
 * there; what follows is there as a whole or not at all.
 */
import { expect, test } from '@playwright/test';
import { createRandom } from '../../src/core/random.ts';
import { readKeptHistory } from './kept-history.ts';
import { type KillableBrowser, startKillableBrowser } from './killable-browser.ts';
import { noticesOf, openSmallWorkspace, reopen, scenesOf, shownScenes, waitUntilSaved } from './small-workspace.ts';

const RUNS = Math.max(3, Math.round(Number(process.env.FAULT_RUNS ?? 20) / 7));
const FIRST_SEED = Number(process.env.FAULT_SEED ?? 1);

let browser: KillableBrowser;
test.beforeAll(async ({ baseURL }) => {
  browser = await startKillableBrowser(new URL(baseURL as string).hostname);
});
test.afterAll(() => browser.close());

test(`saved edits are there after ${RUNS} power cuts in mid-write`, async ({ baseURL }) => {
  test.setTimeout(60_000 + 30_000 * RUNS);
  const address = baseURL as string;
  let page = await browser.newPage();
  await openSmallWorkspace(page, address);
  let before = 0;
  let torn = 0;
  for (let run = 0; run < RUNS; run++) {
    const seed = FIRST_SEED + run;
    const random = createRandom(seed);
    await page.getByTestId('mode-brief').click();
    await page.getByTestId('scene-capture').click();
    await expect(page.getByTestId('scene')).toHaveCount(before + 1);
    await waitUntilSaved(page);
    const saved = await browser.readLog();
    const more = random.integer(1, 4);
    for (let count = 0; count < more; count++) {
      await page.evaluate(() => document.querySelector<HTMLElement>('[data-testid="scene-capture"]')?.click());
    }
    await browser.killAndTear(saved.path, (whole) => {
      torn += Number(whole > saved.size);
      return saved.size + Math.floor(random.next() * (whole - saved.size));
    });
    page = await browser.newPage();
    await reopen(page, address);
    const kept = await readKeptHistory(page);
    expect(kept.pointer, `seed ${seed}`).toBeGreaterThanOrEqual(before + 1);
    expect(kept.pointer, `seed ${seed}`).toBeLessThanOrEqual(before + 1 + more);
    expect([kept.entries.length, ...kept.positions], `seed ${seed}`).toEqual([
      kept.pointer,
      ...kept.entries.map((_, index) => index),
    ]);
    await expect(noticesOf(page), `seed ${seed}: a notice after reopening`).toHaveCount(0);
    await page.getByTestId('mode-brief').click();
    await page.getByTestId('scene-capture').waitFor();
    await expect.poll(() => shownScenes(page), `seed ${seed}`).toEqual(scenesOf(kept).map(({ title }) => title));
    before = kept.pointer;
  }
  // Cuts that never met a write would prove nothing.
  expect(torn).toBeGreaterThan(0);
});
