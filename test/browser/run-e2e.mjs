/** Runs the end-to-end tests against the build, in whatever Chromium there is. Arguments go to the test runner. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.mjs';

if (!existsSync('dist/index.html')) {
  process.stderr.write('dist/index.html is missing: run "npm run build" first.\n');
  process.exit(1);
}
const browser = await findBrowser();
process.stdout.write(`Browser: ${browser.path} (${browser.origin})\n`);
const run = spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: browser.path },
});
process.exit(run.status ?? 1);
