import { expect, test } from '@playwright/test';
import { countOf, downloadText, openApp } from './support.ts';

test('a planner asks what lies upwind and what must stop, sees why, and puts an own value in force', async ({
  page,
}) => {
  await openApp(page, '?plain');
  await page.getByTestId('open-whatIf').press('Enter');

  // The wind is that of the first station at the workspace's clock.
  await expect(page.getByTestId('wind-from')).toHaveValue('135°');
  await expect(page.getByTestId('wind-verdict')).toContainText('未达到');
  await page.getByTestId('wind-force').fill('5');
  await expect(page.getByTestId('wind-verdict')).toContainText('达到停工风力（4 级）');
  await expect(page.getByTestId('demand-count-stop')).toHaveText(/[1-9]/);

  // Open patches of 1 ha and more within 1 km upwind of the stations, and whose they are.
  await page.getByTestId('wind-dial').press('Home');
  await expect(page.getByTestId('wind-from')).toHaveValue('0°');
  await page.getByTestId('wind-from').fill('270');
  await page.getByTestId('upwind-reach').click();
  await page.getByRole('option', { name: '1 km' }).click();
  await page.getByTestId('upwind-area').fill('1');
  await page.getByTestId('upwind-soil').press('Space');
  await expect(page.getByTestId('upwind-count')).toHaveText(['1 个', '0 个', '0 个']);
  const source = page.getByTestId('upwind-source');
  await expect(source).toHaveCount(1);
  const [, area, meters, owner] =
    /([\d.]+) 亩 · (\d+) m · 西（2\d\d°）(\S+)/.exec((await source.textContent()) ?? '') ?? [];
  expect(Number(area)).toBeGreaterThanOrEqual(15);
  expect(Number(meters)).toBeLessThanOrEqual(1000);
  expect(owner).toBeTruthy();

  // Why it stands there.
  await source.getByTestId('subject').press('Enter');
  const card = page.getByTestId('feature-card');
  await expect(card.getByTestId('judgement-source-uncontrolled')).toHaveAttribute('data-verdict', /finding|holds/);
  await expect(card.getByTestId('estimate-formula')).toContainText('公顷 ×');
  await expect(card.getByTestId('soil-clocks')).toBeVisible();
  await expect(card.getByTestId('zone-share').first()).toContainText('%');
  await expect(card.getByTestId('zone-phone')).toHaveCount(0);
  await card.getByTestId('show-phone').press('Space');
  await expect(card.getByTestId('zone-phone').first()).toContainText(/\d{3}/);

  // An alert by a plan of the office's choice, as a list to hand on.
  await page.getByTestId('alert-plan').click();
  await page.getByRole('option').first().click();
  await page.getByTestId('alert-colour').getByText('橙色').click();
  const alert = page.getByTestId('demand-list').last();
  const counts = alert.locator('[data-testid^="demand-count-"]');
  await expect(counts).toHaveCount(4);
  const asked = await counts.allTextContents();
  const csv = await downloadText(page, async () => {
    await alert.getByTestId('export-demands').press('Enter');
    await page.getByTestId('export-demands-csv').press('Enter');
  });
  const rows = csv.trim().split('\r\n').slice(1);
  for (const [index, word] of ['须停工', '须核实', '须覆盖', '须增加洒水'].entries())
    expect(rows.filter((row) => row.includes(word)).length, word).toBe(Number(asked[index]));

  // A value of the office's own: findings follow, undo takes it back.
  await page.getByTestId('open-rules').press('Enter');
  const before = await countOf(page, 'source-uncontrolled');
  await page.getByTestId('threshold-override-bareSoilCoverHours').press('Enter');
  const hours = page.getByTestId('threshold-input-bareSoilCoverHours');
  await hours.fill('-1');
  await hours.press('Enter');
  await expect(page.getByTestId('threshold-fault')).toContainText('0…87600');
  await hours.fill('2000');
  await hours.press('Enter');
  await expect(page.getByTestId('rule-changes')).toContainText(`${before} → `);
  await expect.poll(() => countOf(page, 'source-uncontrolled')).toBeLessThan(before);
  await expect(page.getByTestId('threshold-bareSoilCoverHours')).toContainText('本区设定');
  await page.getByTestId('threshold-reset-bareSoilCoverHours').press('Enter');
  await expect(page.getByTestId('rule-changes')).toContainText(` → ${before}`);
  await expect(page.getByTestId('threshold-value-bareSoilCoverHours')).toHaveText('48 小时');
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('threshold-value-bareSoilCoverHours')).toHaveText('2000 小时');
});
