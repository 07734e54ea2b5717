/**
 * The fuzz in full: `npm run fuzz [-- --pairs 60000 --seed 1]`. Prints progress, every case on which
 * the kernel and GEOS disagree (with its seed and its shapes), and ends with exit code 1 if there is one.
 */
import { readNumbers, runWith } from './run-in-vite.mjs';

const { pairs, seed: firstSeed } = readNumbers({ pairs: 60_000, seed: 1 });
const SHOWN = 20;
const EVERY = Math.max(1, Math.floor(pairs / 20));
await runWith('/test/fuzz/run-fuzz.ts', async ({ runFuzz }) => {
  const begin = performance.now();
  let shown = 0;
  const { failures, ...counts } = await runFuzz({
    pairs,
    firstSeed,
    onCase: (done, found) => {
      for (; shown < Math.min(found.length, SHOWN); shown++) process.stdout.write(`${found[shown]}\n`);
      if (done % EVERY !== 0) return;
      const seconds = Math.round((performance.now() - begin) / 1000);
      process.stdout.write(`${done} of ${pairs} pairs, ${found.length} disagree, ${seconds} s\n`);
    },
  });
  process.stdout.write(`${JSON.stringify({ ...counts, disagreeing: failures.length }, null, 2)}\n`);
  return failures.length === 0;
});
