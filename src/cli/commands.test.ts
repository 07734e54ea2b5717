import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace } from '../formats/workspace/open-workspace.ts';
import { saveWorkspace } from '../formats/workspace/save-workspace.ts';
import { filesInMemory } from '../formats/workspace/workspace-files.ts';
import { zipFiles } from '../formats/workspace/zip.ts';
import type { CheckResult } from '../model/findings.ts';
import { keptMonths } from '../model/months.ts';
import { parseRulePack } from '../rules/parse-rule-pack.ts';
import { COMMANDS } from './commands.ts';
import { runCli } from './run-cli.ts';
import { createTestTerminal } from './test-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'chentu-cli-'));
const at = (...names: string[]) => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true }));

interface RunOptions {
  readonly lang?: 'zh-CN' | 'en';
  readonly isTTY?: boolean;
  readonly signal?: AbortSignal;
  readonly packageFolder?: string;
}
async function run(words: readonly string[], { lang = 'en', ...options }: RunOptions = {}) {
  const { terminal, printed } = createTestTerminal({ cwd: folder, env: { LANG: lang }, ...options });
  const code = await runCli(words, terminal, COMMANDS, '0.0.0');
  return { code, ...printed() };
}

/** A square of about `size` degrees with its south-west corner at (longitude, latitude). */
const square = (longitude: number, latitude: number, size: number, properties: object) => ({
  type: 'Feature',
  properties,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [longitude, latitude],
        [longitude + size, latitude],
        [longitude + size, latitude + size],
        [longitude, latitude + size],
        [longitude, latitude],
      ],
    ],
  },
});
const fileOf = ({ file }: { file: string }) => file;
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });

const MANIFEST = {
  format: 'chentu-workspace',
  version: 1,
  name: '小区',
  asOf: '2026-11-01',
  layers: [
    { id: 'soil', kind: 'bareSoil', title: '裸土', file: 'layers/soil.geojson', fields: { id: 'id', name: '名称' } },
    { id: 'zones', kind: 'responsibilityZone', title: '责任网格', file: 'layers/zones.geojson' },
  ],
};

beforeAll(() => {
  mkdirSync(at('small/layers'), { recursive: true });
  writeFileSync(at('small/workspace.json'), JSON.stringify(MANIFEST));
  const soil = collection(
    square(113.6, 34.7, 0.001, { id: 'in', 名称: '甲' }),
    square(113.7, 34.7, 0.001, { id: 'out', 名称: '=乙' }),
  );
  writeFileSync(at('small/layers/soil.geojson'), soil);
  const zones = collection(square(113.59, 34.69, 0.02, { id: 'Z1', name: '一格', owner: '云河街道', person: '某甲' }));
  writeFileSync(at('small/layers/zones.geojson'), zones);
});

describe('check', () => {
  it('prints the summary in mu and m² and nothing else to stdout', async () => {
    const { code, stdout, stderr } = await run(['check', 'small'], { lang: 'zh-CN' });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('小区\n检查时点 2026-11-01');
    expect(stdout).toContain('扬尘源 2 个，责任网格和巡查区 1 个');
    const row = stdout.split('\n').find((line) => line.startsWith('未落实责任'));
    expect(row?.trim().split(/\s+/)).toEqual(['未落实责任', '1', '15.2', '10,164']);
  });

  it('writes every format asked for, the same bytes each time, from a folder, its manifest and an archive', async () => {
    const formats = 'json,geojson,fgb,kml,csv,xlsx';
    const paths = ['workspace.json', 'layers/soil.geojson', 'layers/zones.geojson'];
    const files = paths.map((path) => ({ path, bytes: new Uint8Array(readFileSync(at('small', path))) }));
    writeFileSync(at('small.chentu'), zipFiles(files));
    for (const [source, out] of [
      ['small', 'a'],
      ['small/workspace.json', 'b'],
      ['small.chentu', 'c'],
    ] as const) {
      const { code } = await run(['check', source, '--out', `out/${out}`, '--format', formats]);
      expect(code).toBe(0);
    }
    const names = readdirSync(at('out/a')).sort();
    const kinds = ['csv', 'fgb', 'geojson', 'json', 'kml', 'xlsx'];
    expect(names).toEqual(kinds.map((kind) => `findings.${kind}`));
    for (const name of names) {
      const first = readFileSync(at('out/a', name));
      expect(readFileSync(at('out/b', name)).equals(first), name).toBe(true);
      expect(readFileSync(at('out/c', name)).equals(first), name).toBe(true);
    }
    const findings = JSON.parse(readFileSync(at('out/a/findings.json'), 'utf8'));
    expect(findings.findings.map((finding: { subjects: object[] }) => finding.subjects)).toEqual([
      [{ layer: 'soil', feature: 'out' }],
    ]);
    expect(readFileSync(at('out/a/findings.csv'), 'utf8')).toContain('裸土 =乙');
  });

  it('gives sources their shapes only with --shapes', async () => {
    await run(['check', 'small', '--out', 'plain']);
    await run(['check', 'small', '--out', 'shapes', '--shapes']);
    const geometry = (out: string) =>
      JSON.parse(readFileSync(at(out, 'findings.json'), 'utf8')).findings[0].geometry?.type;
    expect([geometry('plain'), geometry('shapes')]).toEqual([undefined, 'Polygon']);
  });

  it('takes clock, rule pack and engine from the options', async () => {
    writeFileSync(
      at('rules.json'),
      JSON.stringify({ id: 'ours', version: '7', name: { 'zh-CN': '本区', en: 'Ours' } }),
    );
    const options = [
      '--as-of',
      '2026-12-24T08:00:00+08:00',
      '--rules',
      'rules.json',
      '--engine',
      'turf',
      '--jobs',
      '2',
    ];
    const { code, stdout } = await run(['check', 'small', ...options]);
    expect(code).toBe(0);
    expect(stdout).toContain('as of 2026-12-24 08:00, rule pack Ours 7, Turf engine');
  });

  it('lays --rules over the workspace’s own pack, value by value, from a file or by a bundled name', async () => {
    cpSync(at('small'), at('ruled'), { recursive: true });
    const manifest = JSON.parse(readFileSync(at('small/workspace.json'), 'utf8'));
    writeFileSync(at('ruled/workspace.json'), JSON.stringify({ ...manifest, rulePack: 'rules.json' }));
    const own = { id: 'own', version: '3', name: 'Own', thresholds: { coverageTolerance: { value: 1, source: 'x' } } };
    writeFileSync(at('ruled/rules.json'), JSON.stringify(own));
    const found = async (...options: string[]) => {
      const { code } = await run(['check', 'ruled', '--out', 'out/ruled', ...options]);
      expect(code).toBe(0);
      const { rulePack, findings } = JSON.parse(readFileSync(at('out/ruled/findings.json'), 'utf8'));
      return [
        rulePack.id,
        rulePack.version,
        findings.filter((each: { rule: string }) => each.rule === 'source-unassigned').length,
      ];
    };
    // A tolerance of 1 finds nothing; another value of another pack leaves it in force.
    expect(await found()).toEqual(['own', '3', 0]);
    expect(await found('--rules', 'hefei')).toEqual(['own+hefei', '3+2026.11', 0]);
    const more = { id: 'more', thresholds: { coverageTolerance: { value: 0.5, source: 'y' } } };
    writeFileSync(at('more.json'), JSON.stringify(more));
    expect(await found('--rules', 'more.json')).toEqual(['own+more', '3+1', 1]);
  });

  it('opens what it can of a broken workspace, names the rest, and keeps it in findings.json', async () => {
    cpSync('test/fixtures/broken-workspace', at('broken'), { recursive: true });
    const { code, stdout, stderr } = await run(['check', 'broken', '--out', 'out/broken'], { lang: 'zh-CN' });
    expect(code).toBe(0);
    expect(stdout).toContain('layers/nowhere.geojson，图层“missing-file”：');
    expect(stdout).toContain('layers/broken.geojson，图层“broken-json”：JSON 在第 3 行');
    expect(stdout + stderr).not.toMatch(/problem\.|explain\.|\n\s+at /);
    const { notes } = JSON.parse(readFileSync(at('out/broken/findings.json'), 'utf8'));
    expect(notes.map((note: { layer: string }) => note.layer)).toContain('missing-file');
    const english = await run(['check', 'broken']);
    expect(english.stdout).toContain('could not be read or used');
    expect(english.stdout).not.toMatch(/problem\.|[\u4e00-\u9fff]{8}/);
  });

  it.each([
    [['check', 'nowhere'], '“nowhere”'],
    [['check', 'out'], '不是工作区'],
    [['check', 'rules.json'], '不是工作区'],
    [['check', 'small', '--rules', 'nope.json'], 'nope.json'],
    [['check', 'small', '--rules', 'nanjing'], 'beijing'],
    [['check', 'small', '--out', 'rules.json'], '不是文件夹'],
    [['check', 'nothing'], '没有一个图层可读'],
    [['check', 'cut.zip'], 'cut.zip'],
    [['check', 'nojson'], 'workspace.json'],
  ])('%j fails with 1 and says why', async (words, reason) => {
    mkdirSync(at('nothing'), { recursive: true });
    writeFileSync(at('nothing/workspace.json'), JSON.stringify({ ...MANIFEST, layers: [MANIFEST.layers[0]] }));
    mkdirSync(at('nojson'), { recursive: true });
    writeFileSync(at('nojson/workspace.json'), '{"format": ');
    writeFileSync(at('cut.zip'), 'PK\u0003\u0004 not really');
    const { code, stdout, stderr } = await run(words, { lang: 'zh-CN' });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(reason);
    expect(stderr).not.toMatch(/\n\s+at |problem\./);
  });

  it.each([
    [['check', 'small', '--as-of', '2026-02-30'], '--as-of must be a date'],
    [['check', 'small', '--jobs', '0'], '--jobs must be a whole number from 1'],
    [['check', 'small', '--format', 'csv'], 'say with --out FOLDER'],
    [['convert', 'a.geojson', 'a.docx'], 'names no format'],
    [['convert', 'a.geojson', './a.geojson'], 'the same file'],
    [['demo', 'x', '--seed', '-1'], '--seed'],
    [['serve', '--port', '99999'], '--port must be'],
  ])('%j is wrong usage', async (words, reason) => {
    const { code, stderr } = await run(words);
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
  });

  it('shows progress on a terminal, none in a pipe, and leaves no trace of it', async () => {
    expect((await run(['check', 'small'])).stderr).toBe('');
    const { stderr } = await run(['check', 'small'], { isTTY: true });
    expect(stderr).toContain('\r\x1b[K');
    expect(stderr.endsWith('\r\x1b[K')).toBe(true);
  });

  it('stops when asked to, and says so', async () => {
    const controller = new AbortController();
    controller.abort(new Error('SIGINT'));
    const { code, stderr } = await run(['check', 'small', '--out', 'stopped'], { signal: controller.signal });
    expect(code).toBe(130);
    expect(stderr).toContain('Stopped');
    expect(existsSync(at('stopped')) ? readdirSync(at('stopped')) : []).toEqual([]);
  });
});

describe('report', () => {
  it('writes the ledger, keeps the month, and compares the next one with it', async () => {
    cpSync(at('small'), at('months'), { recursive: true });
    const first = await run(['report', 'months', '--out', 'october', '--as-of', '2026-10-31', '--keep'], {
      lang: 'zh-CN',
    });
    expect([first.code, first.stdout]).toEqual([
      0,
      '小区\n2026-10：未处理问题 1 个\n工作区里没有更早月份的快照，未作环比；加 --keep 保存本月，下月即可对比。\n',
    ]);
    expect(readdirSync(at('october')).sort()).toEqual(['findings.json', 'ledger.xlsx', 'map.png', 'map.svg']);
    const ofFile = (path: string) => JSON.parse(readFileSync(at(path), 'utf8'));
    const [kept, written] = [ofFile('months/snapshots/2026-10/findings.json'), ofFile('october/findings.json')];
    const ids = ({ findings }: CheckResult) => findings.map(({ id, status }) => [id, status]);
    expect([kept.asOf, ids(kept)]).toEqual([written.asOf, ids(written)]);

    expect(ofFile('months/workspace.json')).toEqual({
      ...MANIFEST,
      snapshots: [{ month: '2026-10', file: 'snapshots/2026-10/findings.json' }],
    });

    // The patch outside is settled, another is dug out.
    const soil = collection(square(113.7, 34.8, 0.001, { id: 'new', 名称: '丙' }));
    writeFileSync(at('months/layers/soil.geojson'), soil);
    const second = await run(['report', 'months', '--out', 'november', '--month', '2026-11']);
    expect(second.code).toBe(0);
    expect(readdirSync(at('november')).sort()).toEqual([
      'changes.csv',
      'changes.json',
      'findings.json',
      'ledger.xlsx',
      'map.png',
      'map.svg',
      'notices.csv',
      'notices.json',
    ]);
    const changes = JSON.parse(readFileSync(at('november/changes.json'), 'utf8'));
    expect(changes.changes.map(({ kind, subjects }: { kind: string; subjects: object[] }) => [kind, subjects])).toEqual(
      [
        ['new', [{ layer: 'soil', feature: 'new' }]],
        ['settled', [{ layer: 'soil', feature: 'out' }]],
      ],
    );
    expect(second.stdout.trimEnd().split('\n').at(-2)?.split(/\s+/)).toEqual([
      'All',
      '1',
      '–',
      '1',
      '–',
      '–',
      '–',
      '–',
      '–',
      '1',
      '1',
      '100.0%',
    ]);
    // One of one is fewer than the rule pack asks for.
    expect(ofFile('november/notices.json')).toMatchObject({ format: 'chentu-notices', proposals: [] });
  });

  it('names the months it keeps in workspace.json, and changes nothing else there', async () => {
    const september = { month: '2026-09', file: 'snapshots/2026-09/findings.json' };
    const october = { month: '2026-10', file: 'snapshots/2026-10/findings.json' };
    const november = { month: '2026-11', file: 'snapshots/2026-11/findings.json' };
    const odd = { von: 'gestern' };
    cpSync(at('small'), at('named'), { recursive: true });
    const { layers, ...rest } = MANIFEST;
    // September lies there without being named; a key and an entry of another release.
    mkdirSync(at('named/snapshots/2026-09'), { recursive: true });
    cpSync(at('months/snapshots/2026-10/findings.json'), at(`named/${september.file}`));
    const before = { future: { kept: true }, snapshots: [odd, october], ...rest, layers };
    writeFileSync(at('named/workspace.json'), `\uFEFF${JSON.stringify(before)}`);
    cpSync(at('months/snapshots/2026-10'), at('named/snapshots/2026-10'), { recursive: true });

    const keep = ['report', 'named', '--out', 'named-papers', '--keep'];
    expect((await run(keep)).code).toBe(0);
    const text = readFileSync(at('named/workspace.json'), 'utf8');
    const after = JSON.parse(text);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(after).toEqual({ ...before, snapshots: [odd, october, november, september] });
    // Again: the same month is named once.
    expect((await run(keep)).code).toBe(0);
    expect(readFileSync(at('named/workspace.json'), 'utf8')).toBe(text);

    // Opened and saved, as the page does it with the files that are named: the months are there and named again.
    const named = [
      'workspace.json',
      'layers/soil.geojson',
      'layers/zones.geojson',
      ...after.snapshots.slice(1).map(fileOf),
    ];
    const files = filesInMemory(
      named.map((path) => ({ path, bytes: new Uint8Array(readFileSync(at('named', path))) })),
    );
    const opened = await openWorkspace(files, parseRulePack, {});
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(keptMonths(opened.value.document)).toEqual(['2026-11', '2026-10', '2026-09']);
    const saved = await saveWorkspace(opened.value.document, {});
    if (!saved.ok) throw new Error(saved.problem.code);
    const bytesOf = (path: string) => saved.value.find((file) => file.path === path)!.bytes;
    expect(JSON.parse(new TextDecoder().decode(bytesOf('workspace.json'))).snapshots).toEqual([
      november,
      october,
      september,
    ]);
    expect(Buffer.from(bytesOf(november.file)).equals(readFileSync(at('named', november.file)))).toBe(true);
  });

  it('keeps no month where workspace.json has something else in the place of the list', async () => {
    cpSync(at('small'), at('odd'), { recursive: true });
    const text = JSON.stringify({ ...MANIFEST, snapshots: 'none' });
    writeFileSync(at('odd/workspace.json'), text);
    const { code, stderr } = await run(['report', 'odd', '--out', 'odd-papers', '--keep']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('no list')]);
    expect(readFileSync(at('odd/workspace.json'), 'utf8')).toBe(text);
    expect(existsSync(at('odd/snapshots'))).toBe(false);
  });

  it('writes slips for Word where they are asked for, from the office’s template if it has one', async () => {
    const asked = ['report', 'small', '--out', 'slips', '--slips', 'finding', '--deadline-days', '10'];
    expect((await run(asked, { lang: 'zh-CN' })).code).toBe(0);
    const text = new TextDecoder().decode(unzipSync(readFileSync(at('slips/slips.docx')))['word/document.xml']);
    expect(text).toContain('2026-11-001');
    expect(text).toContain('2026-11-11');
    expect((await run([...asked, '--rule', 'zone-gap'])).stderr).toContain('none was written');
    writeFileSync(at('bad.docx'), 'no document');
    const refused = await run([...asked, '--template', 'bad.docx']);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('Word')]);
  });

  it('puts the photos of a case into its slip', async () => {
    const asked = ['--slips', 'finding', '--rule', 'source-unassigned'];
    expect((await run(['report', 'small', '--out', 'bare', ...asked])).code).toBe(0);
    const { findings } = JSON.parse(readFileSync(at('bare/findings.json'), 'utf8')) as CheckResult;
    const { id } = findings.find(({ rule }) => rule === 'source-unassigned')!;
    cpSync(at('small'), at('photographed'), { recursive: true });
    const manifest = JSON.parse(readFileSync(at('small/workspace.json'), 'utf8'));
    const cases = [{ finding: id, status: 'assigned', photosBefore: ['before.jpg'] }];
    writeFileSync(at('photographed/workspace.json'), JSON.stringify({ ...manifest, cases }));
    mkdirSync(at('photographed/attachments'));
    const photo = Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 9, 0, 16, 1, 1, 0x11, 0, 0xff, 0xd9);
    writeFileSync(at('photographed/attachments/before.jpg'), photo);
    expect((await run(['report', 'photographed', '--out', 'pictured', ...asked])).code).toBe(0);
    const photosIn = (folder: string) =>
      Object.entries(unzipSync(readFileSync(at(`${folder}/slips.docx`)))).filter(([name]) => /\.jpe?g$/u.test(name));
    expect(photosIn('bare')).toEqual([]);
    expect(photosIn('pictured').map(([, bytes]) => bytes)).toEqual([photo]);
  });

  it('says what is wrong with what was asked', async () => {
    const told = async (...words: string[]) => {
      const { code, stderr } = await run(['report', ...words]);
      return [code, stderr.trim().split('\n')[0]];
    };
    expect(await told('small')).toEqual([2, expect.stringContaining('--out')]);
    expect(await told('small', '--out', 'o', '--month', '2026-13')).toEqual([2, expect.stringContaining('2026-13')]);
    expect(await told('small', '--out', 'o', '--month', '2026-10')).toEqual([1, expect.stringContaining('2026-11-01')]);
    const manifest = { path: 'workspace.json', bytes: new Uint8Array(readFileSync(at('small/workspace.json'))) };
    const soil = { path: 'layers/soil.geojson', bytes: new Uint8Array(readFileSync(at('small/layers/soil.geojson'))) };
    writeFileSync(at('packed.chentu'), zipFiles([manifest, soil]));
    expect(await told('packed.chentu', '--out', 'o', '--keep')).toEqual([1, expect.stringContaining('--keep')]);
  });
});

describe('inspect', () => {
  it('says what a file holds', async () => {
    const { code, stdout } = await run(['inspect', 'small/layers/soil.geojson']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Format\s+geojson/);
    expect(stdout).toMatch(/Features\s+2\n/);
    expect(stdout).toMatch(/Geometry\s+polygon 2\n/);
    expect(stdout).toContain('113.60000, 34.70000 – 113.70100, 34.70100');
    expect(stdout).toMatch(/名称\s+Name\s+text\s+2\s+甲 \| =乙/);
  });

  it('goes on after a file that cannot be read; fails if none can', async () => {
    const mixed = await run(['inspect', 'nope.fgb', 'small/layers/soil.geojson']);
    expect(mixed.code).toBe(0);
    expect(mixed.stderr).toContain('"nope.fgb" was not found');
    expect((await run(['inspect', 'nope.fgb', 'cut.zip'])).code).toBe(1);
  });
});

describe('convert', () => {
  it('to FlatGeobuf and back is the same collection', async () => {
    expect((await run(['convert', 'small/layers/soil.geojson', 'soil.fgb'])).code).toBe(0);
    const { code, stdout } = await run(['convert', 'soil.fgb', 'again.geojson']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('2 features')]);
    const features = (path: string) =>
      JSON.parse(readFileSync(at(path), 'utf8')).features.map(({ properties, geometry }: GeoJSON.Feature) => ({
        properties,
        geometry,
      }));
    expect(features('again.geojson')).toEqual(expect.arrayContaining(features('small/layers/soil.geojson')));
  });

  it('brings GCJ-02 home', async () => {
    writeFileSync(
      at('gcj.geojson'),
      collection({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [113.606, 34.699] } }),
    );
    await run(['convert', 'gcj.geojson', 'wgs.geojson', '--datum', 'gcj02']);
    const [longitude, latitude] = JSON.parse(readFileSync(at('wgs.geojson'), 'utf8')).features[0].geometry.coordinates;
    expect(longitude).toBeGreaterThan(113.598);
    expect(longitude).toBeLessThan(113.602);
    expect(Math.abs(latitude - 34.7)).toBeLessThan(0.003);
  });

  it('normalises values by kind and keeps ids', async () => {
    writeFileSync(
      at('sites.geojson'),
      collection(square(113.6, 34.7, 0.001, { id: 'S1', fence: '是', wetWork: '不涉及' })),
    );
    await run(['convert', 'sites.geojson', 'sites.csv', '--kind', 'constructionSite']);
    const [header, row] = readFileSync(at('sites.csv'), 'utf8').split(/\r?\n/);
    expect(header).toContain('id,fence,wetWork');
    expect(row).toContain('S1,yes,notApplicable');
  });

  it('fails with 1 where there is nothing to read', async () => {
    const missing = await run(['convert', 'nope.geojson', 'x.fgb']);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('was not found')]);
    writeFileSync(at('empty.geojson'), collection());
    const empty = await run(['convert', 'empty.geojson', 'x.fgb']);
    expect([empty.code, existsSync(at('x.fgb'))]).toEqual([1, false]);
  });
});

describe('demo', () => {
  it('makes a workspace that checks, the same for the same seed, and spares other folders', async () => {
    expect((await run(['demo', 'yunhe', '--seed', '3'])).code).toBe(0);
    const first = readFileSync(at('yunhe/layers/soil.fgb'));
    expect((await run(['demo', 'yunhe', '--seed', '3'])).code).toBe(0);
    expect(readFileSync(at('yunhe/layers/soil.fgb')).equals(first)).toBe(true);
    const { code, stdout } = await run(['check', 'yunhe']);
    expect(code).toBe(0);
    expect(stdout).toContain('1,000 dust sources');
    const spared = await run(['demo', 'small']);
    expect([spared.code, spared.stderr]).toEqual([1, expect.stringContaining('holds other things')]);
  });
});

describe('serve', () => {
  it('prints an address that opens the workspace, folder or archive, and ends when stopped', async () => {
    mkdirSync(at('package/dist'), { recursive: true });
    writeFileSync(at('package/dist/index.html'), 'app');
    for (const workspace of ['small', 'small.chentu']) {
      const controller = new AbortController();
      const { terminal, printed } = createTestTerminal({
        cwd: folder,
        env: { LANG: 'en' },
        signal: controller.signal,
        packageFolder: at('package'),
      });
      const running = runCli(['serve', workspace, '--port', '0'], terminal, COMMANDS, '0.0.0');
      await expect.poll(() => printed().stdout).toContain('http://');
      const address = /http:\S+/.exec(printed().stdout)?.[0] as string;
      const page = await fetch(address);
      expect([page.status, await page.text()]).toEqual([200, 'app']);
      const base = new URL(new URL(address).searchParams.get('workspace') as string, address);
      const manifest = await (await fetch(new URL('workspace.json', base))).json();
      const soil = await fetch(new URL(manifest.layers[0].file, base), { headers: { Range: 'bytes=0-9' } });
      expect([soil.status, await soil.text()]).toEqual([206, '{"type":"F']);
      controller.abort();
      expect(await running).toBe(0);
      await expect(fetch(address)).rejects.toThrow();
    }
  });

  it('says when the app is not built or the workspace is none', async () => {
    expect(await run(['serve'], { packageFolder: at('small') })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('npm run build'),
    });
    expect(await run(['serve', 'nope'], { packageFolder: at('package') })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nope'),
    });
  });
});

describe('help', () => {
  it.each(['zh-CN', 'en'] as const)('of every command in %s has words for every option', async (lang) => {
    const overall = await run(['--help'], { lang });
    for (const command of COMMANDS) {
      const { code, stdout } = await run([command.name, '--help'], { lang });
      expect(code).toBe(0);
      expect(overall.stdout).toContain(command.name);
      for (const option of Object.keys(command.options)) expect(stdout).toContain(`--${option}`);
      expect(stdout).not.toMatch(/cli\.[a-z]/);
    }
  });
});

const isBuilt = existsSync('dist-cli/main.js');
describe.skipIf(!isBuilt)('the built program', () => {
  const spawn = (...words: string[]) =>
    spawnSync(process.execPath, ['bin/chentu.mjs', ...words], {
      encoding: 'utf8',
      env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '' },
    });

  it('runs', () => {
    const version = JSON.parse(readFileSync('package.json', 'utf8')).version;
    expect(spawn('--version').stdout).toBe(`chentu ${version}\n`);
    const { status, stdout, stderr } = spawn('check', at('small'));
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('2 dust sources');
    expect(spawn('check', at('nowhere')).status).toBe(1);
    expect(spawn('chekc').status).toBe(2);
  });
});

it('says how to build where it was not built', () => {
  mkdirSync(at('clone/bin'), { recursive: true });
  cpSync('bin/chentu.mjs', at('clone/bin/chentu.mjs'));
  const { status, stderr } = spawnSync(process.execPath, [at('clone/bin/chentu.mjs')], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([1, expect.stringContaining('npm run build:cli')]);
});
