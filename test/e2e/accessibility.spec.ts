import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import { openApp, openMode, rowsOf } from './support.ts';

/** Put into the page as text: the policy lets no script in. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 A and AA, as one line each. */
async function violationsOf(page: Page): Promise<string[]> {
  return page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html}`));
  }, RULES);
}

const pressed = async (page: Page, testId: string) => {
  await page.getByTestId(testId).click();
};
/** Each opens something; the page is as it was after `Escape`, or after `close`. */
const VIEWS: readonly (readonly [
  name: string,
  open: (page: Page) => Promise<unknown>,
  close?: (page: Page) => Promise<unknown>,
])[] = [
  ['page', async () => {}],
  ...(['whatIf', 'rules', 'baseMaps', 'measure'] as const).map(
    (name) =>
      [
        name,
        async (page: Page) => {
          await pressed(page, `open-${name}`);
          await expect(page.getByTestId(`panel-${name}`)).toBeVisible();
        },
        (page: Page) => pressed(page, `open-${name}`),
      ] as const,
  ),
  ...(['table', 'charts', 'time'] as const).map(
    (name) =>
      [
        name,
        async (page: Page) => {
          await pressed(page, `open-${name}`);
          await expect(page.getByTestId(`drawer-${name}`)).toBeVisible();
        },
        (page: Page) => pressed(page, `open-${name}`),
      ] as const,
  ),
  [
    'layers',
    async (page) => {
      await pressed(page, 'toggle-layers');
      await page.getByTestId('layers-panel').locator('[aria-expanded]').first().click();
    },
    (page) => pressed(page, 'toggle-layers'),
  ],
  ['help', (page) => page.keyboard.press('?').then(() => expect(page.getByTestId('help')).toBeVisible())],
  ['settings', (page) => pressed(page, 'open-settings')],
  ['search', (page) => pressed(page, 'search').then(() => page.getByTestId('search-input').fill('1'))],
  ['workspace menu', (page) => pressed(page, 'workspace-menu')],
  ['history', (page) => pressed(page, 'history')],
  ['scope', (page) => pressed(page, 'scope')],
  [
    'finding',
    async (page) => {
      await (await rowsOf(page, 'zone-overlap')).first().click();
      await expect(page.getByTestId('finding-card')).toBeVisible();
    },
  ],
  ['notes', (page) => pressed(page, 'list-notes'), (page) => pressed(page, 'list-findings')],
  [
    'draw',
    (page) => openMode(page, 'draw').then(() => expect(page.getByTestId('draw-panel')).toBeVisible()),
    (page) => openMode(page, 'browse'),
  ],
  ['brief', (page) => openMode(page, 'brief'), (page) => openMode(page, 'browse')],
];

const LOOKS = ['light', 'dark', 'projector'] as const;

/** Without WebGL: nothing that axe looks at is on the map, which software draws in seconds a frame. */
function forbidWebGl() {
  HTMLCanvasElement.prototype.getContext = () => null;
}

test('every panel and dialog is clean in every theme, and the page can be used by keys alone', async ({
  page,
  context,
}) => {
  await page.addInitScript(forbidWebGl);
  await openApp(page);
  await page.evaluate(AXE);
  const found: string[] = [];
  for (const look of LOOKS) {
    await pressed(page, 'open-settings');
    // The radio itself is invisible behind its label.
    const radio = page.getByTestId('settings').locator(`input[value="${look}"]`);
    await radio.evaluate((input: HTMLInputElement) => input.click());
    await page.keyboard.press('Escape');
    await expect(page.locator('html')).toHaveAttribute('data-theme', look);
    for (const [name, open, close = () => page.keyboard.press('Escape')] of VIEWS) {
      await open(page);
      found.push(...(await violationsOf(page)).map((line) => `${look}, ${name}: ${line}`));
      await close(page);
    }
    // Names are read in both languages.
    await pressed(page, 'language');
  }
  expect(found).toEqual([]);

  // By keys alone: past the bars to the map, a click at the cross, and out of the map again.
  const keys = await context.newPage();
  await openApp(keys, '?plain');
  await expect(keys.getByTestId('skip-to-map')).toBeAttached();
  await keys.keyboard.press('Tab');
  await expect(keys.getByTestId('skip-to-map')).toBeFocused();
  await keys.keyboard.press('Enter');
  await expect(keys.locator('.maplibregl-canvas')).toBeFocused();
  await expect(keys.locator('.chentu-map-crosshair')).toBeVisible();
  await keys.keyboard.press('Enter');
  await expect(keys.getByTestId('selection')).toBeVisible();
  await keys.keyboard.press('Escape');
  await expect(keys.getByTestId('selection')).toBeHidden();
  await keys.keyboard.press('Tab');
  await expect(keys.locator('.maplibregl-canvas')).not.toBeFocused();
});
