/**
 * The fuzz of the readers in full: `npm run fuzz:readers [-- --cases 10000 --seed 1]`. Prints progress and
 * every broken file that was taken wrongly, and ends with exit code 1 if there is one.
 */
import { readNumbers, runWith } from './run-in-vite.mjs';

const { cases, seed: firstSeed } = readNumbers({ cases: 10_000, seed: 1 });
const EVERY = Math.max(1, Math.floor(cases / 20));
await runWith('/test/fuzz/run-reader-fuzz.ts', async ({ runReaderFuzz }) => {
  let shown = 0;
  const { failures, ...counts } = await runReaderFuzz({
    cases,
    firstSeed,
    onCase: (done, found) => {
      for (; shown < found.length; shown++) process.stdout.write(`${found[shown]}\n`);
      if (done % EVERY === 0) process.stdout.write(`${done} of ${cases} files, ${found.length} taken wrongly\n`);
    },
  });
  process.stdout.write(`${JSON.stringify({ ...counts, wrong: failures.length }, null, 2)}\n`);
  return failures.length === 0;
});
