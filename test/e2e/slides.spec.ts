import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import type { CheckResult } from '../../src/model/findings.ts';
import { findOfficeErrors } from '../support/validate-office.ts';
import { chooseBoard, countOf, openApp, openMode, waitForMap } from './support.ts';

test('a briefer exports a scene as a slide whose numbers are those of the findings', async ({ page }) => {
  await openApp(page, '?plain');
  await waitForMap(page);
  const unassigned = await countOf(page, 'source-unassigned');
  await openMode(page, 'brief');
  await page.getByTestId('scene-capture').click();
  await expect(page.getByTestId('scene')).toHaveCount(1);
  await page.getByTestId('scene-menu').click();
  await page.getByTestId('scene-edit').click();
  await chooseBoard(page, '由重到轻');
  await page.getByTestId('scene-done').click();
  await page.getByTestId('briefing-tabs').getByText('材料').click();

  // Cancelled, nothing is saved, and it can be asked for again.
  await page.getByTestId('slides-export').click();
  await page.getByTestId('work-cancel').click();
  await expect(page.getByTestId('slides-export')).toBeEnabled({ timeout: 30_000 });
  await expect(page.getByTestId('slides-done')).toHaveText('');

  await page.getByTestId('slides-section').getByText('4:3').click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 90_000 }),
    page.getByTestId('slides-export').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/-演示文稿\.pptx$/);
  await expect(page.getByTestId('slides-done')).toContainText('1 幅场景');

  const bytes = new Uint8Array(await readFile(await download.path()));
  expect(await findOfficeErrors(bytes, 'pptx')).toEqual([]);
  const parts = unzipSync(bytes);
  const slide = strFromU8(parts['ppt/slides/slide2.xml'] as Uint8Array);
  expect(slide).toContain('<a:t>未落实责任</a:t>');
  expect(slide).toContain(`<a:t>${unassigned} 处</a:t>`);
  expect(slide).toContain('<a:t>图例</a:t>');
  // The picture of the map fills its box at 200 dots an inch and more.
  const picture = parts['ppt/media/image-2-1.png'] as Uint8Array;
  const [width, height] = [16, 20].map((at) => new DataView(picture.buffer, picture.byteOffset).getUint32(at));
  const box = /<p:pic>.*?<a:ext cx="(\d+)" cy="(\d+)"/su.exec(slide);
  const inches = [Number(box?.[1]) / 914_400, Number(box?.[2]) / 914_400];
  expect((width ?? 0) / (inches[0] ?? 1)).toBeGreaterThan(200);
  expect((height ?? 0) / (inches[1] ?? 1)).toBeGreaterThan(200);
  // The worst ten as cards, each with the picture of its place, downscaled.
  const places = Object.entries(parts).filter(([path]) => /^ppt\/media\/.*\.jpeg$/u.test(path));
  expect(places).toHaveLength(10);
  for (const [path, jpeg] of places) expect(jpeg.length, path).toBeLessThan(60_000);
  expect(strFromU8(parts['ppt/slides/slide3.xml'] as Uint8Array)).toMatch(/descr="“[^"]+”位置示意图"/u);
  // The papers of the month in one file, without the slides that were just made.
  await page.getByTestId('month-pack-slides').uncheck();
  await page.getByTestId('month-pack-link').fill('http://10.1.2.3/chentu/');
  const [pack] = await Promise.all([page.waitForEvent('download'), page.getByTestId('month-pack-make').click()]);
  expect(pack.suggestedFilename()).toMatch(/月度材料2026-11\.zip$/);
  const papers = unzipSync(new Uint8Array(await readFile(await pack.path())));
  expect(Object.keys(papers)).toEqual(expect.arrayContaining(['changes.csv', 'findings.json', 'ledger.xlsx']));
  const { findings } = JSON.parse(strFromU8(papers['findings.json'] as Uint8Array)) as CheckResult;
  expect(findings.filter(({ rule, status }) => rule === 'source-unassigned' && status === 'open')).toHaveLength(
    unassigned,
  );
  const ledger = unzipSync(papers['ledger.xlsx'] as Uint8Array);
  const links = Object.keys(ledger).filter(
    (path) => path.endsWith('.rels') && strFromU8(ledger[path] as Uint8Array).includes('http://10.1.2.3/chentu/#w='),
  );
  // All findings, and the list of each rule that has some.
  expect(links.length).toBeGreaterThan(2);
  // The map shows again what it showed, in the size that it had.
  await expect(page.getByTestId('map')).not.toHaveAttribute('data-theme', 'projector');
});
