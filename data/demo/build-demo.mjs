/**
 * Writes the embedded demo district: `npm run demo` → public/demo/. TypeScript cannot run in Node 20,
 * so a small program is bundled first, into a folder that is thrown away. The month before is checked and kept beside.
 */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = join(root, 'public/demo');
/** The program: the generator with the formats' FlatGeobuf writer, which the generator itself may not import. */
const PROGRAM = `
import { demoFiles } from '/data/demo/demo-files.ts';
import { MONTH_BEFORE } from '/data/demo/month-before.ts';
import { makeMonthBefore } from '/src/cli/demo-month.ts';
import { filesInMemory } from '/src/formats/workspace/workspace-files.ts';
import { writeFile } from '/src/formats/write-file.ts';
const orThrow = (result) => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};
export async function* files(size, seed) {
  const kept = [];
  const writeLayer = async (name, batch) => orThrow(await writeFile('flatgeobuf', { name, batch }));
  for await (const file of demoFiles({ size, seed, months: [MONTH_BEFORE.month], writeLayer })) {
    kept.push(file);
    yield file;
  }
  const { path, pieces } = orThrow(await makeMonthBefore(filesInMemory(kept), {}));
  yield { path, bytes: new TextEncoder().encode([...pieces].join('')) };
}
`;

const program = {
  name: 'demo-program',
  resolveId: (id) => (id === 'demo-program' ? `\0${id}` : undefined),
  load: (id) => (id === '\0demo-program' ? PROGRAM : undefined),
};
// Beside node_modules, so that the bundle finds the packages that it leaves out.
const folder = await mkdtemp(join(root, 'node_modules/.demo-'));
try {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [program],
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: { input: 'demo-program', output: { entryFileNames: 'program.mjs' } },
    },
  });
  const { files } = await import(pathToFileURL(join(folder, 'program.mjs')).href);
  let total = 0;
  for await (const { path, bytes } of files('S', 1)) {
    const file = join(folder, 'demo', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    total += bytes.length;
    process.stdout.write(`${String(bytes.length).padStart(9)}  ${path}\n`);
  }
  process.stdout.write(`${String(total).padStart(9)}  in all\n`);
  // Only a whole new demo takes the place of the old one.
  await rm(target, { recursive: true, force: true });
  await rename(join(folder, 'demo'), target);
} finally {
  await rm(folder, { recursive: true, force: true });
}
