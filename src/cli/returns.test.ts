import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withExif } from '../../test/support/exif-jpeg.ts';
import { COMMANDS } from './commands.ts';
import { runCli } from './run-cli.ts';
import { createTestTerminal } from './test-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'chentu-returns-'));
const at = (...names: string[]) => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...words: string[]) {
  const { terminal, printed } = createTestTerminal({ cwd: folder, env: { LANG: 'zh-CN' } });
  return { code: await runCli(words, terminal, COMMANDS, '0.0.0'), ...printed() };
}

const MANIFEST = {
  future: { kept: true },
  format: 'chentu-workspace',
  version: 1,
  name: '小区',
  asOf: '2026-11-01',
  layers: [
    { id: 'soil', kind: 'bareSoil', file: 'soil.geojson' },
    { id: 'zones', kind: 'responsibilityZone', file: 'zones.geojson' },
  ],
  cases: [
    { finding: 'gone', status: 'assigned', deadline: '2026-10-01' },
    { finding: 'odd', status: 'lost' },
  ],
};
const square = (longitude: number, id: string) => ({
  type: 'Feature',
  properties: { id },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [longitude, 34.7],
        [longitude + 0.001, 34.7],
        [longitude + 0.001, 34.701],
        [longitude, 34.701],
        [longitude, 34.7],
      ],
    ],
  },
});
const readManifest = () => JSON.parse(readFileSync(at('ws/workspace.json'), 'utf8'));
let finding = '';

/** The smallest frame of a JPEG that says a size. */
const FRAME = Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 9, 0, 16, 1, 1, 0x11, 0, 0xff, 0xd9);

beforeAll(async () => {
  mkdirSync(at('ws'));
  writeFileSync(at('ws/workspace.json'), JSON.stringify(MANIFEST));
  writeFileSync(at('ws/soil.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [square(113.7, 'out')] }));
  writeFileSync(at('ws/zones.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [square(113.6, 'Z1')] }));
  await run('check', 'ws', '--out', 'res', '--format', 'json', '--jobs', '1');
  finding = JSON.parse(readFileSync(at('res/findings.json'), 'utf8')).findings.find(
    ({ rule }: { rule: string }) => rule === 'source-unassigned',
  ).id;
  writeFileSync(
    at('台账.csv'),
    `问题编号,办结日期,办理情况,照片\n${finding},2026-11-05,已苫盖,后.jpg\nffff,2026-11-05,x,\n`,
  );
  writeFileSync(at('后.jpg'), withExif({ longitude: 113.71, latitude: 34.7005 }, FRAME));
});

it('says what it would register, and writes nothing when asked not to', async () => {
  const before = readFileSync(at('ws/workspace.json'), 'utf8');
  const { code, stdout, stderr } = await run('returns', 'ws', '台账.csv', '后.jpg', '--dry-run', '--jobs', '1');
  expect([code, stdout]).toEqual([
    0,
    '可登记办结 1 处，附照片 1 张；与现有记录相同 0 处；对不上编号 1 行。\n未写入（--dry-run）。\n',
  ]);
  expect(stderr).toMatch(/台账\.csv.*第 3 行.*“ffff”/u);
  // A hundredth of a degree east of the middle of the square, half a thousandth less.
  expect(stderr).toMatch(/照片“后\.jpg”的拍摄位置距问题 \w+ 的点位 8[67]\d m/u);
  expect(readFileSync(at('ws/workspace.json'), 'utf8')).toBe(before);
});

it('writes the cases and the photos, and leaves all else as it was', async () => {
  expect((await run('returns', 'ws', '台账.csv', '后.jpg', '--jobs', '1')).code).toBe(0);
  const photo = `cases/${finding}-后.jpg`;
  expect(readManifest()).toEqual({
    ...MANIFEST,
    cases: [
      { finding: 'gone', status: 'assigned', deadline: '2026-10-01' },
      { finding, status: 'settled', settledAt: '2026-11-05', outcome: '已苫盖', photos: [photo] },
      { finding: 'odd', status: 'lost' },
    ],
  });
  expect(Object.keys(readManifest())).toEqual(Object.keys(MANIFEST));
  // The picture alone: where it was taken was held against the finding, and stays out of the workspace.
  expect(new Uint8Array(readFileSync(at('ws/attachments', photo)))).toEqual(FRAME);
  expect(readdirSync(at('ws')).sort()).toEqual(['attachments', 'soil.geojson', 'workspace.json', 'zones.geojson']);
  // Once more changes nothing.
  const { stdout } = await run('returns', 'ws', '台账.csv', '后.jpg', '--jobs', '1');
  expect(stdout).toContain('与现有记录相同 1 处');
});

it('refuses what is not there', async () => {
  expect((await run('returns', 'ws', '缺.csv')).code).toBe(1);
  expect((await run('returns', 'ws')).code).toBe(2);
});
