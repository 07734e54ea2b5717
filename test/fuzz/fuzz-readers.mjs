/**
 * The fuzz of the readers in full: `npm run fuzz:readers [-- --cases 10000 --seed 1]`. Prints progress and
 * every broken file that was taken wrongly, and ends with exit code 1 if there is one.
 * Node 20 cannot run TypeScript: Vite loads it.
 */
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const [cases, firstSeed] = [Number(values.cases), Number(values.seed)];
if (!Number.isInteger(cases) || cases < 1 || !Number.isInteger(firstSeed)) {
  process.stderr.write(`fuzz: found --cases ${values.cases} --seed ${values.seed}, expected whole numbers\n`);
  process.exit(1);
}
const EVERY = Math.max(1, Math.floor(cases / 20));
const server = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, ws: false },
});
let failed = true;
try {
  const { runReaderFuzz } = await server.ssrLoadModule('/test/fuzz/run-reader-fuzz.ts');
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
  failed = failures.length > 0;
} finally {
  await server.close();
}
process.exit(failed ? 1 : 0);
