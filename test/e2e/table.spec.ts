import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { downloadText, openApp } from './support.ts';

const SQUARE_METERS_PER_MU = 10_000 / 15;
const rowCount = (page: Page) => page.getByTestId('table-totals').getAttribute('data-rows').then(Number);
const firstCells = (page: Page, column: string) =>
  page.locator(`[data-testid="grid-row"] [data-column="${column}"]`).allTextContents();

/** The rows of an exported table, by their headings. Values of the demo hold no commas or quotes. */
function parseCsv(text: string): Record<string, string>[] {
  const [head = [], ...lines] = text
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])));
}

test('a planner asks a table, shows its answer on the map, hands it on, and finds a place by pinyin and by coordinates', async ({
  page,
}) => {
  await openApp(page);
  await page.getByTestId('open-table').click();
  await expect.poll(() => rowCount(page)).toBe(800);
  await expect(page.getByTestId('column-street')).toBeVisible();

  await test.step('uncovered patches from 15 mu, the largest first', async () => {
    await page.getByTestId('column-menu-status').click();
    await expect(page.getByTestId('filter-value-裸露')).toBeVisible();
    await page.getByTestId('filter-all').click();
    await page.getByTestId('filter-value-裸露').click();
    await expect.poll(() => rowCount(page)).toBe(340);
    await page.keyboard.press('Escape');
    await page.getByTestId('column-menu-measuredArea').click();
    await page.getByTestId('filter-from').fill('15');
    await page.getByTestId('sort-down').click();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('column-measuredArea')).toHaveAttribute('aria-sort', 'descending');
  });

  const csv = await test.step('what is shown goes out, without people', async () => {
    await expect.poll(() => rowCount(page)).toBeLessThan(340);
    const text = await downloadText(page, async () => {
      await page.getByTestId('table-transfer').click();
      await page.getByTestId('export-table-csv').click();
    });
    return parseCsv(text);
  });
  const count = csv.length;
  const areas = csv.map((row) => Number(row['量算面积（m²）']));
  expect(count).toBe(await rowCount(page));
  expect(count).toBeGreaterThan(3);
  expect(Math.min(...areas)).toBeGreaterThanOrEqual(15 * SQUARE_METERS_PER_MU);
  expect(areas).toEqual([...areas].sort((a, b) => b - a));
  expect(csv.every((row) => row.状态 === '裸露' && row.责任人 === undefined)).toBe(true);
  await expect.poll(async () => (await firstCells(page, 'name'))[0]).toBe(csv[0]?.名称);

  await test.step('and with its shapes, row for row; its name says that it was filtered', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByTestId('table-transfer')
        .click()
        .then(() => page.getByTestId('export-table-geojson').click()),
    ]);
    expect(download.suggestedFilename()).toContain(`-筛选${count}行.geojson`);
    const { features } = JSON.parse(await readFile(await download.path(), 'utf8')) as GeoJSON.FeatureCollection;
    expect(features.map(({ properties }) => properties?.名称)).toEqual(csv.map((row) => row.名称));
    expect(features.map(({ properties }) => Number(properties?.['量算面积（m²）']))).toEqual(areas);
    expect(
      features.every(({ geometry, properties }) => geometry.type === 'Polygon' && !('责任人' in properties!)),
    ).toBe(true);
  });

  await test.step('groups by street add up to all rows', async () => {
    await page.getByTestId('table-group').click();
    await page.getByRole('option', { name: '按街道' }).click();
    const groups = await page.locator('[role="grid"]').getAttribute('aria-rowcount');
    const streets = new Set(csv.map((row) => row.街道));
    expect(Number(groups)).toBe(1 + count + streets.size);
    await page.getByTestId('table-group').click();
    await page.getByRole('option', { name: '不分组' }).click();
  });

  await test.step('the map shows only these and says so; one click shows all again', async () => {
    await page.getByTestId('table-on-map').check({ force: true });
    await expect(page.getByTestId('filter-sign')).toContainText(`筛选出的 ${count} 个`);
    await page.getByTestId('filter-sign-stop').click();
    await expect(page.getByTestId('filter-sign')).toHaveCount(0);
  });

  await test.step('rows are selected from the keyboard and copied on plain http', async () => {
    const rows = page.getByTestId('grid-row');
    await rows.first().getByRole('gridcell').first().click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(rows.nth(1)).toHaveAttribute('data-selected', 'true');
    await expect(page.getByTestId('feature-card')).toContainText(csv[1]?.名称 as string);
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByTestId('table-transfer').click();
    await page.getByTestId('copy-picked').click();
    await expect(page.getByTestId('copied')).toHaveText('已复制 2 行');
    // The two rows alone as a file, ticked from the keyboard.
    const kml = await downloadText(page, async () => {
      await page.getByTestId('table-transfer').click();
      await page.getByTestId('table-only-picked').press('Enter');
      await expect(page.getByTestId('table-only-picked')).toHaveAttribute('aria-checked', 'true');
      await page.getByTestId('export-table-kml').click();
    });
    expect([...kml.matchAll(/<Placemark><name>([^<]*)</gu)].map((match) => match[1])).toEqual([
      csv[1]?.名称,
      csv[2]?.名称,
    ]);
    await page.getByTestId('table-search').focus();
    await page.keyboard.press('Control+v');
    await expect(page.getByTestId('table-search')).toHaveValue(new RegExp(`^名称.*${csv[1]?.名称}.*${csv[2]?.名称}`));
    await page.getByTestId('table-clear').click();
    await expect.poll(() => rowCount(page)).toBe(800);
  });

  await test.step('the findings of a rule, as an Excel file', async () => {
    await page.getByTestId('table-select').click();
    await page.getByRole('option', { name: '未覆盖清扫' }).click();
    const rule = await page.getByTestId('rule-count-source-unswept').textContent();
    await expect.poll(() => rowCount(page)).toBe(Number(rule));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByTestId('table-transfer')
        .click()
        .then(() => page.getByTestId('export-table-xlsx').click()),
    ]);
    expect([...(await readFile(await download.path())).subarray(0, 2)]).toEqual([0x50, 0x4b]);
  });

  await test.step('search by first letters of the pinyin, and by coordinates', async () => {
    await page.keyboard.press('Control+k');
    await page.getByTestId('search-input').fill('qtjd');
    await expect(page.getByTestId('search-match').filter({ hasText: '青棠街道' }).first()).toBeVisible();
    await page.getByTestId('search-input').fill('34°42′36″N 113°36′0″E');
    await expect(page.getByTestId('search-match').first()).toHaveText(
      /^113\.60000, 34\.71000按度分秒读取、纬度在前、WGS84$/,
    );
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('search-input')).toHaveCount(0);
  });
});
