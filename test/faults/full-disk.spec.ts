/** A disk without room: the page says so, keeps everything, gives it as a file, and saves once there is room. */
import { readFile } from 'node:fs/promises';
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { WorkspaceManifest } from '../../src/model/workspace.ts';
import { readKeptHistory } from './kept-history.ts';
import { openScenesAndHistory, openSmallWorkspace, reopen, scenesOf, shownScenes } from './small-workspace.ts';

/** What the app keeps at its start fits, and some edits. */
const QUOTA_BYTES = 120_000;
const MOST_EDITS = 200;

/** Before anything is written: the browser asks for the quota only now and then. */
async function limitDisk(page: Page, address: string): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(address).origin, quotaSize: QUOTA_BYTES });
  return session;
}

/** Adds scenes until one cannot be saved; gives how many were saved. */
async function fillDisk(page: Page): Promise<number> {
  for (let saved = 0; saved < MOST_EDITS; saved++) {
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-testid="scene-capture"]')?.click());
    await expect(page.locator('html')).toHaveAttribute('data-saved', /saved|failed/);
    if ((await page.locator('html').getAttribute('data-saved')) === 'failed') return saved;
  }
  throw new Error(`${MOST_EDITS} edits fit into ${QUOTA_BYTES} bytes, expected the disk to be full before`);
}

test('with a full disk nothing is lost: it is said, offered as a file, and saved once there is room', async ({
  page,
  baseURL,
}) => {
  const address = baseURL as string;
  const session = await limitDisk(page, address);
  await openSmallWorkspace(page, address);
  await openScenesAndHistory(page);
  const saved = await fillDisk(page);
  expect(saved).toBeGreaterThan(0);
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'failed');
  await expect(page.getByTestId('notice')).toContainText('存储空间已满');

  // The disk has every edit but the last; the page has them all, and goes on.
  expect((await readKeptHistory(page)).pointer).toBe(saved);
  await page.getByTestId('scene-capture').click();
  await expect(page.getByTestId('scene')).toHaveCount(saved + 2);

  // The tab does not close without a question while an edit is nowhere else.
  const asked = page.waitForEvent('dialog');
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await closing;

  await page.getByTestId('save-state').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('save-file').click()]);
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  const manifest = JSON.parse(new TextDecoder().decode(files['workspace.json'])) as WorkspaceManifest;
  expect(manifest.scenes).toHaveLength(saved + 2);

  // Room again: what is only in the page is written, and the page takes the warning back.
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(address).origin });
  await page.getByTestId('save-state').click();
  await page.getByTestId('save-retry').click();
  await expect(page.locator('html')).toHaveAttribute('data-saved', 'saved');
  await expect(page.getByTestId('notice')).toHaveCount(0);
  expect((await readKeptHistory(page)).pointer).toBe(saved + 2);
  await reopen(page, address);
  await openScenesAndHistory(page);
  const titles = scenesOf(await readKeptHistory(page)).map(({ title }) => title);
  expect(titles).toHaveLength(saved + 2);
  await expect.poll(() => shownScenes(page)).toEqual(titles);
});

test('a page that is killed with a full disk leaves exactly the edits that were saved', async ({ page, baseURL }) => {
  const address = baseURL as string;
  await limitDisk(page, address);
  await openSmallWorkspace(page, address);
  await openScenesAndHistory(page);
  const saved = await fillDisk(page);
  const next = await page.context().newPage();
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await limitDisk(next, address);
  await next.goto(address);
  await expect(next.locator('html')).toHaveAttribute('data-ready', 'checked');
  await openScenesAndHistory(next);
  await expect.poll(() => shownScenes(next)).toHaveLength(saved);
});
