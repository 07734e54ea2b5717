/**
 * The fuzz in full: `npm run fuzz [-- --pairs 60000 --seed 1]`. Prints progress, every case on which
 * the kernel and GEOS disagree (with its seed and its shapes), and ends with exit code 1 if there is one.
 * Node 20 cannot run TypeScript: Vite loads it.
 */
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const { values } = parseArgs({
  options: { pairs: { type: 'string', default: '60000' }, seed: { type: 'string', default: '1' } },
});
const [pairs, firstSeed] = [Number(values.pairs), Number(values.seed)];
if (!Number.isInteger(pairs) || pairs < 1 || !Number.isInteger(firstSeed)) {
  process.stderr.write(`fuzz: found --pairs ${values.pairs} --seed ${values.seed}, expected whole numbers\n`);
  process.exit(1);
}
const SHOWN = 20;
const EVERY = Math.max(1, Math.floor(pairs / 20));
const server = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, ws: false },
});
let failed = true;
try {
  const { runFuzz } = await server.ssrLoadModule('/test/fuzz/run-fuzz.ts');
  const begin = performance.now();
  let shown = 0;
  const report = await runFuzz({
    pairs,
    firstSeed,
    onCase: (done, failures) => {
      for (; shown < Math.min(failures.length, SHOWN); shown++) process.stdout.write(`${failures[shown]}\n`);
      if (done % EVERY !== 0) return;
      const seconds = Math.round((performance.now() - begin) / 1000);
      process.stdout.write(`${done} of ${pairs} pairs, ${failures.length} disagree, ${seconds} s\n`);
    },
  });
  const { failures, ...counts } = report;
  process.stdout.write(`${JSON.stringify({ ...counts, disagreeing: failures.length }, null, 2)}\n`);
  failed = failures.length > 0;
} finally {
  await server.close();
}
process.exit(failed ? 1 : 0);
