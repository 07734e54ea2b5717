import { expect, type Page, test } from '@playwright/test';
import { waitForMap } from './support.ts';
import { startTileServer } from './tile-server.ts';

const policyOf = async (page: Page) =>
  (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? '';

async function writeXyz(page: Page, address: string): Promise<void> {
  await page.getByTestId('add-base-map').click();
  await page.getByTestId('add-xyz').click();
  await page.getByTestId('base-map-address').fill(address);
}

/** How far the colour to the right of what was zoomed to is from a wanted one, in the worst band. */
async function distanceFrom(page: Page, wanted: readonly number[]): Promise<number> {
  const box = (await page.getByTestId('map').boundingBox()) as { x: number; y: number; width: number; height: number };
  // The panel beside takes 300 pixels off the part that is centred on; the invitation stands in the page's middle.
  const clip = { x: box.x + (box.width + 300) / 2 + 100, y: box.y + box.height / 2 - 20, width: 4, height: 4 };
  const shot = await page.screenshot({ clip });
  const color = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const context = new OffscreenCanvas(4, 4).getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      return [...context.getImageData(1, 1, 1, 1).data.slice(0, 3)];
    },
    `data:image/png;base64,${shot.toString('base64')}`,
  );
  return Math.max(...color.map((value, band) => Math.abs(value - (wanted[band] as number))));
}

test('a base map of the network is told of, allowed, used and revoked; an orthophoto lies where it says', async ({
  page,
}) => {
  const server = await startTileServer([250, 40, 200]);
  await page.addInitScript(() => {
    // The panels leave the middle of the map free.
    if (!localStorage.getItem('chentu.settings'))
      localStorage.setItem('chentu.settings', JSON.stringify({ findingsOpen: false, layersOpen: false }));
  });
  // No workspace of that name: the map is empty, and the panel works all the same.
  await page.goto('?workspace=nowhere&plain');
  await page.getByTestId('open-baseMaps').click();
  await expect(page.getByTestId('base-map-local')).toContainText('仅含示范区');

  // Nobody is asked before it is said who would be, and pressed.
  await writeXyz(page, `${server.origin}/tiles/{z}/{x}/{y}.png`);
  await expect(page.getByTestId('network-notice')).toContainText(server.origin);
  await expect(page.getByTestId('network-notice')).toContainText('重新加载');
  expect(server.asked).toEqual([]);
  expect(await policyOf(page)).not.toContain(server.origin);
  await Promise.all([page.waitForEvent('load'), page.getByTestId('allow-and-add').click()]);
  expect(await policyOf(page)).toContain(`connect-src 'self' ${server.origin}`);
  await expect
    .poll(() => server.asked.filter((url) => /^\/tiles\/\d+\/\d+\/\d+\.png$/.test(url)).length)
    .toBeGreaterThan(0);

  // An approval number goes with the map.
  await page.getByTestId('open-baseMaps').click();
  await page.getByTestId('approval-number').fill('GS(2024)0001号');
  await page.getByTestId('approval-number').blur();
  await expect(page.locator('.chentu-map-attribution')).toContainText('审图号 GS(2024)0001号');

  // The same host, already allowed, refuses: said with what it says, and the map goes on.
  await writeXyz(page, `${server.origin}/refused/{z}/{x}/{y}.png`);
  await page.getByTestId('allow-and-add').click();
  await expect(page.getByTestId('base-map-problem')).toContainText('403：{"msg":"非法Key"}');
  await page.getByTestId('remove-base-map').click();

  // An orthophoto in EPSG:4547: found in its file, drawn over the base map.
  const chooser = page.waitForEvent('filechooser');
  await page.getByTestId('add-picture').click();
  await (await chooser).setFiles('test/fixtures/pictures/ortho-4547.tif');
  const picture = page.getByTestId('pictures').locator('section');
  await expect(picture).toContainText('360 × 300 像素');
  await expect(picture.getByTestId('picture-crs')).toHaveValue(/EPSG:4547/);
  await waitForMap(page);
  await picture.getByRole('button', { name: '定位' }).click();
  // Its pixel in column 280 and row 130 (picture_answers.py), give or take the turn of the picture.
  const pixel = [60, 120, 132];
  await expect.poll(() => distanceFrom(page, pixel)).toBeLessThan(45);
  await picture.getByRole('button', { name: '隐藏' }).click();
  await expect.poll(() => distanceFrom(page, pixel)).toBeGreaterThan(60);

  // Removing the map takes the permission back, and after a reload the policy too. The picture is still there.
  await page.locator('[data-testid^="base-map-base-"] input[type="radio"]').first().check();
  await page.getByTestId('remove-base-map').click();
  await page.reload();
  expect(await policyOf(page)).not.toContain(server.origin);
  await page.getByTestId('open-baseMaps').click();
  await expect(page.getByTestId('pictures').locator('section')).toContainText('360 × 300 像素');
  await server.close();
});
