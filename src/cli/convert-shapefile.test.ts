import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from './commands.ts';
import { runCli } from './run-cli.ts';
import { createTestTerminal } from './test-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'chentu-shp-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...words: string[]) {
  const { terminal, printed } = createTestTerminal({ cwd: folder, env: { LANG: 'en' } });
  const code = await runCli(words, terminal, COMMANDS, '0.0.0');
  return { code, ...printed() };
}

const ENDINGS = ['cpg', 'dbf', 'prj', 'shp', 'shx'];
const features = [
  { type: 'Feature', properties: { 名称: '裸土' }, geometry: { type: 'Point', coordinates: [113.6, 34.7] } },
  {
    type: 'Feature',
    properties: { 名称: '路线' },
    geometry: {
      type: 'LineString',
      coordinates: [
        [113.6, 34.7],
        [113.7, 34.8],
      ],
    },
  },
];
const save = (count: number) =>
  writeFileSync(
    join(folder, 'in.geojson'),
    JSON.stringify({ type: 'FeatureCollection', features: features.slice(0, count) }),
  );

describe('convert to a shapefile', () => {
  beforeEach(() => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
  });

  it('writes its files beside each other, and they come back', async () => {
    save(1);
    const { code, stdout } = await run('convert', 'in.geojson', '台账.shp');
    expect([code, stdout]).toEqual([0, expect.stringContaining('台账.shp: 1 feature')]);
    expect(readdirSync(folder).sort()).toEqual(['in.geojson', ...ENDINGS.map((ending) => `台账.${ending}`)]);
    expect((await run('convert', '台账.shp', 'back.geojson')).code).toBe(0);
    const back = JSON.parse(readFileSync(join(folder, 'back.geojson'), 'utf8'));
    expect(back.features).toEqual(features.slice(0, 1));
  });

  it('names the files of a mixed layer', async () => {
    save(2);
    const { stdout, stderr } = await run('convert', 'in.geojson', 'out.SHP');
    expect(stdout).toMatch(/out_line\.shp, .*out_point\.shp: 2 features/);
    expect(stderr + stdout).toContain('A shapefile holds one type of shape');
    expect(readdirSync(folder)).toHaveLength(1 + 2 * ENDINGS.length);
  });

  it('writes one zip where that is asked for, and no table alone', async () => {
    save(1);
    expect((await run('convert', 'in.geojson', 'out.zip')).code).toBe(0);
    const files = unzipSync(readFileSync(join(folder, 'out.zip')));
    expect(Object.keys(files).sort()).toEqual(ENDINGS.map((ending) => `out.${ending}`));
    const refused = await run('convert', 'in.geojson', 'out.dbf');
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('.shp .zip')]);
  });
});
