import { expect, test } from '@playwright/test';
import { openApp, waitForMap } from './support.ts';

test('a planner reads the map: roads by silt loading, leaders of zones, a legend of what is on screen', async ({
  page,
}) => {
  await openApp(page, '?plain');
  await page.keyboard.press('[');
  const roads = page.getByTestId('layer-roads');
  await roads.getByRole('button', { expanded: false }).first().click();
  const details = page.getByTestId('details-roads');
  await expect(details.locator('[data-entry="map.class.road.road"]')).toHaveCount(1);

  await details.getByRole('switch', { name: '按积尘负荷着色' }).click();
  await expect(details.locator('[data-entry="map.silt.class"]')).toHaveCount(4);
  await expect(details.locator('[data-entry="map.silt.class"]').first()).toContainText(/积尘负荷 0\.48–0\.96 g\/m²/);
  await expect(details.locator('[data-entry="map.silt.unmeasured"]')).toContainText('未测积尘负荷');
  await expect(details.locator('[data-entry="map.class.road.road"]')).toHaveCount(0);
  await expect(details).toContainText('138 条有实测值的道路');
  await expect(details).toContainText('“以克论净”');

  // The legend on the map: all of the district, then one street corner of it.
  await page.getByTestId('toggle-legend').click();
  const legend = page.getByTestId('map-legend');
  const count = async (key: string) =>
    Number(await legend.locator(`[data-entry="${key}"] > span`).last().textContent());
  await expect(legend.locator('[data-entry="map.group.source"]')).toHaveCount(1);
  await waitForMap(page);
  const uncovered = await count('map.class.bareSoil.uncovered');
  expect(uncovered).toBeGreaterThan(200);
  const map = (await page.getByTestId('map').boundingBox()) as { x: number; width: number; y: number; height: number };
  await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2);
  for (let turn = 0; turn < 6; turn++) await page.mouse.wheel(0, -300);
  await expect.poll(() => count('map.class.bareSoil.uncovered')).toBeLessThan(uncovered / 4);

  // A layer that is hidden is not in the legend.
  await page.getByTestId('layer-soil').getByRole('button', { name: '隐藏图层' }).click();
  await expect(legend.locator('[data-entry="map.class.bareSoil.uncovered"]')).toHaveCount(0);

  // Names of people stand on the map only when they are asked for.
  await page.getByTestId('layer-zones').getByRole('button', { expanded: false }).first().click();
  const leaders = page.getByTestId('details-zones').getByRole('switch', { name: '在图上标注包联领导' });
  await expect(leaders).not.toBeChecked();
  await leaders.click();
  await expect(leaders).toBeChecked();
});
