import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { WorkspaceManifest } from '../../src/model/workspace.ts';
import { openSmallWorkspace, reopen } from '../faults/small-workspace.ts';
import { openMode, waitForMap, waitUntilChecked } from './support.ts';

/** The whole document, as the file that Ctrl S writes; the same document gives the same bytes. */
async function documentBytes(page: Page): Promise<string> {
  await waitUntilChecked(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  return (await readFile(await download.path())).toString('base64');
}

/** A patrol zone by real clicks in the free part of the map; the first one makes its layer too. */
async function drawZone(page: Page, [left, top]: [number, number], name: string): Promise<void> {
  await page.getByTestId('draw-polygon').click();
  for (const [x, y] of [
    [left, top],
    [left + 120, top + 10],
    [left + 110, top + 120],
    [left + 5, top + 110],
  ] as const) {
    await page.mouse.move(x, y, { steps: 3 });
    await page.mouse.click(x, y);
  }
  await page.keyboard.press('Enter');
  await page.getByTestId('field-name').fill(name);
  await page.getByTestId('zone-save').click();
  await expect(page.getByTestId('zone-row').filter({ hasText: name })).toBeVisible();
  await waitUntilChecked(page);
}

test('undo to the beginning, redo to the end, jump anywhere: the same document at every step, over a reload too', async ({
  page,
  baseURL,
}) => {
  await openSmallWorkspace(page, baseURL as string);
  await waitForMap(page);
  const documents = [await documentBytes(page)];
  await openMode(page, 'draw');
  await drawZone(page, [450, 200], '东片');
  documents.push(await documentBytes(page));
  await drawZone(page, [700, 400], '西片');
  documents.push(await documentBytes(page));
  await openMode(page, 'brief');
  for (const count of [1, 2]) {
    await page.getByTestId('scene-capture').click();
    await expect(page.getByTestId('scene')).toHaveCount(count);
    documents.push(await documentBytes(page));
  }
  expect(new Set(documents).size).toBe(5);
  const last = documents.length - 1;

  await expect(page.getByTestId('undo')).toHaveAccessibleName('撤销：新增场景“场景 2”');
  for (let step = last - 1; step >= 0; step--) {
    await page.keyboard.press('Control+z');
    expect(await documentBytes(page), `undone to step ${step}`).toBe(documents[step]);
  }
  await expect(page.getByTestId('undo')).toBeDisabled();
  await expect(page.getByTestId('redo')).toHaveAccessibleName('重做：新增“东片”');
  for (let step = 1; step <= last; step++) {
    await page.keyboard.press(step % 2 === 0 ? 'Control+y' : 'Control+Shift+z');
    expect(await documentBytes(page), `redone to step ${step}`).toBe(documents[step]);
  }

  // The list: newest first, by mouse and by keyboard.
  await page.keyboard.press('e');
  const rows = page.getByTestId('history-row');
  await expect(rows).toHaveCount(documents.length);
  await rows.nth(3).click();
  await expect(rows.nth(3)).toHaveAttribute('data-state', 'current');
  await expect(rows.nth(0)).toHaveAttribute('data-state', 'undone');
  expect(await documentBytes(page)).toBe(documents[1]);
  await page.getByRole('listbox').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(rows.nth(1)).toHaveAttribute('data-state', 'current');
  expect(await documentBytes(page)).toBe(documents[3]);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('history-panel')).toBeHidden();

  // A reload keeps what is done and what is undone, and where between them one stood.
  await page.reload();
  await waitUntilChecked(page);
  await expect(page.locator('html')).toHaveAttribute('data-role', 'editor');
  expect(await documentBytes(page)).toBe(documents[3]);
  await page.keyboard.press('Control+y');
  expect(await documentBytes(page)).toBe(documents[last]);
  await page.keyboard.press('e');
  await rows.last().click();
  expect(await documentBytes(page)).toBe(documents[0]);

  // A new edit drops what was undone.
  await page.keyboard.press('Escape');
  await openMode(page, 'brief');
  await page.getByTestId('scene-capture').click();
  await expect(page.getByTestId('redo')).toBeDisabled();
  await page.keyboard.press('e');
  await expect(rows).toHaveCount(2);
});

test('a workspace saved as a file opens again as it was, and the one that was open before is kept', async ({
  page,
  baseURL,
}) => {
  await openSmallWorkspace(page, baseURL as string);
  await openMode(page, 'brief');
  await page.getByTestId('scene-capture').click();
  await page.getByTestId('save-state').click();
  await expect(page.getByTestId('save-detail')).toContainText('本页不是 https');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('save-file').click()]);
  expect(download.suggestedFilename()).toBe('小区.chentu');
  const saved = { name: '小区.chentu', mimeType: 'application/zip', buffer: await readFile(await download.path()) };
  await page.getByTestId('save-state').click();
  await expect(page.getByTestId('save-detail')).toContainText('含全部修改');
  await page.keyboard.press('Escape');

  await page.getByTestId('workspace-menu').click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByTestId('open-files').click()]);
  await chooser.setFiles([saved]);
  await expect(page.getByTestId('undo')).toBeDisabled();
  await waitUntilChecked(page);
  await openMode(page, 'brief');
  await expect(page.getByTestId('scene')).toHaveCount(1);

  // The one before, with its edit, is in the menu; opened, the edit can still be undone.
  await page.getByTestId('workspace-menu').click();
  await page.getByTestId('kept-workspace').click();
  await waitUntilChecked(page);
  await expect(page.getByTestId('undo')).toBeEnabled();
  await page.getByTestId('undo').click();
  await openMode(page, 'brief');
  await expect(page.getByTestId('scene')).toHaveCount(0);
  await reopen(page, baseURL as string);
  await expect(page.getByTestId('redo')).toBeEnabled();
});

test('in a secure context the file is chosen once and written again, and the browser is asked to keep what is saved', async ({
  page,
  baseURL,
}) => {
  // Loopback is a secure context. The browser's own dialog cannot be driven: what it would answer is a
  // real file handle, of the browser's private file system.
  const address = `http://127.0.0.1:${new URL(baseURL as string).port}/`;
  await page.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(globalThis, {
      askedFiles: asked,
      async showSaveFilePicker({ suggestedName }: { suggestedName: string }) {
        asked.push(suggestedName);
        return (await navigator.storage.getDirectory()).getFileHandle('chosen.chentu', { create: true });
      },
    });
  });
  const written = () =>
    page.evaluate(async () => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle('chosen.chentu', { create: true });
      try {
        return [...new Uint8Array(await (await handle.getFile()).arrayBuffer())];
      } catch (cause) {
        // Closing a file puts another in its place: what was opened a moment before is gone then.
        if (cause instanceof DOMException && cause.name.startsWith('Not')) return [];
        throw cause;
      }
    });
  const scenesWritten = async () => {
    const bytes = Uint8Array.from(await written());
    if (bytes.length === 0) return undefined;
    const manifest = JSON.parse(new TextDecoder().decode(unzipSync(bytes)['workspace.json'])) as WorkspaceManifest;
    return manifest.scenes?.length ?? 0;
  };
  await openSmallWorkspace(page, address);
  expect(await page.evaluate(() => globalThis.isSecureContext)).toBe(true);
  await openMode(page, 'brief');
  await page.getByTestId('scene-capture').click();
  await page.keyboard.press('Control+s');
  await expect.poll(scenesWritten).toBe(1);
  await page.getByTestId('scene-capture').click();
  await page.getByTestId('save-state').click();
  const detail = page.getByTestId('save-detail');
  await expect(detail).toContainText('存好之后又有修改');
  await expect(detail).toContainText(/浏览器已答应长期保留|浏览器没有答应长期保留/);
  await page.getByTestId('save-file').click();
  await expect.poll(scenesWritten).toBe(2);
  expect(await page.evaluate(() => (globalThis as unknown as { askedFiles: string[] }).askedFiles)).toEqual([
    '小区.chentu',
  ]);
});
