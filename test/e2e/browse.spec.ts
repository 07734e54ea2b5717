import { expect, test } from '@playwright/test';
import { countOf, exportFindings, openApp, openMode, rowsOf, selectFirstOf, waitForMap } from './support.ts';

test('a planner finds a finding, learns why it is there, and has it measured again', async ({ page }) => {
  await openApp(page);
  const findings = await exportFindings(page);
  for (const rule of ['source-unassigned', 'source-unpatrolled', 'source-unswept', 'zone-overlap'] as const) {
    const open = findings.filter((finding) => finding.rule === rule && finding.status === 'open').length;
    expect(open, rule).toBeGreaterThan(0);
    expect(await countOf(page, rule), rule).toBe(open);
  }

  const row = (await rowsOf(page, 'zone-overlap')).first();
  const id = await row.getAttribute('data-finding');
  await row.click();
  await expect(page.getByTestId('finding-card')).toHaveAttribute('data-finding', id as string);
  await expect(page.getByTestId('finding-sentence')).toHaveText(/.*亩.*/);
  await page.getByTestId('second-opinion').click();
  await expect(page.getByTestId('opinion')).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(page.getByTestId('finding-card')).toBeHidden();
});

test('clicking the map where a finding lies selects what is there', async ({ page }) => {
  await openApp(page);
  await selectFirstOf(page, 'source-unassigned');
  await waitForMap(page);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('finding-card')).toBeHidden();

  // The finding was zoomed to: it lies in the middle of the part of the map that the panels leave free.
  const map = (await page.getByTestId('map').boundingBox()) as { height: number };
  const findings = (await page.getByTestId('findings-panel').boundingBox()) as { x: number };
  await expect(page.getByTestId('layers-panel')).toBeHidden();
  await page.mouse.click((44 + findings.x) / 2, (44 + map.height) / 2);
  await expect(page.getByTestId('selection')).toBeVisible();
  await expect(page.getByTestId('finding-card').or(page.getByTestId('feature-card'))).toBeVisible();
});

test('the scope narrows findings and totals', async ({ page }) => {
  await openApp(page);
  const all = await countOf(page, 'source-unswept');
  await page.getByTestId('scope').click();
  await page.getByRole('option').nth(1).click();
  await expect.poll(() => countOf(page, 'source-unswept')).toBeLessThan(all);
  const inScope = await exportFindings(page);
  expect(inScope.filter((finding) => finding.rule === 'source-unswept').length).toBe(
    await countOf(page, 'source-unswept'),
  );
});

test('the language is switched and remembered', async ({ page }) => {
  await openApp(page);
  await expect(page.getByTestId('mode-draw')).toHaveText('划区');
  await page.getByTestId('language').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByTestId('mode-draw')).toHaveText('Draw');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByTestId('mode-draw')).toHaveText('Draw');
  await openMode(page, 'browse');
});
