import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import type { SceneAnnotation } from '../../src/model/scene.ts';
import { downloadText, openApp, openMode, readCoordinates } from './support.ts';

/** As saved: the field of a place, five decimals. */
async function placeIn(page: Page, field: string): Promise<number[]> {
  const text = await page.getByTestId(field).inputValue();
  return text.split(',').map(Number);
}

const boxOf = async (page: Page, testId: string) =>
  (await page.getByTestId(testId).boundingBox()) as { x: number; width: number };

test('a briefer marks the ground of a scene, and sets its before beside its after', async ({ page }) => {
  await openApp(page);
  await openMode(page, 'brief');
  await page.getByTestId('scene-capture').click();
  await page.getByTestId('ground-fold').click();
  const annotations = page.getByTestId('annotation');

  // An arrow by dragging: its ends are the places under the pointer.
  const tail = await readCoordinates(page, 560, 300);
  const tip = await readCoordinates(page, 700, 420);
  await page.getByTestId('annotate-arrow').click();
  await page.mouse.move(560, 300);
  await page.mouse.down();
  await page.mouse.move(640, 380, { steps: 3 });
  await page.mouse.move(700, 420, { steps: 3 });
  await page.mouse.up();
  await expect(annotations).toHaveCount(1);
  await page.getByTestId('annotation-text').fill('北侧裸土');
  await page.keyboard.press('Enter');
  for (const [field, place] of [
    ['annotation-from', tail],
    ['annotation-to', tip],
  ] as const) {
    const [longitude, latitude] = await placeIn(page, field);
    expect(longitude).toBeCloseTo(place[0], 3);
    expect(latitude).toBeCloseTo(place[1], 3);
  }

  // A ring by keyboard alone: the cross sets its centre and a place on its rim; then its radius by number.
  await page.getByTestId('annotate-ring').focus();
  await page.keyboard.press('Enter');
  await page.locator('.maplibregl-canvas').first().focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('annotate-hint')).toContainText('圆周');
  // The ground has to have moved under the cross: a second place at the first one is none.
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(annotations).toHaveCount(2, { timeout: 1000 });
  }).toPass();
  await page.getByTestId('annotation-radius').fill('500');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('annotation-name').nth(1)).toContainText('半径 500 m');

  // Words by a click, moved by coordinates, deleted and brought back.
  await page.getByTestId('annotate-text').click();
  await page.mouse.click(640, 520);
  await page.getByTestId('annotation-text').fill('示范段');
  await page.keyboard.press('Enter');
  await page.getByTestId('annotation-at').fill('113.65, 34.7');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('annotation-at')).toHaveValue('113.65000, 34.70000');
  await page.getByTestId('annotation-delete').nth(2).click();
  await expect(annotations).toHaveCount(2);
  await page.getByTestId('undo').click();
  await expect(annotations).toHaveCount(3);

  // The file says what was drawn.
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  const { unzipSync, strFromU8 } = await import('fflate');
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  const saved = Object.entries(files).find(([path]) => path.endsWith('workspace.json')) as [string, Uint8Array];
  const [scene] = (JSON.parse(strFromU8(saved[1])) as { scenes: { annotations: SceneAnnotation[] }[] }).scenes;
  expect(scene?.annotations.map(({ type, text }) => [type, text])).toEqual([
    ['arrow', '北侧裸土'],
    ['ring', undefined],
    ['text', '示范段'],
  ]);
  expect(scene?.annotations[1]).toMatchObject({ radiusMeters: 500 });
  expect(scene?.annotations[2]).toMatchObject({ at: [113.65, 34.7] });

  // The same as geodata, for whoever draws the next map.
  const drawn = JSON.parse(
    await downloadText(page, async () => {
      await page.getByTestId('annotations-export').click();
      await page.getByTestId('annotations-export-geojson').click();
    }),
  ) as GeoJSON.FeatureCollection;
  expect(drawn.features.map(({ geometry, properties }) => [geometry.type, properties?.文字])).toEqual([
    ['LineString', '北侧裸土'],
    ['Polygon', null],
    ['Point', '示范段'],
  ]);
  expect(drawn.features[1]?.properties?.['半径（m）']).toBe(500);
  expect(drawn.features[2]?.geometry).toEqual({ type: 'Point', coordinates: [113.65, 34.7] });

  // Without the zones on the left; the line by mouse and by keys.
  await page.getByTestId('swipe-left-kind').click();
  await page.getByRole('option', { name: '不含部分图层和问题' }).click();
  await page.getByTestId('swipe-layer-zones').click();
  await expect(page.getByTestId('swipe-left')).toHaveText('方案前（不含责任网格）');
  await expect(page.locator('.chentu-before')).toHaveAttribute('data-state', 'idle', { timeout: 90_000 });
  const line = page.getByTestId('swipe-line');
  await expect(line).toHaveAttribute('aria-valuenow', '50');
  await line.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(line).toHaveAttribute('aria-valuenow', '45');
  await page.keyboard.press('Home');
  await expect(line).toHaveAttribute('aria-valuenow', '0');
  await page.keyboard.press('End');
  await page.keyboard.press('PageDown');
  const map = await boxOf(page, 'map');
  const from = await boxOf(page, 'swipe-line');
  await page.mouse.move(map.x + map.width - 1, 400);
  expect(from.x + from.width / 2).toBeCloseTo(map.x + map.width, 0);
  await line.focus();
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowLeft');
  await page.mouse.move(map.x + map.width / 2, 400);
  await page.mouse.down();
  await page.mouse.move(map.x + map.width * 0.6, 400, { steps: 4 });
  await page.mouse.up();
  await expect(line).toHaveAttribute('aria-valuenow', '60');

  // Away with the comparison: the second map goes too.
  await page.getByTestId('swipe-left-kind').click();
  await page.getByRole('option', { name: '不对比' }).click();
  await expect(page.locator('.chentu-before')).toHaveCount(0);
  await expect(line).toHaveCount(0);
});
