import { expect, test } from '@playwright/test';
import { exportFindings, openApp, openMode, rowsOf, waitForMap } from './support.ts';

test('nothing leaves the origin, over plain http from another host, under the strict policy', async ({
  page,
  baseURL,
}) => {
  const foreign: string[] = [];
  const violations: string[] = [];
  const pageErrors: string[] = [];
  const origin = new URL(baseURL as string).origin;
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('blob:') && !url.startsWith('data:')) foreign.push(url);
  });
  page.on('pageerror', (error) => pageErrors.push(error.message));
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenViolations: seen });
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });

  await openApp(page);
  await waitForMap(page);
  await (await rowsOf(page, 'zone-overlap')).first().click();
  await page.getByTestId('second-opinion').click();
  await expect(page.getByTestId('opinion')).toBeVisible();
  await openMode(page, 'draw');
  await expect(page.getByTestId('draw-panel')).toBeVisible();
  await openMode(page, 'brief');
  await expect(page.getByTestId('briefing-panel')).toBeVisible();
  expect((await exportFindings(page)).length).toBeGreaterThan(0);

  violations.push(
    ...(await page.evaluate(() => (globalThis as unknown as { seenViolations: string[] }).seenViolations)),
  );
  expect(foreign).toEqual([]);
  expect(violations).toEqual([]);
  expect(pageErrors).toEqual([]);
  expect(await page.evaluate(() => globalThis.isSecureContext)).toBe(false);

  const policy = (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-[A-Za-z0-9+/=]+'/);
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).not.toContain("'unsafe-inline'");
  // The policy is in force, not only written: the page itself may neither evaluate text nor ask elsewhere.
  const refused = await page.evaluate(async () => {
    const asked = await fetch('http://elsewhere.test/').then(
      () => 'answered',
      () => 'refused',
    );
    // In a task of the page's own: what the debugger calls directly is exempt from the policy.
    const evaluated = await new Promise<string>((resolve) =>
      setTimeout(() => {
        try {
          new Function('return 1')();
          resolve('ran');
        } catch {
          resolve('refused');
        }
      }),
    );
    return { asked, evaluated, violations: (globalThis as unknown as { seenViolations: string[] }).seenViolations };
  });
  expect(refused.evaluated).toBe('refused');
  expect(refused.asked).toBe('refused');
  expect(refused.violations.some((text) => text.startsWith('connect-src http://elsewhere.test'))).toBe(true);
});
