import { expect, type Page, test } from '@playwright/test';
import type { Finding } from '../../src/model/findings.ts';
import { countOf, exportFindings, openApp, rowsOf, waitForMap, waitUntilChecked } from './support.ts';

const between = (findings: readonly Finding[], rule: string, ...features: readonly string[]): Finding => {
  const found = findings.find(
    (finding) =>
      finding.rule === rule && features.every((name) => finding.subjects.some(({ feature }) => feature === name)),
  );
  if (!found) throw new Error(`the demo has no ${rule} of ${features.join(' and ')}`);
  return found;
};

/** By the filter: the list shows what is in view alone. */
async function choose(page: Page, { id, rule, explain }: Finding): Promise<void> {
  const { nameA, name, neighbours } = explain.params;
  await page.getByTestId('finding-filter').fill(String(nameA ?? name ?? neighbours).split('、')[0] as string);
  await rowsOf(page, rule);
  await page.locator(`[data-testid="finding-row"][data-finding="${id}"]`).click();
  await expect(page.getByTestId('conflict-sheet')).toHaveAttribute('data-finding', id);
  await page.getByTestId('finding-filter').fill('');
}

async function commit(page: Page): Promise<void> {
  await page.getByTestId('fix-commit').click();
}

const countIn = (findings: readonly Finding[], rule: string) =>
  findings.filter((finding) => finding.rule === rule && finding.status === 'open').length;

/** Does what `fix` does, and sees the finding go from among all and come back. */
async function settleAndUndo(
  page: Page,
  all: readonly Finding[],
  finding: Finding,
  fix: () => Promise<void>,
): Promise<void> {
  const before = countIn(all, finding.rule);
  await choose(page, finding);
  await fix();
  await expect.poll(() => countOf(page, finding.rule)).toBe(before - 1);
  await expect(page.getByTestId('conflict-sheet')).toHaveCount(0);
  await page.getByTestId('undo').click();
  await expect.poll(() => countOf(page, finding.rule)).toBe(before);
}

test('an overlap is clipped from either zone, and each is undone', async ({ page }) => {
  await openApp(page);
  const all = await exportFindings(page);
  const overlap = between(all, 'zone-overlap', 'G-0108', 'G-0124');

  await test.step('the sheet says how much, whose, and who should have it', async () => {
    await choose(page, overlap);
    await expect(page.getByTestId('conflict-size')).toContainText('56.7 亩');
    await expect(page.getByTestId('conflict-parties')).toContainText('青棠街道银杏社区居委会');
    await expect(page.getByTestId('conflict-parties')).toContainText('青棠街道学府社区居委会');
    await expect(page.getByTestId('conflict-suggestion')).toHaveAttribute('data-reason', 'code');
    await expect(page.getByTestId('fix-clip').nth(1)).toBeChecked();
  });

  await test.step('clipped from the one and from the other', async () => {
    for (const side of [0, 1]) {
      await settleAndUndo(page, all, overlap, async () => {
        await page.getByTestId('fix-clip').nth(side).click();
        await expect(page.getByTestId('area-changes')).toContainText('−56.7 亩');
        await commit(page);
      });
    }
  });

  expect(await exportFindings(page)).toEqual(all);
});

test('an overlap is split in the middle and along a drawn line, and each is undone', async ({ page }) => {
  await openApp(page);
  const all = await exportFindings(page);
  const overlap = between(all, 'zone-overlap', 'G-0108', 'G-0124');
  const sheet = page.getByTestId('conflict-sheet');

  await test.step('along its middle, with the sides swapped', async () => {
    await settleAndUndo(page, all, overlap, async () => {
      await page.getByTestId('fix-split').click();
      const rows = page.getByTestId('area-changes').locator('tbody tr');
      await expect(rows).toHaveCount(2);
      await page.getByTestId('line-swap').click();
      await expect(page.getByTestId('line-reset')).toBeVisible();
      await expect(page.getByTestId('fix')).toHaveAttribute('data-asking', 'false');
      await commit(page);
    });
  });

  await test.step('along a line that is drawn across it', async () => {
    await settleAndUndo(page, all, overlap, async () => {
      await waitForMap(page);
      await page.getByTestId('fix-split').click();
      await page.getByTestId('line-draw').click();
      await expect(page.getByTestId('line-drawing')).toBeVisible();
      const panel = (await page.getByTestId('findings-panel').boundingBox()) as { x: number };
      const middle = (44 + panel.x) / 2;
      for (const [x, y] of [
        [middle - 180, 330],
        [middle, 400],
        [middle + 180, 380],
      ] as const) {
        await page.mouse.move(x, y, { steps: 4 });
        await page.mouse.click(x, y);
      }
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('line-reset')).toBeVisible();
      await expect(sheet).toBeVisible();
      await expect(page.getByTestId('area-changes').locator('tbody tr')).toHaveCount(2);
      await commit(page);
    });
  });

  expect(await exportFindings(page)).toEqual(all);
});

test('an overlap is accepted with a reason, and what leaves no ground is refused', async ({ page }) => {
  await openApp(page);
  const all = await exportFindings(page);
  const overlap = between(all, 'zone-overlap', 'G-0108', 'G-0124');

  await test.step('as joint duty or as an exception', async () => {
    for (const kind of ['joint', 'exception'] as const) {
      const count = countIn(all, 'zone-overlap');
      await choose(page, overlap);
      await page.getByTestId(`fix-${kind}`).click();
      await commit(page);
      await expect(page.getByText('请写明理由。')).toBeVisible();
      await page.getByTestId('accept-reason').fill('园区与社区共同管理');
      await page.getByTestId('accept-by').fill('区大气办');
      await page.getByTestId('accept-when').fill('2026-11-23');
      await commit(page);
      await expect(page.getByTestId('accepted')).toContainText('园区与社区共同管理');
      await expect(page.getByTestId('accepted')).toContainText('区大气办');
      await expect.poll(() => countOf(page, 'zone-overlap')).toBe(count - 1);
      expect((await exportFindings(page)).find(({ id }) => id === overlap.id)?.status).toBe(kind);
      if (kind === 'joint') await page.getByTestId('undo').click();
      else await page.getByTestId('accepted-withdraw').click();
      await expect.poll(() => countOf(page, 'zone-overlap')).toBe(count);
    }
  });

  await test.step('what would leave a zone without ground is refused in words', async () => {
    const inside = between(all, 'zone-overlap', 'G-0147', 'G-9001');
    await choose(page, inside);
    await expect(page.getByTestId('conflict-suggestion')).toHaveAttribute('data-reason', 'whole');
    await page.getByTestId('fix-clip').nth(1).click();
    await expect(page.getByTestId('fix-problem')).toContainText('没有任何范围');
    await expect(page.getByTestId('fix-commit')).toHaveCount(0);
  });

  expect(await exportFindings(page)).toEqual(all);
});

test('a gap is merged, an escape clipped or its parent extended, and all slivers go at once', async ({ page }) => {
  await openApp(page);
  const all = await exportFindings(page);

  await settleAndUndo(page, all, between(all, 'zone-gap', 'G-0055', 'G-0056', 'G-0057'), async () => {
    await expect(page.getByTestId('fix-merge')).toHaveCount(3);
    await expect(page.getByTestId('area-changes')).toContainText('+16.0 亩');
    await commit(page);
  });
  const reachesOut = between(all, 'zone-escape', 'G-0124');
  await settleAndUndo(page, all, reachesOut, async () => {
    await page.getByTestId('fix-clipToParent').click();
    await commit(page);
  });
  await settleAndUndo(page, all, reachesOut, async () => {
    await page.getByTestId('fix-extend').click();
    await expect(page.getByTestId('area-changes')).toContainText('学府社区');
    await commit(page);
  });

  await page.keyboard.press('Escape');
  await rowsOf(page, 'zone-overlap');
  await page.locator('ul').first().hover();
  const button = page.getByTestId('settle-slivers-zone-overlap');
  for (let step = 0; step < 20 && !(await button.isVisible()); step++) await page.mouse.wheel(0, 200);
  await button.click();
  await expect(page.getByTestId('slivers-plan')).toContainText('重叠碎缝 5 处、空白碎缝 4 处');
  await page.getByTestId('slivers-commit').click();
  await expect.poll(() => button.isVisible()).toBe(false);
  await waitUntilChecked(page);
  await page.getByTestId('undo').click();
  await expect.poll(() => button.isVisible()).toBe(true);
  await waitUntilChecked(page);
  expect(await exportFindings(page)).toEqual(all);
});
