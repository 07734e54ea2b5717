#!/usr/bin/env node
// Starts the built command line. Plain JavaScript, so that it can say what is missing before a build.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const main = new URL('../dist-cli/main.js', import.meta.url);

if (existsSync(main)) {
  const { runMain } = await import(main.href);
  await runMain(packageFolder);
} else {
  process.stderr.write(
    `chentu 尚未构建，请先在 ${packageFolder} 运行：npm run build && npm run build:cli\n` +
      `chentu is not built yet. First run in ${packageFolder}: npm run build && npm run build:cli\n`,
  );
  process.exitCode = 1;
}
