/** The fuzz of the readers in a size for every change, and the few cases that no mutation makes. In full: `npm run fuzz:readers`. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openImport } from '../../src/formats/importing/import-session.ts';
import { judgeImport } from './judge-import.ts';
import { readerSeeds } from './reader-seeds.ts';
import { runReaderFuzz } from './run-reader-fuzz.ts';

const encode = (text: string) => new TextEncoder().encode(text);

describe('broken files', () => {
  it('are told, whatever was done to them', async () => {
    const { failures } = await runReaderFuzz({ cases: 1000, firstSeed: 1 });
    expect(failures).toEqual([]);
  });

  it('are whole before they are broken', async () => {
    for (const files of await readerSeeds()) {
      const { examination } = await openImport(files, { layers: [], profiles: [] }, {});
      const name = files.map(({ path }) => path).join();
      expect([name, examination.problems, await judgeImport(files)]).toEqual([name, [], undefined]);
      expect(examination.layers.length).toBeGreaterThan(0);
    }
  });

  it('do not unpack to more than a machine holds', async () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(60_000_000) }, { level: 9 }) as Uint8Array<ArrayBuffer>;
    for (const path of ['bomb.zip', 'bomb.kmz', 'bomb.xlsx'])
      expect([path, await judgeImport([{ path, bytes: bomb }])]).toEqual([path, undefined]);
  });

  it('may have a line of a hundred megabytes', async () => {
    const long = encode(`名称,lon,lat\n${'裸土'.repeat(16_000_000)},113,34\n`);
    expect(await judgeImport([{ path: 'long.csv', bytes: long }])).toBeUndefined();
    const json = encode(
      `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":"${'x'.repeat(100_000_000)}"},"geometry":null}]}`,
    );
    expect(await judgeImport([{ path: 'long.geojson', bytes: json }])).toBeUndefined();
  });

  it('may nest a hundred thousand deep and name what objects have', async () => {
    const deep = encode(`{"type":"FeatureCollection","features":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect(await judgeImport([{ path: 'deep.geojson', bytes: deep }])).toBeUndefined();
    const names = encode('__proto__,constructor,toString,lon,lat\n1,2,3,113,34\n');
    expect(await judgeImport([{ path: 'names.csv', bytes: names }])).toBeUndefined();
  });
});
