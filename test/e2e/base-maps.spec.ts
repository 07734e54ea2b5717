import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { plainPmtiles } from '../support/plain-pmtiles.ts';
import { plainPng } from '../support/plain-png.ts';
import { startOffice } from './office-server.ts';
import { waitForMap, waitUntilChecked } from './support.ts';
import { startTileServer } from './tile-server.ts';

const PINK = [250, 40, 200] as const;
const GREEN = [10, 180, 60] as const;
const BLUE = [20, 40, 240] as const;

const policyOf = async (page: Page) =>
  (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? '';

async function write(page: Page, type: 'xyz' | 'wmts' | 'style', address: string): Promise<void> {
  await page.getByTestId('add-base-map').click();
  await page.getByTestId(`add-${type}`).click();
  await page.getByTestId('base-map-address').fill(address);
}

async function choose(page: Page, button: string, files: { name: string; bytes: Uint8Array }[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByTestId(button).click();
  await (await chooser).setFiles(
    files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })),
  );
}

async function chooseArchive(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.getByTestId('add-base-map').click();
  await choose(page, 'add-pmtiles', [{ name, bytes }]);
}

/** The panels leave the middle of the map free. */
async function closePanels(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (!localStorage.getItem('chentu.settings'))
      localStorage.setItem(
        'chentu.settings',
        JSON.stringify({ findingsOpen: false, layersOpen: false, welcomed: true }),
      );
  });
}

/** How far the colour to the right of what was zoomed to is from a wanted one, in the worst band. */
async function distanceFrom(page: Page, wanted: readonly number[]): Promise<number> {
  const box = (await page.getByTestId('map').boundingBox()) as { x: number; y: number; width: number; height: number };
  // The panel beside takes 300 pixels off the part that is centred on.
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
  const server = await startTileServer(PINK);
  await closePanels(page);
  // No workspace of that name: the map is empty, and the panel works all the same.
  await page.goto('?workspace=nowhere&plain');
  await page.getByTestId('open-baseMaps').click();
  await expect(page.getByTestId('base-map-local')).toContainText('仅含示范区');

  // Nobody is asked before it is said who would be, and pressed.
  await write(page, 'xyz', `${server.origin}/tiles/{z}/{x}/{y}.png`);
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
  await write(page, 'xyz', `${server.origin}/refused/{z}/{x}/{y}.png`);
  await page.getByTestId('allow-and-add').click();
  await expect(page.getByTestId('base-map-problem')).toContainText('403：{"msg":"非法Key"}');
  await page.getByTestId('remove-base-map').click();

  // An orthophoto in EPSG:4547: found in its file, drawn over the base map.
  const chooser = page.waitForEvent('filechooser');
  await page.getByTestId('add-picture').click();
  await (await chooser).setFiles('test/fixtures/pictures/ortho-4547.tif');
  const picture = page.locator('section[aria-label="ortho-4547.tif"]');
  await expect(picture).toContainText('360 × 300 像素');
  await expect(picture.getByTestId('picture-crs')).toHaveValue(/EPSG:4547/);
  await waitForMap(page);
  await picture.getByRole('button', { name: '定位' }).click();
  // Its pixel in column 280 and row 130 (picture_answers.py), give or take the turn of the picture.
  const pixel = [60, 120, 132];
  await expect.poll(() => distanceFrom(page, pixel)).toBeLessThan(45);

  // A PNG with a world file over it, put under it, put back, made clear, removed.
  const world = [2e-4, 0, 0, -2e-4, 113.6285, 34.7545].join('\n');
  await choose(page, 'add-picture', [
    { name: '蓝.png', bytes: plainPng(BLUE, 100) },
    { name: '蓝.pgw', bytes: Buffer.from(world) },
  ]);
  const blue = page.locator('section[aria-label="蓝.png"]');
  await expect.poll(() => distanceFrom(page, BLUE)).toBeLessThan(10);
  await blue.getByRole('button', { name: '下移一层' }).click();
  await expect.poll(() => distanceFrom(page, pixel)).toBeLessThan(45);
  await blue.getByRole('button', { name: '上移一层' }).click();
  await expect.poll(() => distanceFrom(page, BLUE)).toBeLessThan(10);
  await blue.getByRole('slider').press('Home');
  await expect.poll(() => distanceFrom(page, pixel)).toBeLessThan(45);
  await blue.getByRole('button', { name: '移除' }).click();
  await expect(page.getByTestId('pictures').locator('section')).toHaveCount(1);
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

test('a base map comes from beside the app, from a file, from WMTS and from a style; what fails is named', async ({
  page,
}) => {
  const archive = await readFile('public/demo/basemap.pmtiles');
  const server = await startTileServer(PINK);
  const office = await startOffice(archive);
  const problem = page.getByTestId('base-map-problem');
  const isNear = (color: readonly number[]) => expect.poll(() => distanceFrom(page, color)).toBeLessThan(30);
  await closePanels(page);

  // Found by itself where the office put it, under a workspace that is not the demo.
  const ranges: string[] = [];
  page.on('request', async (request) => {
    if (request.url().endsWith('/basemap/district.pmtiles')) ranges.push((await request.headerValue('range')) ?? '');
  });
  await page.goto(office.address);
  await waitUntilChecked(page);
  await page.getByTestId('open-baseMaps').click();
  await expect(page.getByTestId('base-map-local')).toContainText('本站 basemap/district.pmtiles');
  await expect(page.locator('.chentu-map-attribution')).toContainText('Fictional demo data');
  expect(ranges.length).toBeGreaterThan(1);
  expect(ranges.every((range) => range.startsWith('bytes='))).toBe(true);

  // No archive: said, and nothing else changes. Pictures as a base map: kept over a reload.
  await chooseArchive(page, '说明.pmtiles', Buffer.from('不是底图'.repeat(100)));
  await expect(page.getByRole('alert').filter({ hasText: '说明.pmtiles：不是 PMTiles（第 3 版）文件' })).toBeVisible();
  const photo = plainPmtiles({
    tile: plainPng(GREEN),
    tileType: 2,
    maxZoom: 14,
    metadata: { attribution: '某飞行队' },
  });
  await chooseArchive(page, '航拍.pmtiles', photo);
  await expect(page.locator('.chentu-map-attribution')).toContainText('某飞行队');
  await isNear(GREEN);
  await page.reload();
  await waitUntilChecked(page);
  await page.getByTestId('open-baseMaps').click();
  await isNear(GREEN);

  // WMTS: the first layer, pale until it is wanted in full; then the other.
  await write(page, 'wmts', `${server.origin}/wmts?service=WMTS&request=GetCapabilities`);
  await Promise.all([page.waitForEvent('load'), page.getByTestId('allow-and-add').click()]);
  await page.getByTestId('open-baseMaps').click();
  const tilesOf = (layer: string) => server.asked.filter((url) => url.startsWith(`/wmts-tiles/${layer}/default/w/`));
  await expect.poll(() => tilesOf('road').length).toBeGreaterThan(0);
  await page.getByRole('switch', { name: '淡化颜色' }).uncheck();
  await isNear(PINK);
  await page
    .getByRole('combobox', { name: '图层' })
    .or(page.getByRole('textbox', { name: '图层' }))
    .first()
    .click();
  await page.getByRole('option', { name: '影像' }).click();
  await expect.poll(() => tilesOf('image').length).toBeGreaterThan(0);

  // A style with vector tiles by TileJSON, which says whose they are.
  await write(page, 'style', `${server.origin}/style.json`);
  await page.getByTestId('allow-and-add').click();
  await expect(page.locator('.chentu-map-attribution')).toContainText('某测绘院');
  await isNear(PINK);

  // What is not there, and what may not be read by pages of other sites: named with what to do.
  await write(page, 'style', `${server.origin}/missing/style.json`);
  await page.getByTestId('allow-and-add').click();
  await expect(problem).toContainText(`“${server.origin}/missing/style.json”处没有文件（404）`);
  await page.getByTestId('remove-base-map').click();
  await write(page, 'style', `${server.origin}/closed-style.json`);
  await page.getByTestId('allow-and-add').click();
  await expect(problem).toContainText(`${new URL(server.origin).host} 有应答，但不允许其他网站的页面读取`);
  await page.getByTestId('remove-base-map').click();
  await page.getByRole('radio', { name: '航拍.pmtiles' }).check();
  await isNear(GREEN);
  await server.close();
  await office.close();
});
