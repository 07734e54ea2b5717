import { expect, type Page, test } from '@playwright/test';
import { countOf, openApp, openMode, selectFirstOf } from './support.ts';

test.use({ viewport: { width: 1100, height: 640 } });

const part = (page: Page, name: string) => page.getByTestId(`scene-part-${name}`);

test('a briefer saves all that is looked at, finds it again, and edits, groups and copies the scene', async ({
  page,
}) => {
  await openApp(page, '?plain');
  const overlaps = await countOf(page, 'zone-overlap');

  // Heat of the hotspots, bare soil narrowed by its table, a red alert, an overlap selected.
  await page.getByTestId('open-time').click();
  await page.getByTestId('time-drawing').getByText('热力').click();
  await expect(page.getByTestId('time-shown')).toBeVisible();
  await page.getByTestId('drawer-table').click();
  await page.getByTestId('table-search').fill('云');
  await page.getByTestId('table-on-map').press(' ');
  const sign = page.getByTestId('filter-sign');
  await expect(sign).toBeVisible();
  await page.getByTestId('open-whatIf').click();
  await page.getByTestId('alert-colour').getByText('红色').click();
  await selectFirstOf(page, 'zone-overlap');

  await openMode(page, 'brief');
  await page.getByTestId('scene-capture').click();
  await expect(part(page, 'hotspots')).toContainText('热力');
  await expect(part(page, 'filter')).toContainText('裸土');
  await expect(part(page, 'whatIf')).toContainText('红色预警');
  await expect(part(page, 'finding')).toBeVisible();
  const filtered = await sign.textContent();

  // A part is taken off, and comes back with undo.
  await part(page, 'drawer').getByRole('button').click();
  await expect(part(page, 'drawer')).toHaveCount(0);
  await page.getByTestId('undo').click();
  await expect(part(page, 'drawer')).toBeVisible();

  // Everything else is looked at, then the scene again.
  await openMode(page, 'browse');
  await page.getByTestId('alert-colour').getByText('无').click();
  await page.getByTestId('filter-sign-stop').click();
  await page.getByTestId('open-time').click();
  await page.getByTestId('time-drawing').getByText('单点').click();
  await page.getByTestId('open-time').click();
  await openMode(page, 'brief');
  await page.getByTestId('scene-title').click();
  await expect(sign).toHaveText(filtered as string);
  await openMode(page, 'browse');
  await expect(page.getByTestId('alert-colour').locator('input[value="red"]')).toBeChecked();
  await page.getByTestId('drawer-time').click();
  await expect(page.getByTestId('time-drawing').locator('input[value="heat"]')).toBeChecked();

  // Words, a group and a number that is bound to the data.
  await openMode(page, 'brief');
  await page.getByTestId('scene-menu').click();
  await page.getByTestId('scene-edit').click();
  await page.getByTestId('scene-name').fill('红色预警期间');
  await page.getByTestId('scene-notes').fill('先说停工，再说重叠。');
  await page.getByTestId('scene-group-field').fill('预警');
  await page.getByTestId('scene-numbers-mode').getByText('自选').click();
  await page.getByTestId('scene-number-add').fill('责任重叠：数量');
  await page.getByRole('option', { name: '责任重叠：数量' }).click();
  await expect(page.getByTestId('scene-number-value')).toHaveText(`${overlaps} 处`);
  await page.getByTestId('scene-done').click();
  await expect(page.getByTestId('scene-group-toggle')).toContainText('预警');
  await page.getByTestId('scene-menu').click();
  await page.getByTestId('scene-duplicate').click();
  await expect(page.getByTestId('scene')).toHaveCount(2);

  // Folded by keyboard; kept over a reload, talking points too.
  await page.getByTestId('scene-group-toggle').press('Enter');
  await expect(page.getByTestId('scene')).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-saved', 'saved');
  await page.reload();
  await openMode(page, 'brief');
  await expect(page.getByTestId('scene-title')).toHaveText(['红色预警期间', '红色预警期间（副本）']);
  await expect(page.getByTestId('scene-keeps').first()).toContainText('自选数字 1 项');
  await page.getByTestId('scene-menu').first().click();
  await page.getByTestId('scene-edit').click();
  await expect(page.getByTestId('scene-notes')).toHaveValue('先说停工，再说重叠。');
});
