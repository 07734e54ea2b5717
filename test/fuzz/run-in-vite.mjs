/** What both fuzzers have in common: whole numbers from the command line, and a TypeScript module in Node 20, by way of Vite. */
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

/** `defaults` by option; ends the process with a word where one is no whole number, or one other than `seed` is not above 0. */
export function readNumbers(defaults) {
  const options = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, { type: 'string', default: String(value) }]),
  );
  const { values } = parseArgs({ options });
  const numbers = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, Number(text)]));
  const isWrong = ([name, number]) => !Number.isInteger(number) || (name !== 'seed' && number < 1);
  const wrong = Object.entries(numbers).find(isWrong);
  if (wrong) {
    process.stderr.write(`fuzz: found --${wrong[0]} ${values[wrong[0]]}, expected a whole number\n`);
    process.exit(1);
  }
  return numbers;
}

/** Runs `use` with the module and ends the process: 1 where it answers false or throws. */
export async function runWith(path, use) {
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, ws: false },
  });
  let passed = false;
  try {
    passed = await use(await server.ssrLoadModule(path));
  } finally {
    await server.close();
  }
  process.exit(passed ? 0 : 1);
}
