/** Every real file alone through the whole import: none may throw, hang, or get lost in silence. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeImport } from './judge-import.ts';

const realData = process.env.CHENTU_REAL_DATA;

describe.skipIf(!realData)('real files (needs CHENTU_REAL_DATA)', () => {
  it('are taken or refused with a word, each within ten seconds', async () => {
    const entries = readdirSync(realData!, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    expect(paths.length).toBeGreaterThan(100);
    for (const path of paths) {
      const begin = performance.now();
      const fault = await judgeImport([{ path: relative(realData!, path), bytes: new Uint8Array(readFileSync(path)) }]);
      expect([path, fault]).toEqual([path, undefined]);
      expect(performance.now() - begin, path).toBeLessThan(10_000);
    }
  }, 300_000);
});
