import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { openApp, openMode } from './support.ts';

/** The demo with twelve scenes, one of them with more words than a title should have. */
function demoWithScenes(): object {
  const workspace = JSON.parse(readFileSync('public/demo/workspace.json', 'utf8')) as Record<string, unknown>;
  const scene = (number: number) => ({
    id: `scene-${number}`,
    title: number === 2 ? '未落实责任的裸土图斑按街道分布，青棠街道最多，较上月增加' : `第 ${number} 幅`,
    group: number < 3 ? '一、总体情况' : '二、问题清单',
    notes: `第 ${number} 幅的要点`,
    ...(number === 2 ? { caption: '请各街道月底前逐处核实，落实责任人，并报区大气办备案。' } : {}),
    camera: { center: [113.6, 34.7], zoom: 12, bearing: 0, pitch: 0, room: [900, 600] },
    layers: { boundary: 1, zones: 1 },
    rules: number === 2 ? ['source-unassigned', 'source-unpatrolled', 'source-unswept'] : [],
    transition: { type: 'cut' },
  });
  return { ...workspace, scenes: Array.from({ length: 12 }, (_, index) => scene(index + 1)) };
}

interface Measured {
  /** Text smaller than a thirtieth of the wall's height. */
  readonly small: string[];
  readonly cut: string[];
  readonly overlapping: string[];
  /** Lines of more than 18 characters, by their width. */
  readonly long: string[];
  readonly texts: number;
}

/** Every text on the wall, that of the map's credit among them. */
function measureWall(page: Page): Promise<Measured> {
  return page.evaluate(() => {
    const stage = document.querySelector('[data-testid="scene-stage"]') as HTMLElement;
    const texts: { text: string; box: DOMRect; size: number; room: Element | null; lines: DOMRect[] }[] = [];
    for (const root of [stage, document.querySelector('.chentu-map-attribution') as HTMLElement]) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const range = document.createRange();
        range.selectNodeContents(node);
        const lines = [...range.getClientRects()];
        const parent = node.parentElement as HTMLElement;
        if (!node.textContent?.trim() || lines.length === 0) continue;
        const size = Number.parseFloat(getComputedStyle(parent).fontSize);
        const room = parent.closest('[data-room], .chentu-map-attribution');
        texts.push({ text: node.textContent, box: range.getBoundingClientRect(), size, room, lines });
      }
    }
    const names = (found: typeof texts) => found.map(({ text }) => text);
    const isCut = ({ box, room }: (typeof texts)[number]) => {
      const around = room?.getBoundingClientRect();
      const outside = box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
      return outside || (around !== undefined && (box.right > around.right + 1 || box.bottom > around.bottom + 1));
    };
    const rooms = [...new Set(texts.map(({ room }) => room))].filter((room) => room !== null);
    const overlapping = rooms.flatMap((one, index) =>
      rooms.slice(index + 1).flatMap((other) => {
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
        const apart = a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
        return apart ? [] : [`${one.textContent} / ${other.textContent}`];
      }),
    );
    return {
      small: names(texts.filter(({ size }) => size < innerHeight / 30)),
      cut: names(texts.filter(isCut)),
      overlapping,
      long: names(
        texts.filter(
          ({ lines, size, text }) => /\p{Script=Han}/u.test(text) && lines.some(({ width }) => width > 18.1 * size),
        ),
      ),
      texts: texts.length,
    };
  });
}

test('a briefer plays ten scenes and more on the wall without a network, and is asked whose that is', async ({
  page,
  context,
}) => {
  await page.route('**/demo/workspace.json', (route) => route.fulfill({ json: demoWithScenes() }));
  await openApp(page, '?plain');
  // Only without a route does the browser keep what it has fetched.
  await page.unrouteAll();
  await openMode(page, 'brief');
  await page.getByTestId('scene-play').click();
  const stage = page.getByTestId('scene-stage');
  const position = page.getByTestId('stage-position');
  await expect(stage).toHaveAttribute('data-prepared', 'true');

  await context.setOffline(true);
  // What was fetched before is answered by the browser itself; anything else would fail.
  const missed: string[] = [];
  page.on('requestfailed', (request) => {
    if (!request.url().endsWith('favicon.svg')) missed.push(request.url());
  });

  await test.step('numbers, pages, the list and covers', async () => {
    await page.keyboard.type('12');
    await expect(position).toHaveText(/12\s*\/\s*12/);
    await expect(page.getByTestId('stage-group')).toHaveText('二、问题清单');
    await page.keyboard.press('PageUp');
    await expect(position).toHaveText(/11\s*\/\s*12/);
    for (const key of ['g', 'Home', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await expect(position).toHaveText(/^2\s*\/\s*12/);
    await page.keyboard.press('b');
    await expect(page.getByTestId('stage-blank')).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(page.getByTestId('stage-blank')).toBeHidden();
    await expect(position).toHaveText(/^2\s*\/\s*12/);
    await page.keyboard.press('F5');
    await expect(position).toHaveText(/^2\s*\/\s*12/);
  });

  await test.step('type is legible in every size of wall', async () => {
    for (const [width, height] of [
      [3840, 2160],
      [1024, 768],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect(page.getByTestId('stage-scale')).toHaveText(/\d+ (m|km)/);
      const { texts, ...faults } = await measureWall(page);
      expect(texts).toBeGreaterThan(8);
      expect({ width, ...faults }).toEqual({ width, small: [], cut: [], overlapping: [], long: [] });
    }
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  await test.step('whose that is, with people masked', async () => {
    await page.keyboard.type('3');
    await expect(position).toHaveText(/^3\s*\/\s*12/);
    // The map may still stand as it did on the wall before.
    await expect(page.locator('html')).toHaveAttribute('data-map', 'idle', { timeout: 60_000 });
    await page.mouse.click(700, 400);
    const card = page.getByTestId('whose-card');
    await expect(card).toBeVisible();
    await expect(page.getByTestId('whose-unit').last()).toHaveText(/\p{Script=Han}{4,}/u);
    const person = page.getByTestId('whose-person').last();
    await expect(person).toHaveText(/^\S\*\*\s*\d{3}\*{4}\d{4}$/);
    await page.keyboard.press('p');
    await expect(person).toHaveText(/\d{3,4}-?\d{3,4}-?\d{4}$/);
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    for (const [key, tool] of [
      ['l', 'laser'],
      ['s', 'spotlight'],
      ['m', 'magnifier'],
    ]) {
      await page.keyboard.press(key as string);
      await expect(page.getByTestId(`stage-${tool}`)).toBeVisible();
    }
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('stage-magnifier')).toBeHidden();
  });

  await test.step('the presenter’s window is in step both ways, and can be lost', async () => {
    const [presenter] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('n')]);
    await expect(presenter.getByTestId('presenter-notes')).toHaveText('第 3 幅的要点');
    await expect(presenter.getByTestId('presenter-next')).toHaveText('第 4 幅');
    // Scenes that look alike share a picture: the third one was seen.
    const picture = presenter.getByTestId('presenter-next-picture');
    await expect(picture).toBeVisible();
    expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(
      480,
    );
    await presenter.keyboard.press('ArrowRight');
    await expect(position).toHaveText(/^4\s*\/\s*12/);
    await page.keyboard.press('ArrowRight');
    await expect(presenter.getByTestId('presenter-title')).toHaveText('第 5 幅');
    await presenter.close();
    await page.keyboard.press('ArrowRight');
    await expect(position).toHaveText(/^6\s*\/\s*12/);
  });

  // Nothing was missing, and the wall still stands.
  expect(missed).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(stage).toBeHidden();
});
