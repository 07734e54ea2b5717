import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { openApp, waitUntilChecked } from './support.ts';

for (const language of ['zh-CN', 'en'] as const) {
  test(`a broken workspace opens as far as it can and says what is wrong (${language})`, async ({ page }) => {
    const pageErrors: string[] = [];
    page.on('pageerror', (error) => pageErrors.push(error.message));
    await openApp(page);
    if (language === 'en') await page.getByTestId('language').click();
    await page.getByTestId('workspace-menu').click();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('menuitem').nth(1).click()]);
    await chooser.setFiles(resolve('test/fixtures/broken-workspace'));
    await expect(page.getByTestId('workspace-menu')).toContainText('坏数据示例');
    await waitUntilChecked(page);

    // Layers that could not be read stand where they cannot be missed; each names its file.
    const notices = page.getByTestId('notice');
    await expect(notices.first()).toBeVisible();
    await page.getByTestId('notices-more').click();
    await expect(page.getByText('layers/nowhere.geojson').first()).toBeVisible();
    // Every row that was repaired or left out is in the list of notes.
    await page.getByTestId('findings-panel').locator('label').last().click();
    await expect(page.getByTestId('list-notes')).toBeVisible();
    // What could be read is open.
    await page.keyboard.press('[');
    await expect(page.getByTestId('layer-zones')).toBeVisible();
    expect(await page.getByText(/at .*\.js:\d+/).count(), 'no stack trace on the page').toBe(0);
    expect(pageErrors).toEqual([]);
  });
}
