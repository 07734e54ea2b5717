import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import geographiclib from 'geographiclib-geodesic';
import { openApp, openMode, waitForMap } from './support.ts';

const POINTS_PER_MILLIMETER = 72 / 25.4;

test('a briefer exports a map sheet whose scale is true on paper', async ({ page }) => {
  await openApp(page, '?plain');
  await waitForMap(page);
  await openMode(page, 'brief');
  await page.getByTestId('briefing-tabs').getByText('材料').click();
  const section = page.getByTestId('sheets-section');
  await section.getByText('A4', { exact: true }).click();
  await page.getByTestId('sheets-name').fill('东城扬尘图');
  await page.getByTestId('sheets-office').fill('生态环境分局');

  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 90_000 }),
    page.getByTestId('sheets-pdf').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/-东城扬尘图\.pdf$/);
  const pdf = await readFile(await download.path(), 'latin1');
  expect(pdf).toContain('/MediaBox [0 0 841.89 595.276]');
  const texts = readTexts(pdf);
  const said = texts.map(({ text }) => text);
  expect(said).toContain('东城扬尘图');
  expect(said).toContain('图例');
  expect(said.join()).toContain('制图：生态环境分局 · 数据截至 2026-11-23');

  // The frame of the map reaches from the words at one corner to the words at the other.
  const [topLeft, bottomRight] = texts.filter(({ text }) => /^\d+\.\d{5}, \d+\.\d{5}$/.test(text));
  const widthMillimeters = bottomRight!.x + bottomRight!.text.length * 0.55 * bottomRight!.size - topLeft!.x;
  const [west, north] = topLeft!.text.split(', ').map(Number) as [number, number];
  const [east, south] = bottomRight!.text.split(', ').map(Number) as [number, number];
  const middle = (north + south) / 2;
  const groundMeters = geographiclib.Geodesic.WGS84.Inverse(middle, west, middle, east).s12!;
  const ratio = said.find((text) => text.startsWith('1:'))!;
  const denominator = Number(ratio.slice(2).replaceAll(',', ''));
  expect(denominator % 1000).toBe(0);
  expect(Math.abs((groundMeters * 1000) / widthMillimeters / denominator - 1)).toBeLessThan(0.005);
  // The map shows again what it showed.
  await expect(page.getByTestId('map')).not.toHaveAttribute('data-theme', 'projector');
});

/** The unseen texts of the PDF: what they say and where, in millimetres from the left. */
function readTexts(pdf: string): { text: string; x: number; size: number }[] {
  return [...pdf.matchAll(/\/F (\S+) Tf 1 0 0 1 (\S+) \S+ Tm <([0-9A-F]+)> Tj/g)].map(([, size, x, code]) => ({
    text: (code!.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join(''),
    x: Number(x) / POINTS_PER_MILLIMETER,
    size: Number(size) / POINTS_PER_MILLIMETER,
  }));
}
