/**
 * The page, or the whole browser, is killed at a random moment of a random sequence of edits. What is
 * there afterwards is one of the states on the way, no earlier than the last that was seen as saved.
 * FAULT_RUNS (20) and FAULT_SEED (1) choose the runs; a failure names its seed.
 */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { createRandom, type Random } from '../../src/core/random.ts';
import type { WorkspaceManifest } from '../../src/model/workspace.ts';
import { act, type ExpectedHistory, expectAfter, pickAction, sameHistory } from './edit-sequence.ts';
import { readKeptHistory } from './kept-history.ts';
import { type KillableBrowser, startKillableBrowser } from './killable-browser.ts';
import {
  noticesOf,
  openScenesAndHistory,
  openSmallWorkspace,
  reopen,
  scenesOf,
  shownScenes,
} from './small-workspace.ts';

const RUNS = Number(process.env.FAULT_RUNS ?? 20);
const FIRST_SEED = Number(process.env.FAULT_SEED ?? 1);
/** Every so many runs it is the browser that is killed, not the page: starting it again takes longer. */
const BROWSER_EVERY = 5;
const MOST_ACTIONS = 40;

let browser: KillableBrowser;
test.beforeAll(async ({ baseURL }) => {
  browser = await startKillableBrowser(new URL(baseURL as string).hostname);
});
test.afterAll(() => browser.close());

test(`exactly the committed edits are there after ${RUNS} kills at random moments`, async ({ baseURL }) => {
  test.setTimeout(60_000 + 20_000 * RUNS);
  const address = baseURL as string;
  let page = await browser.newPage();
  await openSmallWorkspace(page, address);
  let state: ExpectedHistory = { edits: [], pointer: 0 };
  const seen = { kills: 0, inFlight: 0, inFlightKept: 0, edits: 0 };
  for (let run = 0; run < RUNS; run++) {
    const seed = FIRST_SEED + run;
    const random = createRandom(seed);
    const killsBrowser = run % BROWSER_EVERY === BROWSER_EVERY - 1;
    await openScenesAndHistory(page);
    const { states, committed } = await editUntilKilled(page, state, random, () =>
      killsBrowser ? browser.killAndRestart() : browser.crash(page),
    );
    page = await browser.newPage();
    await reopen(page, address);

    const kept = await readKeptHistory(page);
    const found = states.findIndex((candidate, index) => index >= committed && sameHistory(kept, candidate));
    expect(found, `seed ${seed}: ${describe(kept)}; committed ${committed} of ${states.length - 1}`).not.toBe(-1);
    expect(kept.positions, `seed ${seed}`).toEqual(kept.positions.map((_, index) => index));
    await expect(noticesOf(page), `seed ${seed}: a notice after reopening`).toHaveCount(0);
    const scenes = scenesOf(kept);
    await page.getByTestId('mode-brief').click();
    await page.getByTestId('scene-capture').waitFor();
    await expect.poll(() => shownScenes(page), `seed ${seed}`).toEqual(scenes.map(({ title }) => title));
    // The engine's copy too, which writes the file.
    if (run % BROWSER_EVERY === 0) expect(await savedScenes(page), `seed ${seed}`).toEqual(scenes);

    seen.kills += 1;
    seen.edits += states.length - 1;
    if (states.length - 1 > committed) seen.inFlight += 1;
    if (found > committed) seen.inFlightKept += 1;
    state = states[found] as ExpectedHistory;
  }
  test.info().annotations.push({ type: 'runs', description: JSON.stringify(seen) });
  // Kills that never met an edit on its way would prove nothing.
  expect(seen.inFlight).toBeGreaterThan(0);
  expect(seen.edits).toBeGreaterThan(RUNS);
});

/** Every state on the way, the last perhaps unfinished, and which of them was last seen as saved. */
async function editUntilKilled(page: Page, from: ExpectedHistory, random: Random, kill: () => Promise<void>) {
  const states = [from];
  let committed = 0;
  let killed = false;
  const killing = pause(30 + 500 * random.next()).then(async () => {
    killed = true;
    await kill();
  });
  const waits = random.next();
  try {
    for (let step = 0; step < MOST_ACTIONS && !killed; step++) {
      const before = states.at(-1) as ExpectedHistory;
      const { action, to } = pickAction(before, random);
      const window = { from: Date.now(), to: Number.POSITIVE_INFINITY };
      states.push(expectAfter(before, action, to, window));
      const wasSaved = await act(page, action, to);
      window.to = Date.now();
      if (wasSaved) committed = states.length - 2;
      if (random.next() < waits) {
        await page.waitForFunction(() => document.documentElement.dataset.saved === 'saved', undefined, { polling: 2 });
        committed = states.length - 1;
      }
      // Two edits in one millisecond could not be told apart.
      await pause(2);
    }
  } catch (cause) {
    if (!killed) throw cause;
  }
  await killing;
  const died = Date.now();
  for (const { edits } of states) for (const edit of edits) edit.to = Math.min(edit.to, died);
  return { states, committed };
}

async function savedScenes(page: Page): Promise<unknown> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  const manifest = JSON.parse(new TextDecoder().decode(files['workspace.json'])) as WorkspaceManifest;
  return manifest.scenes ?? [];
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const describe = ({ entries, pointer }: { entries: readonly { time: string }[]; pointer: number }) =>
  `found ${entries.length} edits, pointer ${pointer}, at ${entries.map(({ time }) => time).join(' ')}`;
