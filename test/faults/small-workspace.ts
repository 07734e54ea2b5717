/** A workspace that opens in a moment, and how it is opened and looked at. */
import { expect, type Locator, type Page } from '@playwright/test';
import { type History, patchesInForce } from '../../src/model/history.ts';
import { applyPatch } from '../../src/model/patch.ts';
import type { Scene } from '../../src/model/scene.ts';
import type { WorkspaceDocument } from '../../src/model/workspace.ts';
import { waitUntilChecked } from '../e2e/support.ts';

const zone = (id: string, x: number) => ({
  type: 'Feature',
  properties: { id, owner: '云河街道', person: '网格员 01' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 34.7],
        [x + 0.01, 34.7],
        [x + 0.01, 34.71],
        [x, 34.71],
        [x, 34.7],
      ],
    ],
  },
});

export const SMALL_WORKSPACE = [
  {
    name: 'workspace.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({
        format: 'chentu-workspace',
        version: 1,
        name: '小区',
        frame: [113.61, 34.705],
        layers: [{ id: 'zones', kind: 'responsibilityZone', file: 'zones.geojson' }],
      }),
    ),
  },
  {
    name: 'zones.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(
      JSON.stringify({ type: 'FeatureCollection', features: [zone('Z-1', 113.6), zone('Z-2', 113.61)] }),
    ),
  },
];

/** Opens the app's own page, then the small workspace through its file dialog. */
export async function openSmallWorkspace(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await waitUntilChecked(page);
  await page.getByTestId('workspace-menu').click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByTestId('open-files').click()]);
  await chooser.setFiles(SMALL_WORKSPACE);
  await expect(page.getByTestId('workspace-menu')).toHaveText('小区');
  await waitUntilChecked(page);
  await waitUntilSaved(page);
}

/** Opens the app again and waits until what was kept is there and may be edited. */
export async function reopen(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await waitUntilChecked(page);
  await expect(page.locator('html')).toHaveAttribute('data-role', 'editor');
}

export async function waitUntilSaved(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-saved', 'saved');
}

/** Scenes are edits that need one click each; the list of edits is open beside them. */
export async function openScenesAndHistory(page: Page): Promise<void> {
  await page.getByTestId('mode-brief').click();
  await page.getByTestId('scene-capture').waitFor();
  await page.getByTestId('history').click();
  await page.getByTestId('history-row').first().waitFor();
}

/** The scenes that a history leaves, from the patches in force alone. */
export function scenesOf(history: History): readonly Scene[] {
  const rulePack = { id: '', version: '', name: { 'zh-CN': '', en: '' }, thresholds: {}, priorities: {} };
  const empty: WorkspaceDocument = { name: '', layers: [], rulePack, exceptions: [], scenes: [], carried: {} };
  return patchesInForce(history).reduce((document, patch) => applyPatch(document, patch).document, empty).scenes;
}

/** What the page says beside that it can draw no map: in these tests it has no WebGL. */
export function noticesOf(page: Page): Locator {
  return page.getByTestId('notice').filter({ hasNotText: 'WebGL2' });
}

/** The scenes as the page lists them. */
export function shownScenes(page: Page): Promise<string[]> {
  return page.getByTestId('scene-title').allTextContents();
}
