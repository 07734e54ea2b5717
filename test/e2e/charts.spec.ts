import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import type { CheckResult } from '../../src/model/findings.ts';
import { downloadText, openApp } from './support.ts';

const cellsOf = async (page: Page) =>
  page
    .getByTestId('chart-table')
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')));
const numberOf = (text: string | undefined) => Number((text ?? '').replaceAll(',', ''));

test('a planner ranks streets, narrows the map to one, and counts what lies in a box', async ({ page }) => {
  await openApp(page, '?plain');
  const text = await downloadText(page, async () => {
    await page.getByTestId('workspace-menu').click();
    await page.getByTestId('export-findings-json').click();
  });
  const { summary, findings } = JSON.parse(text) as CheckResult;

  await page.getByTestId('open-charts').click();
  await expect(page.getByTestId('chart-canvas')).toHaveAttribute('data-drawn', 'true');
  await page.getByTestId('chart-ranking').click();
  const ranking = await cellsOf(page);
  expect(ranking.length).toBe(8);
  const uncovered = ranking.map((row) => numberOf(row[2]));
  expect(uncovered).toEqual([...uncovered].sort((a, b) => b - a));

  // Rank, name, soil, unassigned, unpatrolled, unswept: the same numbers as in the summary by zone.
  const streets = new Map(ranking.map((row) => [row[1], row.slice(3, 6).map(numberOf).join()]));
  const lines = summary.byZone.map(({ counts }) =>
    [counts['source-unassigned'], counts['source-unpatrolled'], counts['source-unswept']].map((n) => n ?? 0).join(),
  );
  for (const [name, numbers] of streets) expect(lines, name).toContain(numbers);

  const csv = await downloadText(page, async () => {
    await page.getByTestId('chart-export').click();
    await page.getByTestId('chart-export-csv').click();
  });
  expect(
    csv
      .split('\r\n')
      .slice(1, 9)
      .map((line) => line.split(',')[1]),
  ).toEqual(ranking.map((row) => row[1]));

  // Every finding once, whatever the street.
  await page.getByTestId('chart-rules').click();
  await page.getByTestId('chart-view').getByText('表').click();
  const rules = await cellsOf(page);
  const unswept = rules.find(([rule]) => rule === '未覆盖清扫');
  expect(numberOf(unswept?.at(-1))).toBe(summary.byRule['source-unswept']?.count);

  await page.getByTestId('chart-ranking').click();
  const [first] = ranking;
  await page.getByTestId('chart-row').first().click();
  await expect(page.getByTestId('scope')).toHaveValue(first?.[1] as string);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('scope')).not.toHaveValue(first?.[1] as string);
  await page.getByTestId('open-charts').click();
  await expect(page.getByTestId('drawer')).toBeHidden();

  // What is in view holds the whole district: as many as the check counts.
  await page.getByTestId('open-area').click();
  await page.getByTestId('area-view').click();
  await expect(page.getByTestId('area-rule-zone-overlap')).toContainText(
    String(findings.filter(({ rule, status }) => rule === 'zone-overlap' && status === 'open').length),
  );
  const soilInView = Number(await page.locator('[data-layer="soil"]').getAttribute('data-count'));

  await page.getByTestId('area-tool').getByText('框选').click();
  const map = (await page.getByTestId('map').boundingBox()) as { x: number; y: number; width: number; height: number };
  const [x, y] = [map.x + map.width * 0.25, map.y + map.height * 0.3];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 60, { steps: 2 });
  await page.mouse.move(x + 150, y + 180, { steps: 2 });
  await page.mouse.up();
  await expect
    .poll(async () => Number(await page.locator('[data-layer="soil"]').getAttribute('data-count')))
    .toBeLessThan(soilInView);
  await page.getByTestId('area-only').click();
  await expect(page.getByTestId('area-only')).toHaveAttribute('aria-pressed', 'true');
  const exportArea = async (item: string) => {
    await page.getByTestId('area-export').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(item).click()]);
    return new Uint8Array(await readFile(await download.path()));
  };
  expect([...(await exportArea('area-export-count')).subarray(0, 2)]).toEqual([0x50, 0x4b]);

  // As geodata: the box itself with its counts, and of each layer what was counted.
  const soilInBox = Number(await page.locator('[data-layer="soil"]').getAttribute('data-count'));
  const files = unzipSync(await exportArea('area-export-geojson'));
  const featuresOf = (name: string) =>
    (JSON.parse(strFromU8(files[`${name}.geojson`]!)) as GeoJSON.FeatureCollection).features;
  const [ground] = featuresOf('统计范围');
  expect([ground?.geometry.type, ground?.properties?.['裸土图斑（个）']]).toEqual(['Polygon', soilInBox]);
  expect(featuresOf('裸土图斑')).toHaveLength(soilInBox);
  expect(featuresOf('裸土图斑').every(({ properties }) => !('person' in properties!))).toBe(true);
  await page.getByTestId('area-clear').click();
  await expect(page.getByTestId('area-only')).toBeHidden();
  await page.getByTestId('area-close').click();

  // An area measured by coordinates that are typed goes out with its size.
  await page.getByTestId('open-measure').click();
  await page.getByTestId('measure-area').click();
  for (const place of ['113.6, 34.7', '113.61, 34.7', '113.61, 34.71', '113.6, 34.71']) {
    await page.getByTestId('typed-vertex').fill(place);
    await page.getByTestId('typed-vertex').press('Enter');
  }
  const measured = JSON.parse(
    await downloadText(page, async () => {
      await page.getByTestId('measure-export').click();
      await page.getByTestId('measure-export-geojson').click();
    }),
  ) as GeoJSON.FeatureCollection<GeoJSON.Polygon>;
  expect(measured.features[0]?.geometry.coordinates[0]).toEqual([
    [113.6, 34.7],
    [113.61, 34.7],
    [113.61, 34.71],
    [113.6, 34.71],
    [113.6, 34.7],
  ]);
  // GeographicLib: 1,016,328 m².
  expect(Math.abs(Number(measured.features[0]?.properties?.['面积（m²）']) - 1_016_328)).toBeLessThan(11);
});
