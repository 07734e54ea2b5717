import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { area, bbox, booleanWithin, featureCollection, intersect } from '@turf/turf';
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { Finding } from '../../src/model/findings.ts';
import {
  countOf,
  downloadText,
  exportFindings,
  openApp,
  openMode,
  readCoordinates,
  rowsOf,
  waitForMap,
  waitUntilChecked,
} from './support.ts';

type PolygonFeature = GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon>;

/** The demo's source polygons by `layer/id`, read from its files. */
async function readSources(): Promise<Map<string, PolygonFeature>> {
  const manifest = JSON.parse(await readFile('public/demo/workspace.json', 'utf8')) as {
    layers: { id: string; kind: string; file: string; fields?: { id?: string } }[];
  };
  const sources = new Map<string, PolygonFeature>();
  for (const { id: layer, kind, file, fields } of manifest.layers) {
    if (!['bareSoil', 'constructionSite', 'industrialPark', 'stockpile'].includes(kind)) continue;
    const bytes = new Uint8Array(await readFile(`public/demo/${file}`));
    for await (const feature of deserialize(bytes) as AsyncGenerator<PolygonFeature>) {
      sources.set(`${layer}/${feature.properties?.[fields?.id ?? 'id']}`, feature);
    }
  }
  return sources;
}

const unpatrolled = (findings: readonly Finding[]) =>
  findings.filter((finding) => finding.rule === 'source-unpatrolled' && finding.status === 'open');
const subjectOf = (finding: Finding) => `${finding.subjects[0]?.layer}/${finding.subjects[0]?.feature}`;

test('a supervisor draws a patrol zone, and exactly what it covers leaves the findings', async ({ page }) => {
  await openApp(page);
  const before = unpatrolled(await exportFindings(page));
  const rows = await rowsOf(page, 'source-unpatrolled');
  await rows.first().click();
  await waitForMap(page);
  await openMode(page, 'draw');
  // Two steps out, around the selected source, so that several sources lie in the free part of the map.
  const findings = (await page.getByTestId('findings-panel').boundingBox()) as { x: number };
  await page.mouse.move((44 + findings.x) / 2, 380);
  const scale = page.locator('.chentu-map-scale');
  const scaleBefore = (await scale.textContent()) as string;
  for (let step = 0; step < 3; step++) await page.mouse.wheel(0, 700);
  await expect(scale).not.toHaveText(scaleBefore);
  await waitForMap(page);
  await page.getByTestId('draw-polygon').click();

  // Four corners around the middle of the free map, by real mouse clicks; the last click on the first corner closes.
  const map = (await page.getByTestId('map').boundingBox()) as { width: number; height: number };
  const panelEdge = (await page.getByTestId('draw-panel').boundingBox()) as { x: number; width: number };
  const free = { left: panelEdge.x + panelEdge.width, right: findings.x, top: 44, bottom: map.height };
  const at = (u: number, v: number): [number, number] => [
    free.left + (free.right - free.left) * u,
    free.top + (free.bottom - free.top) * v,
  ];
  const corners = [at(0.05, 0.12), at(0.92, 0.15), at(0.9, 0.85), at(0.06, 0.82)];
  for (const [x, y] of corners) {
    await page.mouse.move(x, y, { steps: 4 });
    await page.mouse.click(x, y);
  }
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('live-area')).toHaveText(/\d/);

  await page.getByTestId('field-name').fill('巡查新区');
  await page.getByTestId('field-owner').fill('巡查七队');
  await page.getByTestId('field-person').fill('巡查员 007');
  await page.getByTestId('zone-save').click();
  await expect.poll(() => countOf(page, 'source-unpatrolled')).toBeLessThan(before.length);
  await waitUntilChecked(page);

  const row = page.getByTestId('zone-row').filter({ hasText: '巡查新区' });
  await expect(row).toContainText('巡查七队');
  const exported = await downloadText(page, async () => {
    await row.getByTestId('export-zone').click();
    await page.getByTestId('export-personal').check();
    await page.getByTestId('export-geojson').click();
  });
  const zone = (JSON.parse(exported) as GeoJSON.FeatureCollection).features[0] as PolygonFeature;
  expect(zone.properties).toMatchObject({ name: '巡查新区', owner: '巡查七队', person: '巡查员 007' });

  // What Turf says the new zone covers is what must be gone: no less, no more.
  const sources = await readSources();
  const after = new Set(unpatrolled(await exportFindings(page)).map((finding) => finding.id));
  let settled = 0;
  for (const finding of before) {
    const source = sources.get(subjectOf(finding));
    expect(source, subjectOf(finding)).toBeDefined();
    if (!source) continue;
    const inside = booleanWithin(source, zone);
    const shared = inside ? source : intersect(featureCollection([source, zone]));
    if (inside) {
      settled++;
      expect(after.has(finding.id), `${subjectOf(finding)} lies inside the new zone`).toBe(false);
    } else if (!shared) {
      expect(after.has(finding.id), `${subjectOf(finding)} lies outside the new zone`).toBe(true);
    } else if (finding.measures.coveredFraction === 0) {
      const covered = area(shared) / area(source);
      if (Math.abs(covered - 0.99) > 0.002) expect(after.has(finding.id), subjectOf(finding)).toBe(covered < 0.99);
      if (covered >= 0.99) settled++;
    }
  }
  expect(settled).toBeGreaterThan(0);
  expect(after.size).toBe(before.length - settled);
  expect(bbox(zone)[0]).toBeGreaterThan(113);

  // Undo brings them back, redo takes them away, and a reload keeps the edit.
  await page.getByTestId('undo').click();
  await expect.poll(() => countOf(page, 'source-unpatrolled')).toBe(before.length);
  await page.getByTestId('redo').click();
  await expect.poll(() => countOf(page, 'source-unpatrolled')).toBe(after.size);
  await waitUntilChecked(page);
  await page.reload();
  await waitUntilChecked(page);
  await expect.poll(() => countOf(page, 'source-unpatrolled')).toBe(after.size);
  await openMode(page, 'draw');
  await expect(page.getByTestId('zone-row').filter({ hasText: '巡查新区' })).toBeVisible();
});

test('the readout under the pointer names the place', async ({ page }) => {
  await openApp(page);
  await waitForMap(page);
  const [longitude, latitude] = await readCoordinates(page, 500, 400);
  expect(longitude).toBeGreaterThan(113);
  expect(longitude).toBeLessThan(114.2);
  expect(latitude).toBeGreaterThan(34.2);
  expect(latitude).toBeLessThan(35.2);
});
