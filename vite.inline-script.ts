/**
 * `import { text, hash } from './entry.ts?inline-script'`: the entry and all that it imports as one script without
 * imports, for a page that is written by the app; of a `.css` file its text. `hash` is what a policy calls it.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const SUFFIX = '?inline-script';
/** No suffix of an own, so that other plugins do not take the module for what it was made of. */
const MADE = '\0inline-script:';

export function inlineScript(): Plugin {
  return {
    name: 'chentu-inline-script',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!source.endsWith(SUFFIX) || importer === undefined) return undefined;
      return `${MADE}${resolve(dirname(importer), source.slice(0, -SUFFIX.length))}.made`;
    },
    async load(id) {
      if (!id.startsWith(MADE)) return undefined;
      const entry = id.slice(MADE.length, -'.made'.length);
      this.addWatchFile(entry);
      const text = entry.endsWith('.css') ? await readFile(entry, 'utf8') : await bundle(entry);
      if (text.includes('</')) throw new Error(`${entry}: found </ in the text, expected none: it would end its tag`);
      const hash = `sha256-${createHash('sha256').update(text).digest('base64')}`;
      return `export const text = ${JSON.stringify(text)};\nexport const hash = ${JSON.stringify(hash)};\n`;
    },
  };
}

async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: ['chrome110', 'firefox115'],
      lib: { entry, formats: ['iife'], name: 'chentu' },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunk = outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .find(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`${entry}: found no script in the build, expected one`);
  return chunk.code.trim();
}
