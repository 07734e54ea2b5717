import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { findOfficeErrors } from '../../test/support/validate-office.ts';
import { createEngineClient } from './engine-client.ts';
import { createInlinePort } from './engine-port.ts';
import { createJobs } from './jobs.ts';
import type { MonthPackInput, WorkspaceFile } from './protocol.ts';

const file = (path: string, content: unknown): WorkspaceFile => ({
  path,
  bytes: new TextEncoder().encode(JSON.stringify(content)),
});
const square = (x: number, size: number) => ({
  type: 'Polygon',
  coordinates: [
    [x, x + size, x + size, x, x].map((longitude, index) => [longitude, 34.7 + (index > 1 && index < 4 ? size : 0)]),
  ],
});
const layer = (id: string, x: number, size: number, properties: object) => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', geometry: square(x, size), properties: { id, ...properties } }],
});

/** A street with its leader, and a source outside it. */
const workspace = (): WorkspaceFile[] => [
  file('workspace.json', {
    format: 'chentu-workspace',
    version: 1,
    name: '测试区',
    asOf: '2026-11-23',
    layers: [
      { id: 'zones', kind: 'responsibilityZone', file: 'zones.geojson' },
      { id: 'soil', kind: 'bareSoil', file: 'soil.geojson' },
    ],
  }),
  file('zones.geojson', layer('z1', 113.6, 0.01, { name: '甲街道', level: 'street', owner: '甲办', person: '李某' })),
  file('soil.geojson', layer('out', 113.605, 0.006, { name: '东坡', owner: '乙办', person: '李某' })),
];
const INPUT: MonthPackInput = { language: 'zh-CN', linkTo: 'http://10.1.2.3/', slides: undefined, slips: undefined };

async function pack(input: Partial<MonthPackInput>) {
  const client = createEngineClient({ openPort: createInlinePort(async () => createJobs()) });
  const opened = await client.open({ files: workspace(), patches: [], engine: 'fast' });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const packed = await client.writeMonthPack({ ...INPUT, ...input });
  client.close();
  if (!packed.ok) throw new Error(JSON.stringify(packed.problem));
  return { check: opened.value.check, files: packed.value.files, parts: unzipSync(packed.value.bytes) };
}

it('the pack of a month holds the findings of now, and a valid ledger that leads to each of them', async () => {
  const { check, files, parts } = await pack({});
  expect(files).toEqual(['findings.json', 'ledger.xlsx', 'map.png', 'map.svg']);
  const findings = JSON.parse(strFromU8(parts['findings.json'] as Uint8Array)).findings;
  expect(findings.map(({ id }: { id: string }) => id)).toEqual(check.findings.map(({ id }) => id));
  expect(findings.length).toBeGreaterThan(0);
  const ledger = parts['ledger.xlsx'] as Uint8Array;
  expect(await findOfficeErrors(ledger, 'xlsx')).toEqual([]);
  expect(strFromU8(unzipSync(ledger)['xl/worksheets/_rels/sheet2.xml.rels'] as Uint8Array)).toContain(
    'Target="http://10.1.2.3/#w=',
  );
});

it('slips are in it where they are asked for, without names of people unless asked for', async () => {
  const plain = await pack({ slips: { deadlineDays: 7, withPersonal: false } });
  expect(plain.files).toContain('slips.docx');
  const docx = plain.parts['slips.docx'] as Uint8Array;
  expect(await findOfficeErrors(docx, 'docx')).toEqual([]);
  const wordsOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array);
  expect(wordsOf(docx)).not.toContain('李某');
  const named = await pack({ slips: { deadlineDays: 7, withPersonal: true } });
  expect(wordsOf(named.parts['slips.docx'] as Uint8Array)).toContain('李某');
});

it('without a workspace there is nothing to pack', async () => {
  const client = createEngineClient({ openPort: createInlinePort(async () => createJobs()) });
  expect(await client.writeMonthPack(INPUT)).toMatchObject({ ok: false, problem: { code: 'engine.nothing-open' } });
});
