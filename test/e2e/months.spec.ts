import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { downloadText, openApp, openMode } from './support.ts';

const numberIn = async (page: Page, testId: string) =>
  Number(((await page.getByTestId(testId).first().textContent()) ?? '').replace(/[^\d]/gu, ''));

test('a district compares its month, opens what is behind a number, decides a notice and keeps the month', async ({
  page,
}) => {
  await openApp(page, '?plain');
  await openMode(page, 'brief');
  await page.getByTestId('briefing-tabs').locator('label').nth(1).click();

  // The demo keeps October: every planted change is counted, and nothing else.
  await expect(page.getByTestId('months-kind-new')).toContainText('437');
  await expect(page.getByTestId('months-kind-reopened')).toContainText('6');
  await expect(page.getByTestId('months-kind-worse')).toContainText('17');
  await expect(page.getByTestId('months-kind-settled')).toContainText('12');
  const snapshot = JSON.parse(await readFile('public/demo/snapshots/2026-10/findings.json', 'utf8')) as {
    findings: readonly { status: string }[];
  };
  await expect.poll(() => numberIn(page, 'months-openBefore')).toBe(snapshot.findings.length);

  // Streets are ranked by share, the counting rules beside them; a number opens its findings.
  const rows = page.getByTestId('months-table-street').locator('tbody tr');
  await expect(rows).toHaveCount(10);
  const shares = (await rows.locator('td:nth-child(3)').allTextContents()).slice(0, 8).map(Number.parseFloat);
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
  await expect(page.getByTestId('months-counting').locator('li')).toHaveCount(16);
  await page.getByTestId('months-kind-settled').click();
  await expect(page.getByTestId('months-list-count')).toHaveText('12');
  // One that is gone is shown where it was.
  const gone = page.getByTestId('months-change').first();
  await expect(gone).toHaveAttribute('data-there', 'false');
  await gone.click();
  await expect(gone).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('months-kind-settled')).toBeFocused();
  await page.getByTestId('months-kind-reopened').click();
  const back = page.getByTestId('months-change').first();
  await back.click();
  await expect(page.getByTestId('finding-card')).toHaveAttribute(
    'data-finding',
    (await back.getAttribute('data-finding')) as string,
  );
  await page.getByTestId('months-list').getByRole('button').first().click();

  // A person decides; a dismissal needs its reason.
  await page.getByTestId('months-parts').locator('label').nth(3).click();
  const proposals = page.getByTestId('months-proposal');
  await expect(proposals).toHaveCount(7);
  await proposals.nth(0).getByTestId('months-accept').click();
  await page.getByTestId('months-decide-by').fill('李主任');
  await page.getByTestId('months-decide-save').click();
  await expect(proposals.nth(0)).toHaveAttribute('data-outcome', 'accepted');
  await proposals.nth(1).getByTestId('months-dismiss').click();
  await page.getByTestId('months-decide-save').click();
  await expect(proposals.nth(1)).toHaveAttribute('data-outcome', 'none');
  await page.getByTestId('months-decide-reason').fill('数据补录所致');
  await page.getByTestId('months-decide-save').click();
  await expect(proposals.nth(1)).toHaveAttribute('data-outcome', 'dismissed');

  // The changes as a file: all but what stayed the same.
  const csv = await downloadText(page, async () => {
    await page.getByTestId('months-export').click();
    await page.getByTestId('months-export-csv').click();
  });
  expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + 437 + 6 + 17 + 3 + 12);

  // Kept, it is there after a reload, with what was decided; and it can be undone.
  await page.getByTestId('months-kept').locator('summary').click();
  await page.getByTestId('months-keep').click();
  await expect(page.getByTestId('months-kept-2026-11')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-saved', 'saved');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'checked', { timeout: 90_000 });
  await openMode(page, 'brief');
  await page.getByTestId('briefing-tabs').locator('label').nth(1).click();
  await expect(page.getByTestId('months-kept').locator('summary')).toContainText('2026-11');
  await page.getByTestId('months-parts').locator('label').nth(3).click();
  await expect(page.getByTestId('months-proposal').nth(1)).toHaveAttribute('data-outcome', 'dismissed');
  await page.getByTestId('undo').click();
  await expect(page.getByTestId('months-kept').locator('summary')).not.toContainText('2026-11');
});
