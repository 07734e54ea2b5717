import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { countOf, openApp, openMode, selectFirstOf } from './support.ts';

const RULE = 'source-unassigned';
const IDS = /(?:问题编号|Finding)[：: ]+([0-9a-f]{16})/gu;

async function makeSlips(page: Page): Promise<Record<string, Uint8Array>> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('slips-make').click()]);
  return unzipSync(await readFile(await download.path()));
}

/** Files let go over the page. */
async function drop(page: Page, files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
  const dropped = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, text } of given) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
}

test('slips are made, come back and settle their findings', async ({ page }) => {
  await openApp(page);
  const count = await countOf(page, RULE);
  await openMode(page, 'brief');
  await page.getByTestId('briefing-tabs').locator('label').nth(2).click();
  await page.getByTestId('slips-rules').click();
  await page.getByRole('option').filter({ hasText: '未落实责任' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('slips-preview')).toContainText(`${count}`);
  await page.getByTestId('slips-days').fill('10');
  await expect(page.getByTestId('slips-deadline')).toHaveValue('2026-12-03');

  const parts = await makeSlips(page);
  const words = strFromU8(parts['word/document.xml']!).replaceAll(/<[^>]+>/gu, '');
  const ids = [...new Set([...words.matchAll(IDS)].map(([, id]) => id!))];
  expect(ids).toHaveLength(count);
  expect(words.match(/2026-12-03/gu)?.length).toBeGreaterThanOrEqual(count);
  // A map and a QR code each; nobody's name was asked for.
  expect(Object.keys(parts).filter((path) => path.startsWith('word/media/image'))).toHaveLength(2 * count);
  await expect(page.getByTestId('cases-assigned')).toContainText(`${count}`);

  // By street each has one map, whose numbers are those of the rows, or none where it is not asked for.
  await page.getByTestId('slips-assigns').uncheck();
  await page.getByTestId('slips-per').getByText('一街一单').click();
  const lists = await makeSlips(page);
  const listed = strFromU8(lists['word/document.xml']!).replaceAll(/<[^>]+>/gu, '');
  expect(new Set([...listed.matchAll(IDS)].map(([, id]) => id)).size).toBe(count);
  const streets = listed.match(/附图：/gu)?.length ?? 0;
  expect(streets).toBeGreaterThan(0);
  expect(Object.keys(lists).filter((path) => path.startsWith('word/media/image'))).toHaveLength(streets);
  await page.getByTestId('slips-street-map').uncheck();
  const bare = await makeSlips(page);
  expect(Object.keys(bare).filter((path) => path.startsWith('word/media/image'))).toEqual([]);
  expect(strFromU8(bare['word/document.xml']!)).not.toContain('附图');

  // One row settles the finding, one fits nothing, and the photo is of something else.
  await page.getByTestId('returns-open').click();
  const id = ids[0]!;
  const csv = `问题编号,办结日期,办理情况\n${id},2026-11-28,已苫盖\n0000000000000000,2026-11-28,已苫盖\n`;
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByTestId('returns-add').click()]);
  await chooser.setFiles([
    { name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) },
    { name: '无关.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') },
  ]);
  await expect(page.getByTestId('returns-notes').getByRole('listitem')).toHaveCount(2);
  await expect(page.getByTestId('returns-notes')).toContainText('0000000000000000');
  await page.getByTestId('returns-apply').click();
  await expect(page.getByTestId('cases-settled')).toContainText('1');

  // What is settled and still found stays in the list, and says so.
  await page.getByTestId('cases-settled').click();
  expect(await selectFirstOf(page, RULE)).toBe(id);
  await expect(page.getByTestId('case')).toHaveAttribute('data-standing', 'settled');
  await expect(page.getByTestId('case-outcome')).toHaveText('已苫盖');
  await page.getByTestId('case-reopen').click();
  await expect(page.getByTestId('case')).toHaveAttribute('data-standing', 'assigned');
  await expect(page.getByTestId('case-deadline')).toHaveText('2026-12-03');
  await page.getByTestId('undo').click();
  await page.getByTestId('undo').click();
  await expect(page.getByTestId('cases-settled')).toContainText('0');

  // Dropped anywhere, a ledger that was filled in is registered; one that was not is data to import.
  await drop(page, [{ name: '台账.csv', text: `问题编号,办结日期,办理情况\n${id},2026-11-29,已清运\n` }]);
  await expect(page.getByTestId('returns-outcome')).toContainText('1');
  await expect(page.getByTestId('returns')).toContainText('已清运');
  await page.getByTestId('returns-apply').click();
  await expect(page.getByTestId('cases-settled')).toContainText('1');
  await drop(page, [{ name: '台账.csv', text: `问题编号,办结日期,办理情况\n${id},,\n` }]);
  await expect(page.getByTestId('import-panel')).toHaveAttribute('data-phase', 'deciding');
});
