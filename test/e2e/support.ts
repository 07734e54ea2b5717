/** What every end-to-end test does: open the app as an office would, and read what it says. */
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import type { CheckResult, Finding } from '../../src/model/findings.ts';

/** Opens the app at a path under its folder and waits until the findings are in. */
export async function openApp(page: Page, path = ''): Promise<void> {
  await page.goto(path);
  await waitUntilChecked(page);
}

export async function waitUntilChecked(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'checked', { timeout: 90_000 });
}

export async function waitForMap(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-map', 'idle', { timeout: 90_000 });
}

/** Presses something that saves a file, and gives the file's text. */
export async function downloadText(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFile(await download.path(), 'utf8');
}

/** All findings, as the app exports them. */
export async function exportFindings(page: Page): Promise<Finding[]> {
  const text = await downloadText(page, async () => {
    await page.getByTestId('workspace-menu').click();
    await page.getByTestId('export-findings-json').click();
  });
  return (JSON.parse(text) as CheckResult).findings;
}

export async function countOf(page: Page, rule: string): Promise<number> {
  const text = await page.getByTestId(`rule-count-${rule}`).textContent();
  return Number((text ?? '').replaceAll(',', ''));
}

/** Unfolds a rule's group and gives its rows. */
export async function rowsOf(page: Page, rule: string): Promise<Locator> {
  const rows = page.locator(`[data-testid="finding-row"][data-rule="${rule}"]`);
  if ((await rows.count()) === 0) await toggleGroup(page, rule);
  await expect(rows.first()).toBeVisible();
  return rows;
}

/** Selects a rule's first finding and folds its group again, so that the other groups stay in reach. */
export async function selectFirstOf(page: Page, rule: string): Promise<string> {
  const row = (await rowsOf(page, rule)).first();
  const id = await row.getAttribute('data-finding');
  await row.click();
  await expect(page.getByTestId('finding-card')).toHaveAttribute('data-finding', id as string);
  await toggleGroup(page, rule);
  return id as string;
}

async function toggleGroup(page: Page, rule: string): Promise<void> {
  await page.getByTestId(`rule-group-${rule}`).getByRole('button').first().click();
}

/** Longitude and latitude under a point of the page, read from the map's own readout. */
export async function readCoordinates(page: Page, x: number, y: number): Promise<[number, number]> {
  await page.mouse.move(x - 3, y - 3);
  await page.mouse.move(x, y);
  const readout = page.locator('.chentu-map-coordinates');
  await expect(readout).toHaveText(/\d/);
  const [longitude, latitude] = [...((await readout.textContent()) ?? '').matchAll(/-?\d+\.\d+/g)].map(Number);
  return [longitude as number, latitude as number];
}

export async function openMode(page: Page, mode: 'browse' | 'draw' | 'brief'): Promise<void> {
  await page.getByTestId(`mode-${mode}`).click();
}

/** In the editor of a scene, by the board's name. */
export async function chooseBoard(page: Page, name: string): Promise<void> {
  await page.getByTestId('scene-board').click();
  await page.getByRole('option', { name, exact: true }).click();
}
