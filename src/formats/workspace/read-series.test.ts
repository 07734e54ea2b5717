import { describe, expect, it } from 'vitest';
import { ok } from '../../core/result.ts';
import type { RulePack } from '../../model/rule-pack.ts';
import { openWorkspace } from './open-workspace.ts';
import { saveWorkspace } from './save-workspace.ts';
import { filesInMemory } from './workspace-files.ts';
import type { PathAndBytes } from './workspace-path.ts';

const pack: RulePack = { id: 'p', version: '1', name: { 'zh-CN': '', en: '' }, thresholds: {}, priorities: {} };
const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function open(files: readonly PathAndBytes[]) {
  const opened = await openWorkspace(filesInMemory(files), () => ok(pack), {});
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}

function folder(series: unknown, files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>): PathAndBytes[] {
  const manifest = { format: 'chentu-workspace', version: 1, name: '示范', layers: [], series };
  return [
    { path: 'workspace.json', bytes: encode(JSON.stringify(manifest)) },
    ...Object.entries(files).map(([path, bytes]) => ({ path, bytes })),
  ];
}

const fields = { time: '时间', pm10: 'PM10', windFrom: '风向', windForce: '风力' };
const entry = (more: object) => ({
  id: 's1',
  station: { layer: 'receptors', feature: 'S1' },
  file: 'series/s1.csv',
  fields,
  ...more,
});
const READINGS = '时间,PM10,风向,风力\n2026-11-23 08:00,90,45,2\n';
/** The same in GB18030, written by hand: 时间,PM10,风向,风力. */
const GB18030 = Uint8Array.from([
  ...[0xca, 0xb1, 0xbc, 0xe4, 0x2c, 0x50, 0x4d, 0x31, 0x30, 0x2c, 0xb7, 0xe7, 0xcf, 0xf2, 0x2c, 0xb7, 0xe7, 0xc1, 0xa6],
  ...encode('\n2026-11-23 08:00,90,45,2\n'),
]);

describe('series of a workspace', () => {
  it('are read in UTF-8 and in GB18030, told or guessed', async () => {
    const { document, problems } = await open(
      folder(
        [
          entry({}),
          entry({ id: 's2', file: 'series/s2.csv' }),
          entry({ id: 's3', file: 'series/s2.csv', encoding: 'gbk' }),
        ],
        { 'series/s1.csv': encode(`\uFEFF${READINGS}`), 'series/s2.csv': GB18030 },
      ),
    );
    expect(document.series!.map(({ id }) => id)).toEqual(['s1', 's2', 's3']);
    for (const { station, timesMs, pm10, windFromDegrees, windForce } of document.series!) {
      expect(station).toEqual({ layer: 'receptors', feature: 'S1' });
      expect([timesMs[0], pm10[0], windFromDegrees[0], windForce[0]]).toEqual([
        Date.parse('2026-11-23T08:00:00+08:00'),
        90,
        45,
        2,
      ]);
    }
    expect(problems.map(({ code, at }) => [code, at!.file])).toEqual([['encoding-guessed', 'series/s2.csv']]);
  });

  it('stand under canonical names where none are given', async () => {
    const { document } = await open(
      folder([entry({ fields: undefined })], { 'series/s1.csv': encode('time,windFrom\n2026-11-23 08:00,90\n') }),
    );
    expect([...document.series![0]!.windFromDegrees]).toEqual([90]);
  });

  it('are problems where they cannot be read, and hinder nothing else', async () => {
    const { document, problems } = await open(
      folder(
        [
          7,
          entry({ id: '' }),
          entry({ station: 'S1' }),
          entry({ fields: { pm10: 'PM10' } }),
          entry({ file: 'series/none.csv' }),
          entry({ file: '../outside.csv' }),
          entry({ fields: { time: 'when' } }),
          entry({}),
        ],
        { 'series/s1.csv': encode(READINGS) },
      ),
    );
    expect(document.series!.map(({ id }) => id)).toEqual(['s1']);
    expect(problems.map(({ code, params, at }) => [code, params.key ?? at!.file])).toEqual([
      ['manifest-key-left-aside', 'series[0]'],
      ['manifest-key-left-aside', 'series[1].id'],
      ['manifest-key-left-aside', 'series[2].station'],
      ['manifest-key-left-aside', 'series[3].fields'],
      ['series-file-missing', 'series/none.csv'],
      ['path-escapes', 'workspace.json'],
      ['series-column-missing', 'series/s1.csv'],
    ]);
    expect((await open(folder({ s1: 1 }, {}))).problems.map(({ params }) => params.key)).toEqual(['series']);
  });

  it('keep every byte through saving, the bad rows and wrong entries too', async () => {
    const bytes = Uint8Array.from([...encode(READINGS), ...encode('never,,\n'), 0xff, 0xfe]);
    const first = await open(folder([entry({ unknown: [1] }), { id: 'broken' }], { 'series/s1.csv': bytes }));
    const saved = await saveWorkspace(first.document);
    if (!saved.ok) throw new Error(saved.problem.code);
    expect(saved.value.find(({ path }) => path === 'series/s1.csv')!.bytes).toEqual(bytes);
    const manifest = JSON.parse(new TextDecoder().decode(saved.value[0]!.bytes)) as { series: unknown };
    expect(manifest.series).toEqual([entry({ unknown: [1] }), { id: 'broken' }]);
    const second = await open(saved.value);
    expect(second.document.series).toEqual(first.document.series);
    expect(second.problems).toEqual(first.problems);
  });
});
