import { copyFile, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { chooseBoard, countOf, openApp, openMode } from './support.ts';

/** Two scenes as a file; the folder is unpacked by nobody: its page is tried with pictures in it. */
async function exportPage(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 200_000 }),
    page.getByTestId('handover-make').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/离线简报\.html$/u);
  const path = join(await mkdtemp(join(tmpdir(), 'chentu-handover-')), 'briefing.html');
  await copyFile(await download.path(), path);
  return path;
}

test('a briefing that is handed on plays from its file alone: keys, whose is that, nothing personal', async ({
  page,
  context,
}) => {
  await openApp(page, '?plain');
  const overlaps = await countOf(page, 'zone-overlap');
  await openMode(page, 'brief');
  for (const name of ['甲', '<b>乙</b>']) {
    await page.getByTestId('scene-capture').click();
    await page.getByTestId('scene-menu').last().click();
    await page.getByTestId('scene-edit').click();
    await page.getByTestId('scene-name').fill(name);
    if (name === '甲') await chooseBoard(page, '由重到轻');
    await page.getByTestId('scene-done').click();
  }
  await page.getByTestId('briefing-tabs').locator('label').nth(2).click();
  const path = await exportPage(page);
  const text = await readFile(path, 'utf8');
  expect(text).not.toMatch(/https?:\/\//u);
  // Personal data of the demo: nobody asked for them.
  for (const found of text.match(/1\d{10}/gu) ?? []) expect.soft(found, 'a telephone number').toBe('');
  expect(text).not.toContain('包联领导');
  expect(text.length).toBeLessThan(4_000_000);

  const alone = await context.newPage();
  const broken: string[] = [];
  alone.on('console', (message) => message.type() === 'error' && broken.push(message.text()));
  alone.on('pageerror', (error) => broken.push(error.message));
  await context.setOffline(true);
  await alone.goto(pathToFileURL(path).href);
  await expect(alone.getByRole('heading', { level: 1 })).toHaveText('甲');
  const picture = alone.locator('img.picture');
  const widthOfPicture = () => picture.evaluate((element) => (element as HTMLImageElement).naturalWidth);
  // Beside a board the left part of the wall, without one all of it.
  await expect.poll(widthOfPicture).toBe(1320);
  await expect(alone.locator('.position')).toHaveText('1 / 2');

  // The worst, three at a time with their pictures: ↓ turns to the others and to the rules of counting, → goes on.
  const ranks: string[] = [];
  const findings = alone.locator('.finding');
  for (let turn = 0; turn < 10 && (await findings.count()) > 0; turn++) {
    ranks.push(...(await findings.locator('.rank').allInnerTexts()));
    const image = findings.first().locator('img');
    await expect(image).toHaveAttribute('alt', /位置示意图$/u);
    await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(480);
    await alone.keyboard.press('ArrowDown');
  }
  expect(ranks).toEqual(Array.from({ length: 10 }, (_, index) => String(index + 1)));
  await expect(alone.locator('.board .note').first()).toBeVisible();
  await expect(alone.locator('.position')).toHaveText('1 / 2');

  await alone.keyboard.press('PageDown');
  await expect(alone.getByRole('heading', { level: 1 })).toHaveText('<b>乙</b>');
  await expect.poll(widthOfPicture).toBe(1920);
  await alone.keyboard.press('b');
  await expect(alone.locator('.blank')).toBeVisible();
  await alone.keyboard.press('1');
  await expect(alone.locator('.position')).toHaveText('1 / 2');
  await expect(alone.locator('.blank')).toBeHidden();

  const box = (await picture.boundingBox())!;
  await alone.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const card = alone.getByTestId('handover-card');
  await expect(card).toContainText('责任单位');
  await expect(card).toContainText('街道');
  await alone.keyboard.press('Escape');
  await expect(card).toBeHidden();

  const places = JSON.parse(/id="handover">(.*?)<\/script>/su.exec(text)![1]!).places as { rule: string }[];
  expect(places.filter(({ rule }) => rule === 'zone-overlap')).toHaveLength(overlaps);
  expect(broken).toEqual([]);
});
