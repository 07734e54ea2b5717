/** A ledger, zones of two streets and a broken file are dropped; then a newer version of the ledger. Language: English; in Chinese by hand. */
import { expect, type Page, test } from '@playwright/test';
import { downloadText, openApp, waitUntilChecked } from './support.ts';

/** 0012 lies at 113.61, 34.71. */
const LEDGER = [
  '图斑编号,图斑名称,责任单位,面积（亩）,覆盖情况,经度,纬度',
  '0012,一号地块,甲公司,12.4,未覆盖,113.61,34.71',
  '0013,<b>二号</b>,乙公司,3,已苫盖,113.62,34.72',
  '0014,三号地块,乙公司,不详,未覆盖,,',
].join('\n');
/** 0013 is gone, 0015 is new, 0012 is covered. */
const NEWER = LEDGER.replace('12.4,未覆盖', '12.4,已苫盖').replace(
  /0013.*\n/u,
  '0015,五号地块,乙公司,1,未覆盖,113.63,34.72\n',
);

const zones = (name: string, lon: number) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [0, 1].map((at) => ({
      type: 'Feature',
      properties: { 网格编号: `${name}${at}`, 网格长: '某' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [lon + at * 0.01, 34.7],
            [lon + at * 0.01 + 0.01, 34.7],
            [lon + at * 0.01 + 0.01, 34.73],
            [lon + at * 0.01, 34.73],
            [lon + at * 0.01, 34.7],
          ],
        ],
      },
    })),
  });

const file = (name: string, text: string, mimeType = 'text/plain') => ({ name, mimeType, buffer: Buffer.from(text) });

async function chooseFiles(page: Page, files: ReturnType<typeof file>[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByTestId('workspace-menu').click();
  await page.getByTestId('import-data').click();
  await (await chooser).setFiles(files);
  await expect(page.getByTestId('import-panel')).toHaveAttribute('data-phase', 'deciding');
}

async function finish(page: Page): Promise<void> {
  await page.getByTestId('import-finish').click();
  await expect(page.getByTestId('import-done')).toBeVisible();
  await waitUntilChecked(page);
}

test('ledgers become a workspace, and a newer ledger an update that can be taken back', async ({ page }) => {
  const pageErrors: string[] = [];
  page.on('pageerror', (error) => pageErrors.push(error.message));
  await openApp(page);
  await page.getByTestId('language').click();
  await chooseFiles(page, [
    file('裸土台账.csv', LEDGER),
    file('东街网格.geojson', zones('东', 113.6)),
    file('西街网格.geojson', zones('西', 113.615)),
    file('broken.geojson', '{"type":'),
  ]);
  const panel = page.getByTestId('import-panel');
  await expect(page.getByTestId('import-layer')).toHaveCount(3);
  await expect(page.getByTestId('import-problems')).toContainText('broken.geojson');
  await expect(panel).toContainText('3 records, 3 features, 0 skipped');
  // What is dropped is text: the name of the second patch is not bold.
  await expect(page.getByTestId('import-sample')).toContainText('<b>二号</b>');
  await page.getByTestId('import-tab-fields').click();
  await expect(page.getByTestId('import-mapping')).toContainText('“面积（亩）” says 亩');
  await page.getByTestId('import-tab-notes').click();
  const notes = await downloadText(page, () => page.getByTestId('import-notes-export').click());
  expect(notes.split('\r\n').some((line) => line.includes('裸土台账.csv') && line.includes('不详'))).toBe(true);
  await page.getByTestId('import-name').fill('试点');
  await finish(page);
  await expect(panel).toContainText('7 records read: 7 are features, 0 were skipped');
  // The streets' zones are one layer and lie over each other.
  await expect(panel).toContainText('1 overlap of duty');
  await expect(page.getByTestId('workspace-menu')).toContainText('试点');
  await page.getByTestId('import-finished').click();

  await chooseFiles(page, [file('裸土台账.csv', NEWER)]);
  await page.getByTestId('import-tab-merge').click();
  await expect(page.getByTestId('import-merge')).toContainText(
    '1 added, 1 changed, 1 unchanged, 1 removed, 0 edited by hand and kept',
  );
  await finish(page);
  await page.getByTestId('import-finished').click();
  await page.keyboard.press('Control+z');
  await waitUntilChecked(page);
  await page.getByTestId('toggle-layers').click();
  // Taken back: the three patches of before.
  await expect(page.getByTestId('layer-裸土台账')).toContainText('3');
  expect(pageErrors).toEqual([]);
});
