/** Drawing by real events: where things lie on the screen, and what the document holds. */
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { downloadText, openApp, openMode, readCoordinates, waitForMap } from './support.ts';

export type Position = [longitude: number, latitude: number];
export type ZoneFeature = GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon, Record<string, string>>;
export type Pixel = [x: number, y: number];

/** Mercator, from the map's own readout at two far corners: right within a pixel or two. */
export interface Screen {
  pixelOf(position: readonly number[]): Pixel;
  positionOf(pixel: Pixel): Position;
}

const mercator = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
const latitudeOf = (y: number) => (360 / Math.PI) * Math.atan(Math.exp(y)) - 90;

export async function readScreen(page: Page): Promise<Screen> {
  const [x1, y1, x2, y2] = [380, 90, 860, 520];
  await page.mouse.move(x1 + 40, y1 + 40);
  const readout = page.locator('.chentu-map-coordinates');
  const before = await readout.textContent();
  await page.mouse.move(x1, y1);
  await expect(readout).not.toHaveText(before ?? '');
  const [west, north] = await readCoordinates(page, x1, y1);
  await page.mouse.move(x2, y2);
  await expect(readout).not.toHaveText(new RegExp(`${west}`));
  const [east, south] = await readCoordinates(page, x2, y2);
  const perLongitude = (x2 - x1) / (east - west);
  const perMercator = (y2 - y1) / (mercator(south) - mercator(north));
  return {
    pixelOf: ([longitude = 0, latitude = 0]) => [
      x1 + (longitude - west) * perLongitude,
      y1 + (mercator(latitude) - mercator(north)) * perMercator,
    ],
    positionOf: ([x, y]) => [west + (x - x1) / perLongitude, latitudeOf(mercator(north) + (y - y1) / perMercator)],
  };
}

/** The part of the map that no panel covers. */
export const isFree = ([x, y]: Pixel) => x > 370 && x < 880 && y > 60 && y < 540;

/** The demo's patrol zones as its file has them, bit for bit. */
export async function readDemoZones(): Promise<Map<string, ZoneFeature>> {
  const bytes = new Uint8Array(await readFile('public/demo/layers/patrols.fgb'));
  const zones = new Map<string, ZoneFeature>();
  for await (const feature of deserialize(bytes) as AsyncGenerator<ZoneFeature>) {
    zones.set(String(feature.properties.名称), feature);
  }
  return zones;
}

/** Every vertex that the pointer may snap to, as the demo's files have them. */
export async function readSnapVertices(): Promise<Position[]> {
  const vertices: Position[] = [];
  for (const layer of ['zones', 'patrols', 'boundary', 'roads']) {
    const bytes = new Uint8Array(await readFile(`public/demo/layers/${layer}.fgb`));
    for await (const { geometry } of deserialize(bytes) as AsyncGenerator<GeoJSON.Feature>) {
      if (geometry.type === 'GeometryCollection') continue;
      const flat = (geometry.coordinates as unknown[]).flat(Number.POSITIVE_INFINITY) as number[];
      for (let i = 0; i + 1 < flat.length; i += 2) vertices.push([flat[i]!, flat[i + 1]!]);
    }
  }
  return vertices;
}

/** Every file of the workspace as the app saves it: two documents that are equal have equal files. */
export async function readDocument(page: Page): Promise<Map<string, string>> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page.getByTestId('workspace-menu').click();
      await page.getByTestId('export-workspace').click();
    })(),
  ]);
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]));
}

/** All patrol zones by name, as exported. */
export async function exportZones(page: Page): Promise<Map<string, ZoneFeature>> {
  const text = await downloadText(page, async () => {
    await page.getByTestId('export-all').click();
    await page.getByTestId('export-geojson').click();
  });
  const { features } = JSON.parse(text) as { features: ZoneFeature[] };
  return new Map(features.map((feature) => [String(feature.properties.name), feature]));
}

export const positionsOf = ({ geometry }: ZoneFeature): Position[] =>
  (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()).flat() as Position[];
export const keysOf = (zone: ZoneFeature) => new Set(positionsOf(zone).map(String));

/** The map alone, in a small window: a software renderer draws it on every move of the pointer. */
export const SMALL = { width: 900, height: 600 };

export async function closeFindings(page: Page): Promise<void> {
  const panel = page.getByTestId('findings-panel');
  if (!(await panel.isVisible())) return;
  await panel.getByRole('button').first().click();
  await expect(panel).toBeHidden();
}

export async function openDrawing(page: Page): Promise<void> {
  await openApp(page, '?plain');
  await closeFindings(page);
  await openMode(page, 'draw');
  await waitForMap(page);
  await expect(page.getByTestId('draw-polygon')).toBeEnabled();
}

export async function zoomToZone(page: Page, name: string): Promise<void> {
  await page.getByTestId('zone-row').filter({ hasText: name }).getByRole('button').first().click();
  // What is selected opens its card: the map is wanted.
  await expect(page.getByTestId('selection')).toBeVisible();
  await closeFindings(page);
  await page.keyboard.press('f');
  await expect(page.locator('html'))
    .toHaveAttribute('data-map', 'busy', { timeout: 5000 })
    .catch(() => undefined);
  await waitForMap(page);
}

export async function clickAt(page: Page, [x, y]: Pixel): Promise<void> {
  await page.mouse.move(x - 2, y - 2);
  await page.mouse.click(x, y);
}

export async function drag(page: Page, [x1, y1]: Pixel, [x2, y2]: Pixel): Promise<void> {
  await page.mouse.move(x1, y1);
  await page.mouse.down();
  await page.mouse.move((x1 + x2) / 2, (y1 + y2) / 2);
  await page.mouse.move(x2, y2);
  await page.mouse.up();
}

export async function expectPhase(page: Page, phase: 'idle' | 'sketching' | 'editing'): Promise<void> {
  await expect(page.getByTestId('draw-panel')).toHaveAttribute('data-phase', phase);
}
