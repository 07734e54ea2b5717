import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const architecture = readFileSync('ARCHITECTURE.md', 'utf8');
const rows = [...architecture.matchAll(/^\| `(\w+)` +\| [^|]+ \| ([^|]+) \|$/gm)];
const documented = rows.map((row) => row[1] as string);

test('ARCHITECTURE.md lists the folders of src, no more and no less', () => {
  const folders = readdirSync('src', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(documented.toSorted()).toEqual(folders.toSorted());
});

test('what a folder may import is the same in ARCHITECTURE.md and in the import fence', () => {
  const fence = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
    forbidden: { name: string; to: { pathNot?: string } }[];
  };
  for (const [, folder, allowed] of rows) {
    if (folder === 'app' || folder === 'cli') continue;
    const rule = fence.forbidden.find(({ name }) => name === `direction-of-${folder}`);
    const inFence = (rule?.to.pathNot?.match(/\(([^)]*)\)/)?.[1] ?? '').split('|').filter((name) => name !== folder);
    const words = (allowed as string).trim();
    const inTable =
      words === '–'
        ? []
        : words === 'all of the above'
          ? documented.slice(0, documented.indexOf(folder as string))
          : words.split(', ');
    expect(inFence.toSorted(), `imports of src/${folder}`).toEqual(inTable.toSorted());
  }
});
