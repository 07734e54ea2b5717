import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import { openApp, openMode, rowsOf, selectFirstOf } from './support.ts';
import { clippedTexts } from './text-spacing.ts';

/** Put into the page as text: the policy lets no script in. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const CHARTS = ['uncovered', 'ranking', 'owners', 'rules', 'hours', 'stations', 'wind'] as const;

/** What axe finds against WCAG 2.2 A and AA within an element, as one line each. */
async function violationsOf(page: Page, within: string): Promise<string[]> {
  await expect(page.locator(within).first()).toBeVisible();
  return page.evaluate(
    async ({ tags, within }) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(within, { runOnly: tags, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html}`));
    },
    { tags: RULES, within },
  );
}

const id = (testId: string) => `[data-testid="${testId}"]`;
const press = (page: Page, testId: string) => page.getByTestId(testId).click();
const stepBack = (page: Page) => page.keyboard.press('Escape');

interface View {
  readonly name: string;
  readonly within: string;
  /** Opens it; may look at states on the way by `look`. */
  readonly open: (page: Page, look: (state: string) => Promise<void>) => Promise<unknown>;
  /** The page is as it was afterwards. */
  readonly close: (page: Page) => Promise<unknown>;
}

const ofRail = (name: string, within: string, ready: string, then?: View['open']): View => ({
  name,
  within: id(within),
  open: async (page, look) => {
    await press(page, `open-${name}`);
    await expect(page.getByTestId(ready).first()).toBeVisible();
    await then?.(page, look);
  },
  close: (page) => press(page, `open-${name}`),
});

const VIEWS: readonly View[] = [
  { name: 'page', within: 'html', open: async () => {}, close: async () => {} },
  ofRail('whatIf', 'panel-whatIf', 'wind-dial', async (page) => {
    await page.getByTestId('wind-force').fill('5');
    // Once a plan is chosen, it stays.
    if ((await page.getByTestId('alert-plan').inputValue()) === '') {
      await press(page, 'alert-plan');
      await page.getByRole('option').first().click();
    }
    await page.getByTestId('alert-colour').locator('label').nth(3).click();
    await expect(page.getByTestId('demand-list')).toHaveCount(2);
  }),
  ofRail('rules', 'panel-rules', 'threshold-override-bareSoilCoverHours', async (page, look) => {
    await press(page, 'threshold-override-bareSoilCoverHours');
    await look('own value');
  }),
  ofRail('baseMaps', 'panel-baseMaps', 'panel-baseMaps'),
  ofRail('measure', 'panel-measure', 'place-notations'),
  ofRail('area', 'area-panel', 'area-tool'),
  ofRail('table', 'drawer', 'table-pane'),
  ofRail('charts', 'drawer', 'charts', async (page, look) => {
    for (const chart of CHARTS) {
      await press(page, `chart-${chart}`);
      await look(chart);
      await page.getByTestId('chart-view').locator('label').nth(1).click();
      await expect(page.getByTestId('chart-table')).toBeVisible();
      await look(`${chart} as a table`);
    }
  }),
  ofRail('time', 'drawer', 'time-shown', async (page, look) => {
    await page.getByTestId('time-drawing').locator('label').nth(4).click();
    await expect(page.getByTestId('time-month')).toBeVisible();
    await look('grid');
    await page.getByTestId('time-drawing').locator('label').nth(0).click();
  }),
  {
    name: 'cell card',
    within: id('cell-card'),
    open: async (page) => {
      await press(page, 'open-time');
      await page.getByTestId('time-drawing').locator('label').nth(4).click();
      await page.getByTestId('time-cell').first().press('Enter');
    },
    close: async (page) => {
      await press(page, 'cell-close');
      await page.getByTestId('time-drawing').locator('label').nth(0).click();
      await press(page, 'open-time');
    },
  },
  {
    name: 'table menu',
    within: '[role="menu"]',
    open: async (page) => {
      await press(page, 'open-table');
      await press(page, 'table-transfer');
    },
    close: async (page) => {
      await stepBack(page);
      // The menu alone is closed.
      await expect(page.locator('[role="menu"]')).toHaveCount(0);
      await expect(page.getByTestId('table-pane')).toBeVisible();
      await press(page, 'open-table');
    },
  },
  {
    name: 'layers',
    within: id('layers-panel'),
    open: async (page) => {
      await press(page, 'toggle-layers');
      await page.getByTestId('layers-panel').locator('[aria-expanded]').first().click();
    },
    close: (page) => press(page, 'toggle-layers'),
  },
  { name: 'help', within: id('help'), open: (page) => page.keyboard.press('?'), close: stepBack },
  { name: 'settings', within: '[role="dialog"]', open: (page) => press(page, 'open-settings'), close: stepBack },
  {
    name: 'search',
    within: '[role="dialog"]',
    open: async (page, look) => {
      await press(page, 'search');
      await page.getByTestId('search-input').fill('no such name');
      await look('nothing');
      await page.getByTestId('search-input').fill('街道');
      await expect(page.getByTestId('search-match').first()).toBeVisible();
    },
    close: stepBack,
  },
  {
    name: 'source card',
    within: id('selection'),
    open: async (page) => {
      await selectFirstOf(page, 'source-uncontrolled');
      await page.getByTestId('finding-card').getByTestId('subject').first().click();
      await expect(page.getByTestId('estimate-formula')).toBeVisible();
    },
    close: stepBack,
  },
  { name: 'workspace menu', within: '[role="menu"]', open: (page) => press(page, 'workspace-menu'), close: stepBack },
  { name: 'history', within: id('history-panel'), open: (page) => press(page, 'history'), close: stepBack },
  { name: 'scope', within: 'html', open: (page) => press(page, 'scope'), close: stepBack },
  {
    name: 'finding',
    within: id('selection'),
    open: async (page) => {
      await (await rowsOf(page, 'zone-overlap')).first().click();
      await expect(page.getByTestId('finding-card')).toBeVisible();
    },
    close: stepBack,
  },
  {
    name: 'notes',
    within: id('findings-panel'),
    open: (page) => press(page, 'list-notes'),
    close: (page) => press(page, 'list-findings'),
  },
  {
    name: 'draw',
    within: id('draw-panel'),
    open: (page) => openMode(page, 'draw'),
    close: (page) => openMode(page, 'browse'),
  },
  {
    name: 'brief',
    within: id('briefing-panel'),
    open: (page) => openMode(page, 'brief'),
    close: (page) => openMode(page, 'browse'),
  },
  {
    name: 'months',
    within: id('briefing-panel'),
    open: (page) => openBriefingTab(page, 1, 'months-kind-new'),
    close: (page) => openMode(page, 'browse'),
  },
  {
    name: 'papers',
    within: id('briefing-panel'),
    open: (page) => openBriefingTab(page, 2, 'handover'),
    close: (page) => openMode(page, 'browse'),
  },
];

async function openBriefingTab(page: Page, number: number, shown: string): Promise<void> {
  await openMode(page, 'brief');
  await page.getByTestId('briefing-tabs').locator('label').nth(number).click();
  await expect(page.getByTestId(shown)).toBeVisible();
}

const LOOKS = ['light', 'dark', 'projector'] as const;

/** Without WebGL: nothing that axe looks at is on the map, which software draws in seconds a frame. */
function forbidWebGl() {
  HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
    apply: (get, canvas, [kind, ...rest]) =>
      /webgl/.test(String(kind)) ? null : Reflect.apply(get, canvas, [kind, ...rest]),
  });
}

/** What a theme changes has its colours, and nothing is on its way. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let i = 0; i < 3; i++) {
      await frame();
      await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    }
  });
}

test('every panel and dialog is clean in every theme, and the page can be used by keys alone', async ({
  page,
  context,
}) => {
  await page.addInitScript(forbidWebGl);
  // Colours on their way are those of neither theme.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openApp(page);
  await page.evaluate(AXE);
  const found: string[] = [];
  for (const theme of LOOKS) {
    await press(page, 'open-settings');
    // The radio itself is invisible behind its label.
    const radio = page.getByTestId('settings').locator(`input[value="${theme}"]`);
    await radio.evaluate((input: HTMLInputElement) => input.click());
    await stepBack(page);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expect(page.locator('html')).toHaveAttribute(
      'data-mantine-color-scheme',
      theme === 'dark' ? 'dark' : 'light',
    );
    await settle(page);
    for (const { name, within, open, close } of VIEWS) {
      const look = async (state: string) => {
        const lines = await violationsOf(page, within);
        // Text set wider, once in each language.
        const clipped = theme === 'projector' ? [] : await clippedTexts(page, within);
        found.push(...[...lines, ...clipped].map((line) => `${theme}, ${name} ${state}: ${line}`));
      };
      await test.step(`${theme} ${name}`, async () => {
        await open(page, look);
        await look('');
        await close(page);
      });
    }
    // Names are read in both languages.
    await press(page, 'language');
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

  // What keys open is stepped into, and what is closed gives the focus back to its button.
  for (const [name, panel] of [
    ['whatIf', 'panel-whatIf'],
    ['area', 'area-panel'],
    ['charts', 'drawer'],
  ] as const) {
    await keys.getByTestId(`open-${name}`).press('Enter');
    await expect(keys.getByTestId(panel)).toBeFocused();
    await keys.keyboard.press('Tab');
    await expect(keys.getByTestId(panel).locator(':focus')).toHaveCount(1);
    await expect
      .poll(async () => {
        await keys.keyboard.press('Escape');
        return keys.getByTestId(panel).count();
      })
      .toBe(0);
    await expect(keys.getByTestId(`open-${name}`)).toBeFocused();
  }

  // What a press on a chart does, a button of its table does.
  await keys.getByTestId('open-charts').press('Enter');
  await keys.getByTestId('chart-hours').press('Enter');
  await keys.getByTestId('chart-view').locator('input').nth(1).press('Space');
  const cell = keys.getByTestId('chart-cell').first();
  await cell.press('Enter');
  await expect(keys.getByTestId('map-filter-note')).toBeVisible();
  await keys.getByTestId('map-filter-clear').press('Enter');
  await keys.getByTestId('chart-uncovered').press('Enter');
  await keys.getByTestId('chart-view').locator('input').nth(1).press('Space');
  const street = keys.getByTestId('chart-column').first();
  const name = ((await street.textContent()) ?? '').replace(/ *[（(].*/, '');
  await street.press('Enter');
  await expect(keys.getByTestId('scope')).toHaveValue(name);
  await keys.keyboard.press('Escape');

  // The figures of an area, and the legend on the map, which need a map.
  await keys.evaluate(AXE);
  await keys.getByTestId('open-area').press('Enter');
  await press(keys, 'area-view');
  await expect(keys.getByTestId('area-size')).toBeVisible();
  expect(await violationsOf(keys, id('area-panel'))).toEqual([]);
  await press(keys, 'toggle-layers');
  if ((await keys.getByTestId('map-legend').count()) === 0) await press(keys, 'toggle-legend');
  expect(await violationsOf(keys, id('map-legend'))).toEqual([]);
});
