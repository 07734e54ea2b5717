import { expect, type Page, test } from '@playwright/test';
import { openApp, openMode, selectFirstOf, waitForMap } from './support.ts';

async function saveScene(page: Page, rule: string, number: number): Promise<void> {
  await openMode(page, 'browse');
  await selectFirstOf(page, rule);
  await waitForMap(page);
  await openMode(page, 'brief');
  await page.getByTestId('scene-capture').click();
  await expect(page.getByTestId('scene')).toHaveCount(number);
}

test('a briefer saves three views and plays them by keyboard', async ({ page }) => {
  await openApp(page);
  await saveScene(page, 'zone-overlap', 1);
  await saveScene(page, 'zone-gap', 2);
  await saveScene(page, 'zone-ownerless', 3);

  await page.getByTestId('scene-play').click();
  const position = page.getByTestId('stage-position');
  const title = page.getByTestId('stage-title');
  await expect(page.getByTestId('scene-stage')).toBeVisible();
  await expect(position).toHaveText(/1\s*\/\s*3/);
  const titles = [await title.textContent()];
  await page.keyboard.press('ArrowRight');
  await expect(position).toHaveText(/2\s*\/\s*3/);
  titles.push(await title.textContent());
  await page.keyboard.press('PageDown');
  await expect(position).toHaveText(/3\s*\/\s*3/);
  titles.push(await title.textContent());
  expect(new Set(titles).size).toBe(3);
  await expect(page.getByTestId('map')).toHaveAttribute('data-theme', 'projector');

  // Text on the wall is at least a thirtieth of the screen's height.
  const viewport = page.viewportSize() as { height: number };
  const smallest = await page.getByTestId('scene-stage').evaluate((stage) => {
    const sizes = [...stage.querySelectorAll('*')]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    return Math.min(...sizes);
  });
  expect(smallest).toBeGreaterThanOrEqual(viewport.height / 30);

  await page.keyboard.press('ArrowLeft');
  await expect(position).toHaveText(/2\s*\/\s*3/);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('scene-stage')).toBeHidden();

  // Scenes are edits: they survive a reload, and can be undone.
  await page.reload();
  await openMode(page, 'brief');
  await expect(page.getByTestId('scene')).toHaveCount(3);
  await page.getByTestId('undo').click();
  await expect(page.getByTestId('scene')).toHaveCount(2);
});
