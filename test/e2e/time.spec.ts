import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { withExif } from '../support/exif-jpeg.ts';
import { downloadText, openApp, waitUntilChecked } from './support.ts';

/** Of the line that says how many hotspots are shown. */
async function shown(page: Page): Promise<number[]> {
  return ((await page.getByTestId('time-shown').textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [];
}

/** A picture of 480 × 320 that the browser made, with a place and a time put into it. */
async function makePhoto(page: Page, place: { longitude: number; latitude: number } | undefined): Promise<Buffer> {
  const data = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 480;
    canvas.height = 320;
    return canvas.toDataURL('image/jpeg').split(',')[1] as string;
  });
  const sample = { ...place, dateTimeOriginal: '2026:11:20 14:03:27' };
  return Buffer.from(withExif(sample, Buffer.from(data, 'base64')));
}

async function importFiles(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await page.getByTestId('workspace-menu').click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByTestId('import-data').click()]);
  await chooser.setFiles(files);
}

/** Selects the photo's hotspot by search; the width that its thumbnail has once the browser has read it. */
async function expectPhoto(page: Page, width: number): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByTestId('search-input').fill('DJI_0001');
  await page.getByTestId('search-match').first().click();
  const image = page.getByTestId('photo').locator('img');
  await expect(image).toBeVisible();
  await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(width);
}

test('a planner narrows hotspots by time and source, reads the grid alarms, and adds a drone photo', async ({
  page,
}) => {
  await openApp(page, '?plain');
  await page.keyboard.press('\\');
  await page.getByTestId('drawer-time').click();
  await expect(page.getByTestId('time-shown')).toBeVisible();
  await expect.poll(() => shown(page)).toEqual([500, 500]);

  // Month by month, each hotspot once.
  await page.getByTestId('time-step').locator('label').nth(2).click();
  const counts: number[] = [];
  for (const month of ['2026-08', '2026-09', '2026-10', '2026-11']) {
    await page.getByTestId('time-forward').click();
    await expect(page.getByTestId('time-window')).toHaveText(month);
    counts.push((await shown(page))[0] as number);
  }
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(500);
  expect(new Set(counts).size).toBeGreaterThan(1);

  // By keyboard: from November alone to October and November.
  await page.getByRole('slider').first().focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByTestId('time-window')).toHaveText('2026-10 – 2026-11');
  await expect.poll(() => shown(page)).toEqual([(counts[2] as number) + (counts[3] as number), 500]);

  // The rest is said over the map while the drawer is closed, and one click from back.
  await page.keyboard.press('\\');
  await expect(page.getByTestId('hotspot-status')).toContainText('500');
  await page.getByTestId('hotspot-status').getByRole('button').click();
  await page.keyboard.press('\\');
  await page.getByTestId('drawer-time').click();
  await expect.poll(() => shown(page)).toEqual([500, 500]);

  await page.getByTestId('time-source-drone').uncheck();
  await expect.poll(() => shown(page)).toEqual([399, 500]);
  await page.getByTestId('time-all').click();

  await page.getByTestId('time-drawing').locator('label').nth(4).click();
  await expect(page.getByTestId('time-month')).toContainText('2026-11');
  await expect(page.getByTestId('time-absence-worstYearOnYear')).toBeVisible();
  const worst = page.locator('[data-testid="time-cell"][data-alarms~="worstMean"]');
  await expect(worst).toContainText(/\d+ µg\/m³/);
  await expect(worst).toContainText('%');
  const cells = JSON.parse(
    await downloadText(page, async () => {
      await page.getByTestId('grid-export').click();
      await page.getByTestId('grid-export-geojson').click();
    }),
  ) as GeoJSON.FeatureCollection;
  const highest = Math.max(...cells.features.map(({ properties }) => Number(properties?.['月均值（µg/m³）'])));
  const [alarmed] = cells.features.filter(({ properties }) => String(properties?.报警).includes('月均最差'));
  expect([alarmed?.geometry.type, alarmed?.properties?.['月均值（µg/m³）']]).toEqual(['Polygon', highest]);
  await expect(worst).toContainText(`${Math.round(highest)} µg/m³`);

  // Its card says why it is listed and what lies in it, by keyboard alone.
  await worst.press('Enter');
  const card = page.getByTestId('cell-card');
  await expect(card.getByTestId('cell-alarm-worstMean')).toContainText('月均最差');
  await expect(card.getByTestId('cell-month')).toContainText('2026-11');
  await expect(card.getByTestId('cell-mean')).toContainText(/\d µg\/m³/);
  const inCell = card.getByTestId('cell-hotspots').getByTestId('subject');
  await expect(inCell.first()).toContainText('2026-11');
  await inCell.first().press('Enter');
  await expect(page.getByTestId('feature-card')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);

  // A click on the map opens the card of the cell that was zoomed to.
  await worst.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-map', 'idle', { timeout: 60_000 });
  await page.getByTestId('cell-close').click();
  const map = (await page.getByTestId('map').boundingBox())!;
  const drawer = (await page.getByTestId('drawer').boundingBox())!;
  // The map may still be on its way there.
  await expect(async () => {
    await page.mouse.click(map.x + map.width * 0.45, (map.y + drawer.y) / 2);
    await expect(card).toBeVisible({ timeout: 5000 });
  }).toPass();
  await page.getByTestId('time-drawing').locator('label').nth(0).click();

  // Photos with and without a place: the one becomes a hotspot of one's own workspace, the other is named.
  const placed = await makePhoto(page, { longitude: 113.6, latitude: 34.7 });
  const lost = await makePhoto(page, undefined);
  await importFiles(page, [
    { name: 'DJI_0001.JPG', mimeType: 'image/jpeg', buffer: placed },
    { name: 'DJI_0002.JPG', mimeType: 'image/jpeg', buffer: lost },
  ]);
  await expect(page.getByTestId('notice').filter({ hasText: 'DJI_0002.JPG' })).toBeVisible();
  await waitUntilChecked(page);
  await page.keyboard.press('[');
  await expect(page.getByTestId('layer-drone-photos')).toBeVisible();
  await expectPhoto(page, 240);

  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  const saved = await readFile(await download.path());
  await page.getByTestId('undo').click();
  await expect(page.getByTestId('layer-drone-photos')).toHaveCount(0);
  await page.getByTestId('workspace-menu').click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByTestId('open-files').click()]);
  await chooser.setFiles({ name: 'photos.chentu', mimeType: 'application/zip', buffer: saved });
  await expect(page.getByTestId('layer-drone-photos')).toBeVisible();
  await expectPhoto(page, 240);
});
