/** Every layer's ledger corrected from the card: soil covered today, a measure ticked, a field changed; and a zone sent as a file. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { openDrawing, SMALL } from './draw-support.ts';
import { downloadText, openApp, waitUntilChecked } from './support.ts';

test.beforeEach(() => test.setTimeout(600_000));

/** A feature of the demo by its file, the first that is as wanted. */
async function findName(layer: string, name: string, wanted: (fields: Record<string, unknown>) => boolean) {
  const bytes = new Uint8Array(await readFile(`public/demo/layers/${layer}.fgb`));
  for await (const feature of deserialize(bytes) as AsyncGenerator<GeoJSON.Feature>) {
    const fields = feature.properties ?? {};
    if (wanted(fields)) return String(fields[name]);
  }
  throw new Error(`no such feature in ${layer}`);
}

async function select(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByTestId('search-input').fill(name);
  await page.getByTestId('search-match').first().click();
  await expect(page.getByTestId('feature-card')).toHaveAttribute('data-feature', name);
}

test('soil is covered today and a site’s measure ticked, each in one click that can be undone', async ({ page }) => {
  await openApp(page, '?plain');
  const soil = await findName('soil', '图斑编号', ({ 状态 }) => 状态 === '未覆盖');
  await select(page, soil);
  await page.getByTestId('covered-today').click();
  await waitUntilChecked(page);
  await expect(page.getByTestId('covered-today')).toBeHidden();
  await expect(page.getByTestId('feature-card')).toContainText('已苫盖');
  const today = await page.evaluate(() => new Date().toLocaleDateString('sv'));
  await expect(page.getByTestId('feature-card')).toContainText(today);
  await page.getByTestId('undo').click();
  await waitUntilChecked(page);
  await expect(page.getByTestId('covered-today')).toBeVisible();

  const site = await findName('sites', '工地编号', ({ 周边围挡 }) => 周边围挡 === '否');
  await select(page, site);
  const fence = page.getByTestId('measure-fence');
  await expect(fence.getByRole('radio', { name: '否' })).toBeChecked();
  await fence.getByText('是', { exact: true }).click();
  await waitUntilChecked(page);
  await expect(fence.getByRole('radio', { name: '是' })).toBeChecked();

  await page.getByTestId('feature-edit').click();
  await page.getByTestId('field-activeFrom').fill('2026-02-31');
  await page.getByTestId('feature-save').click();
  await expect(page.getByTestId('feature-form')).toContainText('开工日期');
  await page.getByTestId('field-activeFrom').fill('2026-03-01');
  await page.getByTestId('field-person').fill('巡查员 012');
  await page.getByTestId('feature-save').click();
  await waitUntilChecked(page);
  await expect(page.getByTestId('feature-card')).toContainText('巡查员 012');
});

test.describe('a zone for a phone', () => {
  test.use({ viewport: SMALL });
  test('goes out as GPX, KML and a page without people, unless they are ticked', async ({ page }) => {
    await openDrawing(page);
    const write = (format: string, withPersonal: boolean) =>
      downloadText(page, async () => {
        await page.getByTestId('export-all').click();
        await page.getByTestId('export-personal').setChecked(withPersonal);
        await page.getByTestId(`export-${format}`).click();
      });
    const gpx = await write('gpx', false);
    expect(gpx.match(/<trk>/g)).toHaveLength(6);
    expect(gpx).toContain('城东北巡查区');
    expect(gpx).not.toMatch(/巡查组长|0000-/);
    expect(await write('kml', true)).toMatch(/巡查组长/);
    const zonePage = await write('html', false);
    expect(zonePage.match(/class="zone"/g)).toHaveLength(12);
    expect(zonePage).not.toMatch(/巡查组长|0000-|<script|https?:/);
    // It opens by itself: the roads around are drawn, and nothing is asked of the network.
    await page.setContent(zonePage);
    await expect(page.getByRole('heading', { name: '城东北巡查区' })).toBeVisible();
    expect(await page.locator('.road').count()).toBeGreaterThan(10);
  });
});
