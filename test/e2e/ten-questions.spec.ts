import { expect, type Locator, type Page, test } from '@playwright/test';
import { openApp } from './support.ts';

/**
 * Ten questions of a planner who has ten minutes (docs/ten-questions.md): each from the open demo, every press of the
 * mouse counted, and what is typed named. The answers are read from the page and held against what is known of the demo.
 */
interface Hand {
  click(target: Locator): Promise<void>;
  type(target: Locator, text: string): Promise<void>;
  drag(from: readonly [number, number], to: readonly [number, number]): Promise<void>;
}

interface Effort {
  clicks: number;
  typed: number;
}

/** Back to the open demo: nothing selected, no panel, no drawer, the whole district in view. */
async function leave(page: Page): Promise<void> {
  for (let step = 0; step < 8; step++) await page.keyboard.press('Escape');
  await expect(page.getByTestId('drawer')).toBeHidden();
  await page.keyboard.press('h');
}

async function ask(page: Page, answer: (hand: Hand) => Promise<void>): Promise<Effort> {
  const effort: Effort = { clicks: 0, typed: 0 };
  await answer({
    async click(target) {
      effort.clicks++;
      await target.click();
    },
    async type(target, text) {
      effort.typed++;
      await target.fill(text);
    },
    async drag([x0, y0], [x1, y1]) {
      effort.clicks++;
      await page.mouse.move(x0, y0);
      await page.mouse.down();
      await page.mouse.move((x0 + x1) / 2, (y0 + y1) / 2, { steps: 2 });
      await page.mouse.move(x1, y1, { steps: 2 });
      await page.mouse.up();
    },
  });
  await leave(page);
  return effort;
}

const groupOf = (page: Page, rule: string) => page.getByTestId(`rule-group-${rule}`).getByRole('button').first();
const rowOf = (page: Page, rule: string) => page.locator(`[data-testid="finding-row"][data-rule="${rule}"]`).first();

/** A rule's group, its worst finding, what its card says; the group is folded again by hand outside of the count. */
async function readWorst(page: Page, hand: Hand, rule: string): Promise<string> {
  await hand.click(groupOf(page, rule));
  await hand.click(rowOf(page, rule));
  const sentence = (await page.getByTestId('finding-sentence').textContent()) ?? '';
  await groupOf(page, rule).click();
  return sentence;
}

test('ten questions of a planner, each with the clicks that it takes', async ({ page }) => {
  await openApp(page, '?plain');
  const efforts: Effort[] = [];

  // 1 Which open patches over 1 ha lie within 1 km upwind of a station, and whose are they?
  efforts.push(
    await ask(page, async (hand) => {
      await hand.click(page.getByTestId('open-whatIf'));
      await hand.type(page.getByTestId('wind-from'), '270');
      await hand.click(page.getByTestId('upwind-reach'));
      await hand.click(page.getByRole('option', { name: '1 km' }));
      await hand.type(page.getByTestId('upwind-area'), '1');
      await hand.click(page.getByTestId('upwind-soil'));
      await expect(page.getByTestId('upwind-source')).toHaveCount(1);
      await expect(page.getByTestId('upwind-source')).toContainText(/亩 · \d+ m · 西/);
    }),
  );

  // 2 Which street has most uncovered soil, and how much?
  efforts.push(
    await ask(page, async (hand) => {
      await hand.click(page.getByTestId('open-charts'));
      await hand.click(page.getByTestId('chart-ranking'));
      await expect(page.getByTestId('chart-table').locator('tbody tr').first()).toContainText(/街道.*\d/);
    }),
  );

  // 3 Which source is nobody's, and whose grid is next to it?
  efforts.push(
    await ask(page, async (hand) => {
      expect(await readWorst(page, hand, 'source-unassigned')).toMatch(/网格/);
    }),
  );

  // 4 Where do two units answer for one ground, what lies in it, and who should have it?
  efforts.push(
    await ask(page, async (hand) => {
      expect(await readWorst(page, hand, 'zone-overlap')).toMatch(/亩/);
    }),
  );

  // 5 Under an orange alert, who has to stop? As a list to hand on.
  efforts.push(
    await ask(page, async (hand) => {
      await hand.click(page.getByTestId('open-whatIf'));
      await hand.click(page.getByTestId('alert-plan'));
      await hand.click(page.getByRole('option').first());
      await hand.click(page.getByTestId('alert-colour').getByText('橙色'));
      const list = page.getByTestId('demand-list').last();
      await expect(list.getByTestId('demand-count-stop')).toHaveText(/[1-9]/);
      await hand.click(list.getByTestId('export-demands'));
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        hand.click(page.getByTestId('export-demands-xlsx')),
      ]);
      expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    }),
  );

  // 6 Which patch is longest past its clock, by which rule?
  efforts.push(
    await ask(page, async (hand) => {
      expect(await readWorst(page, hand, 'source-uncontrolled')).toMatch(/规则：.*依据：/);
    }),
  );

  // 7 In which cells were hotspots worst this month, and whose ground is that?
  efforts.push(
    await ask(page, async (hand) => {
      await hand.click(page.getByTestId('open-time'));
      await hand.click(page.getByTestId('time-drawing').getByText('3 km 网格'));
      await expect(page.getByTestId('time-cell').first()).toContainText(/%/);
    }),
  );

  // 8 Who is the likeliest source of a hotspot?
  efforts.push(
    await ask(page, async (hand) => {
      expect(await readWorst(page, hand, 'hotspot-source')).toMatch(/可能来源|就在/);
    }),
  );

  // 9 Which source has no sweeping near, and how far is the next route?
  efforts.push(
    await ask(page, async (hand) => {
      expect(await readWorst(page, hand, 'source-unswept')).toMatch(/清扫路线/);
    }),
  );

  // 10 What lies in this box: how many, how large, how much dust, whose?
  efforts.push(
    await ask(page, async (hand) => {
      await hand.click(page.getByTestId('open-area'));
      await hand.click(page.getByTestId('area-tool').getByText('框选'));
      const map = (await page.getByTestId('map').boundingBox()) as { width: number; height: number };
      // Beside the panel.
      const [x, y] = [map.width * 0.3, map.height * 0.5];
      await hand.drag([x, y], [x + 120, y + 120]);
      await expect(page.locator('[data-layer="soil"]')).toHaveAttribute('data-count', /[1-9]/);
    }),
  );

  expect(efforts.map(({ clicks }) => clicks)).toEqual([4, 2, 2, 2, 6, 2, 2, 2, 2, 3]);
  expect(efforts.map(({ typed }) => typed)).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});
