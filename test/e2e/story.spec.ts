import { expect, test } from '@playwright/test';
import { openApp, openMode } from './support.ts';

test('one press makes a briefing of the demo, whose boards have the numbers of the check', async ({ page }) => {
  await openApp(page);
  const listed = await page.getByTestId('rule-group-source-unassigned').getByRole('button').first().textContent();
  const unassigned = Number(/(\d+)\s*$/u.exec(listed ?? '')?.[1]);
  expect(unassigned).toBeGreaterThan(0);
  await openMode(page, 'brief');
  await page.getByTestId('story-make').click();
  await expect(page.getByTestId('scene')).toHaveCount(11);
  // Nothing of the demo was handed out.
  await expect(page.getByTestId('story-made')).toContainText('11');
  await expect(page.getByTestId('story-made')).toContainText('交办与整改');

  await page.getByTestId('scene-play').click();
  const title = page.getByTestId('stage-title');
  const board = page.getByTestId('board');
  await expect(title).toHaveText('全区概况');
  // As planted: 1,000 sources in 300 zones.
  await expect(page.getByTestId('stage-number-summary sources')).toContainText('1,000');
  await expect(page.getByTestId('stage-number-summary zones')).toContainText('300');
  await expect(board).toBeHidden();

  // The bars add up to the number beside them, and to that of the list of findings.
  await page.keyboard.press('ArrowRight');
  await expect(board).toHaveAttribute('data-board', 'bars');
  const counts = await page.getByTestId('board-bar').allInnerTexts();
  const sum = counts.reduce((total, text) => total + Number(/(\d+) 处/u.exec(text)?.[1]), 0);
  expect(sum).toBe(unassigned);
  await expect(page.getByTestId('stage-number-findings source-unassigned count')).toContainText(`${sum} 处`);

  // ↓ turns to the other cards, and at the end to the rules of counting; → goes on.
  await page.keyboard.press('ArrowRight');
  await expect(title).toHaveText('突出问题');
  const cards = page.getByTestId('board-card');
  await expect(cards.first()).toBeVisible();
  const ranks: string[] = [];
  for (let turn = 0; turn < 12 && (await page.getByTestId('board-rules').count()) === 0; turn++) {
    ranks.push(...(await cards.locator('h3 span').allInnerTexts()));
    await expect(cards.first().locator('svg')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(board).toHaveAttribute('data-page', String(turn + 2));
  }
  expect(ranks).toEqual(Array.from({ length: 10 }, (_, index) => String(index + 1)));
  await expect(page.getByTestId('board-rules')).toContainText('例外、共管和碎片不计');
  await page.keyboard.press('ArrowRight');
  await expect(title).toHaveText('措施不到位');

  // Text on the wall is at least a thirtieth of the screen's height.
  const viewport = page.viewportSize() as { height: number };
  const smallest = await board.evaluate((element) => {
    const sizes = [...element.querySelectorAll('th, td, span, li, h2, h3, p, caption')].map((one) =>
      Number.parseFloat(getComputedStyle(one).fontSize),
    );
    return Math.min(...sizes);
  });
  expect(smallest).toBeGreaterThanOrEqual(viewport.height / 30);

  // What is paired is counted once beside the map and in the sum under the roads, and says that its distance is proposed.
  await page.keyboard.press('7');
  await expect(title).toHaveText('裸土旁道路未清扫');
  await expect(page.getByTestId('stage-conditions')).toHaveText('只显示配对的路段和裸土');
  const total = page.locator('[data-testid="board-row"][data-mark="total"]');
  const stretches = page.getByTestId('stage-number-roadsideSoil roads');
  await expect(stretches).toContainText(/\d+ 段/u);
  const roads = Number(/(\d+) 段/u.exec((await stretches.textContent()) ?? '')?.[1]);
  expect(roads).toBeGreaterThan(12);
  await expect(total).toContainText(`合计 ${roads} 段`);
  const ground = await page.getByTestId('stage-number-roadsideSoil areaSquareMeters').textContent();
  await expect(total).toContainText(/[\d.,]+ 亩/u.exec(ground ?? '')?.[0] ?? 'no area');
  const cut = await board.evaluate((element) => {
    const room = element.getBoundingClientRect().right;
    return [...element.querySelectorAll('td, th')].filter((cell) => cell.getBoundingClientRect().right > room).length;
  });
  expect(cut).toBe(0);
  for (let turn = 1; turn < 12 && (await page.getByTestId('board-rules').count()) === 0; turn++) {
    await page.keyboard.press('ArrowDown');
    await expect(board).toHaveAttribute('data-page', String(turn + 1));
  }
  await expect(page.getByTestId('board-rules')).toContainText('50 m（建议值');

  await page.keyboard.press('8');
  await expect(title).toHaveText('本月热点');
  await expect(page.getByTestId('stage-number-findings hotspot-unattended count')).toContainText('3 处');

  await page.keyboard.press('9');
  await expect(title).toHaveText('街道排名');
  await expect(page.getByTestId('board-row').first()).toContainText('1');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('scene-stage')).toBeHidden();
  // One step of the history.
  await page.getByTestId('undo').click();
  await expect(page.getByTestId('scene')).toHaveCount(0);
});
