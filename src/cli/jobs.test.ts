/** The built command line, with real threads. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rectangle } from '../../test/support/workspace.ts';

// Inside the project, since the built program looks for its packages from where it stands.
mkdirSync('test-results', { recursive: true });
const folder = resolve(mkdtempSync(join('test-results', 'jobs-')));
const at = (...names: string[]) => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true }));

const collection = (features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
const feature = (id: string, geometry: GeoJSON.Geometry) => ({ type: 'Feature', geometry, properties: { id } });

/** Nine by nine zones with gaps between some of them, and 6,000 sources in a grid that does not fit theirs. */
function writeWorkspace(): void {
  mkdirSync(at('district'));
  const zones = Array.from({ length: 81 }, (_, i) =>
    feature(`z${i}`, rectangle((i % 9) * 1000, Math.floor(i / 9) * 1000, 1000 - (i % 5) * 7, 1003)),
  );
  const soil = Array.from({ length: 6000 }, (_, i) =>
    feature(`s${i}`, rectangle((i % 75) * 121.3, Math.floor(i / 75) * 113.7, 40 + (i % 7) * 9, 60)),
  );
  writeFileSync(at('district/zones.geojson'), collection(zones));
  writeFileSync(at('district/soil.geojson'), collection(soil));
  const layers = [
    { id: 'zones', kind: 'responsibilityZone', file: 'zones.geojson' },
    { id: 'soil', kind: 'bareSoil', file: 'soil.geojson' },
  ];
  const manifest = { format: 'chentu-workspace', version: 1, name: '并行', asOf: '2026-11-01', layers };
  writeFileSync(at('district/workspace.json'), JSON.stringify(manifest));
}

beforeAll(async () => {
  writeWorkspace();
  await build({ configFile: 'vite.cli.config.ts', logLevel: 'error', build: { outDir: at('cli') } });
  writeFileSync(at('cli/start.mjs'), "import { runMain } from './main.js';\nawait runMain('.');\n");
});

it('has the entry of its threads beside it, and it serves', async () => {
  // Were this in a chunk, in a folder of its own, no thread would start, and nobody would notice.
  expect(readFileSync(at('cli/main.js'), 'utf8')).toContain('new URL("pool-thread.js", import.meta.url)');
  const thread = new Worker(at('cli/pool-thread.js'));
  expect(await once(thread, 'message')).toEqual([{ type: 'ready' }]);
  await thread.terminate();
});

it.each([1, 2, 3, 7])('writes the same bytes with %i jobs', (jobs) => {
  const words = ['check', 'district', '--jobs', String(jobs), '--out', `out-${jobs}`, '--lang', 'en'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [at('cli/start.mjs'), ...words], { cwd: folder });
  expect([status, stderr.toString()]).toEqual([0, expect.not.stringContaining('Error')]);
  expect(stdout.toString()).toContain('6,000 dust sources');
  const bytes = readFileSync(at(`out-${jobs}/findings.json`));
  expect(JSON.parse(bytes.toString()).findings.length).toBeGreaterThan(500);
  expect(bytes.equals(readFileSync(at('out-1/findings.json')))).toBe(true);
});
