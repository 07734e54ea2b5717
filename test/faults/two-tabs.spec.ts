/** Two tabs on one workspace, and one of them dies: the other has all that was saved and goes on. */
import { expect, type Page, test } from '@playwright/test';
import { waitUntilChecked } from '../e2e/support.ts';
import { readKeptHistory } from './kept-history.ts';
import { openScenesAndHistory, openSmallWorkspace, shownScenes, waitUntilSaved } from './small-workspace.ts';

async function addScene(page: Page, count: number): Promise<void> {
  await page.getByTestId('scene-capture').click();
  await expect(page.getByTestId('scene')).toHaveCount(count);
  await waitUntilSaved(page);
}

test('when the tab that edits crashes, the one that follows takes over without losing an edit', async ({
  page: first,
  context,
  baseURL,
}) => {
  const address = baseURL as string;
  await openSmallWorkspace(first, address);
  await openScenesAndHistory(first);
  await first.keyboard.press('Escape');
  await addScene(first, 1);
  await addScene(first, 2);

  const second = await context.newPage();
  await second.goto(address);
  await waitUntilChecked(second);
  await expect(second.locator('html')).toHaveAttribute('data-role', 'follower');
  await expect(second.getByTestId('tab-banner')).toHaveAttribute('data-state', 'following');
  await openScenesAndHistory(second);
  await second.keyboard.press('Escape');
  await expect(second.getByTestId('scene')).toHaveCount(2);

  // It follows live and cannot edit: neither by a button nor by a key.
  await addScene(first, 3);
  await expect(second.getByTestId('scene')).toHaveCount(3);
  await expect(second.getByTestId('undo')).toBeDisabled();
  await second.keyboard.press('Control+z');
  await second.getByTestId('scene-capture').click();
  await expect(second.getByTestId('notice').last()).toContainText('另一个标签页正在编辑');
  await expect(second.getByTestId('scene')).toHaveCount(3);

  // The crash, in the middle of several edits.
  const session = await context.newCDPSession(first);
  const crashed = first.waitForEvent('crash');
  await first.evaluate(() => {
    for (let i = 0; i < 3; i++) document.querySelector<HTMLElement>('[data-testid="scene-capture"]')?.click();
  });
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await expect(second.getByTestId('tab-banner')).toHaveAttribute('data-state', 'gone');
  await second.getByTestId('take-over').click();
  await expect(second.locator('html')).toHaveAttribute('data-role', 'editor');
  await expect(second.getByTestId('tab-banner')).toHaveCount(0);
  const kept = await readKeptHistory(second);
  expect(kept.pointer).toBeGreaterThanOrEqual(3);
  await expect.poll(() => shownScenes(second)).toHaveLength(kept.pointer);

  await addScene(second, kept.pointer + 1);
  expect((await readKeptHistory(second)).pointer).toBe(kept.pointer + 1);
});

test('a tab that takes over loses nothing, and the other follows it back and forth', async ({
  page: first,
  context,
  baseURL,
}) => {
  const address = baseURL as string;
  await openSmallWorkspace(first, address);
  const second = await context.newPage();
  await second.goto(address);
  await waitUntilChecked(second);
  await expect(second.locator('html')).toHaveAttribute('data-role', 'follower');
  for (const page of [first, second]) {
    await openScenesAndHistory(page);
    await page.keyboard.press('Escape');
  }
  let count = 0;
  for (const [editor, follower] of [
    [first, second],
    [second, first],
    [first, second],
  ] as const) {
    if (count > 0) await editor.getByTestId('take-over').click();
    await expect(editor.locator('html')).toHaveAttribute('data-role', 'editor');
    count += 1;
    await addScene(editor, count);
    await expect(follower.getByTestId('scene')).toHaveCount(count);
    await editor.getByTestId('undo').click();
    await expect(follower.getByTestId('scene')).toHaveCount(count - 1);
    await editor.getByTestId('redo').click();
    await expect(follower.getByTestId('scene')).toHaveCount(count);
    await expect(follower.locator('html')).toHaveAttribute('data-role', 'follower');
    await waitUntilSaved(editor);
  }
  const kept = await readKeptHistory(first);
  expect([kept.pointer, kept.entries.length]).toEqual([3, 3]);
});

test('two tabs with a workspace each do not touch each other', async ({ page: first, context, baseURL }) => {
  const address = baseURL as string;
  await openSmallWorkspace(first, address);
  await openScenesAndHistory(first);
  await first.keyboard.press('Escape');
  await addScene(first, 1);
  const second = await context.newPage();
  await openSmallWorkspace(second, address);
  await openScenesAndHistory(second);
  await second.keyboard.press('Escape');
  await addScene(second, 1);
  await addScene(second, 2);
  await addScene(first, 2);
  await first.getByTestId('undo').click();
  await waitUntilSaved(first);
  // After a reload each tab has its own again.
  for (const [page, count] of [
    [first, 1],
    [second, 2],
  ] as const) {
    await page.reload();
    await waitUntilChecked(page);
    await expect(page.locator('html')).toHaveAttribute('data-role', 'editor');
    await openScenesAndHistory(page);
    await expect.poll(() => shownScenes(page)).toHaveLength(count);
  }
  // What the other tab has is listed and one click away.
  await first.keyboard.press('Escape');
  await first.getByTestId('workspace-menu').click();
  await expect(first.getByTestId('kept-workspace')).toHaveCount(1);
  await expect(first.getByTestId('kept-workspace')).toContainText('2 步修改');
});
