/** Drawing without a mouse: by keys and typed coordinates, and by fingers. */
import { expect, test } from '@playwright/test';
import {
  expectPhase,
  exportZones,
  openDrawing,
  type Position,
  positionsOf,
  readScreen,
  SMALL,
} from './draw-support.ts';
import { waitUntilChecked } from './support.ts';

test.use({ viewport: SMALL, hasTouch: true, actionTimeout: 90_000 });
test.beforeEach(() => test.setTimeout(600_000));

test('a zone by keys alone: typed coordinates, distance and bearing, Backspace, nudging, Escape', async ({ page }) => {
  await openDrawing(page);
  await page.keyboard.press('p');
  await expectPhase(page, 'sketching');
  const typed = page.getByTestId('typed-vertex');
  const type = async (text: string) => {
    await typed.fill(text);
    await typed.press('Enter');
    await expect(typed).toHaveValue('');
  };
  await type('113.75, 34.86');
  await type('113°45′36″E 34°51′36″N');
  await type('9m 10');
  await typed.blur();
  await page.keyboard.press('Backspace');
  await type('500m 180');
  await typed.fill('nowhere');
  await typed.press('Enter');
  await expect(page.getByTestId('draw-notice')).toContainText('nowhere');
  await typed.fill('');
  await typed.blur();
  await page.keyboard.press('Enter');
  await expectPhase(page, 'editing');
  await expect(page.getByTestId('live-area')).toHaveText(/\d/);

  // The second vertex of the ring, 12 m east: one and ten with Shift, and one that is taken back.
  await page.keyboard.press('.');
  await page.keyboard.press('.');
  await page.keyboard.press('Shift+ArrowRight');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Enter');
  await waitUntilChecked(page);
  const zone = [...(await exportZones(page)).values()].at(-1);
  // Rings are wound counter-clockwise: the second vertex of the finished ring is the one placed last.
  const places = positionsOf(zone!);
  expect(places).toContainEqual([113.75, 34.86]);
  const [second, third] = places.slice(1, 3).sort((p, q) => q[1] - p[1]) as [Position, Position];
  expect(second[0]).toBeCloseTo(113.76, 9);
  expect(metersBetween(second, [second[0], third[1]])).toBeCloseTo(500, 1);
  expect(metersBetween([113.76, third[1]], third)).toBeCloseTo(12, 1);

  // Escape steps out without an edit; the menu of exports is closed before, since keys are its own while it is open.
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('export-geojson')).toBeHidden();
  await page.keyboard.press('r');
  await expectPhase(page, 'sketching');
  await page.keyboard.press('Escape');
  await expectPhase(page, 'idle');
});

test('a zone by fingers: tapped, a vertex dragged, saved', async ({ page }) => {
  await openDrawing(page);
  const { pixelOf } = await readScreen(page);
  await page.getByTestId('draw-polygon').tap();
  await expectPhase(page, 'sketching');
  const corners = [
    [450, 120],
    [640, 130],
    [650, 320],
    [460, 330],
  ] as const;
  for (const [x, y] of corners) await page.touchscreen.tap(x, y);
  await page.getByTestId('zone-save').tap();
  await expectPhase(page, 'editing');

  const touch = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  await send('touchStart', 640, 130);
  for (let step = 1; step <= 5; step++) await send('touchMove', 640 + 14 * step, 130 - 6 * step);
  await send('touchEnd', 710, 100);
  await page.getByTestId('zone-save').tap();
  await waitUntilChecked(page);
  const zone = [...(await exportZones(page)).values()].at(-1);
  const places = positionsOf(zone!).map(pixelOf);
  const nearest = (x: number, y: number) => Math.min(...places.map(([px, py]) => Math.hypot(px - x, py - y)));
  // Within the reach of snapping.
  expect(nearest(710, 100)).toBeLessThan(16);
  expect(nearest(640, 130)).toBeGreaterThan(30);
  expect(nearest(460, 330)).toBeLessThan(16);
});

/** Good to a centimetre over some hundred metres near 34.86° north. */
function metersBetween([x1, y1]: Position, [x2, y2]: Position): number {
  const latitude = (((y1 + y2) / 2) * Math.PI) / 180;
  const perLatitude = 111_132.954 - 559.822 * Math.cos(2 * latitude) + 1.175 * Math.cos(4 * latitude);
  const perLongitude = 111_412.84 * Math.cos(latitude) - 93.5 * Math.cos(3 * latitude);
  return Math.hypot((x2 - x1) * perLongitude, (y2 - y1) * perLatitude);
}
