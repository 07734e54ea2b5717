import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FeatureBatch, type Value, valueAt } from '../../model/feature-batch.ts';
import { instantOf } from '../../model/instant.ts';
import { mapLayer } from '../../model/map-layer.ts';
import { createNoteList } from '../../model/note-list.ts';
import { csvDriver } from '../csv/driver.ts';
import { deriveFireColumns } from './derive-fire-columns.ts';

const realData = process.env.CHENTU_REAL_DATA;

async function derive(content: string | Uint8Array<ArrayBuffer>) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const read = await csvDriver.read!({ name: 'fires.csv', bytes, options: {} }, {});
  if (!read.ok) throw new Error(read.problem.code);
  const { batch: raw } = read.value[0]!;
  const notes = createNoteList();
  const batch = deriveFireColumns(raw, notes);
  return { raw, batch, notes: notes.finish() };
}

const row = (batch: FeatureBatch | undefined, index: number): Record<string, Value> =>
  Object.fromEntries([...(batch?.columns ?? [])].map(([name, column]) => [name, valueAt(column, index)]));

const VIIRS = `latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,satellite,instrument,confidence,version,bright_ti5,frp,daynight,type
34.7,113.6,331.2,0.39,0.36,2026-11-22,1705,N,VIIRS,nominal,2.0NRT,290.1,2.4,N,0
34.8,113.7,367.0,0.45,0.6,2026-11-22,5,1,VIIRS,h,2.0NRT,301.5,11.25,N,2
34.9,113.8,300.0,1.1,0.78,2026-11-22,0630,N20,VIIRS,l,2.0NRT,288.0,,D,3
34.9,113.9,300.0,,,2026-11-22,2575,N20,VIIRS,perhaps,2.0NRT,288.0,1,D,
`;

describe('deriveFireColumns', () => {
  it('gives VIIRS fire points the fields of hotspots, in Beijing time and metres', async () => {
    const { batch, raw, notes } = await derive(VIIRS);
    expect(row(batch, 0)).toMatchObject({
      source: 'satellite',
      kind: '疑似植被火',
      time: '2026-11-23T01:05:00+08:00',
      value: 2.4,
      unit: 'MW',
      confidence: 'nominal',
      confidence_raw: 'nominal',
      scanMeters: 390,
      trackMeters: 360,
      bright_ti4: 331.2,
    });
    expect(row(batch, 1)).toMatchObject({
      kind: '其他固定热源',
      time: '2026-11-22T08:05:00+08:00',
      confidence: 'high',
    });
    expect(row(batch, 2)).toMatchObject({
      value: null,
      unit: null,
      confidence: 'low',
      scanMeters: 1100,
      kind: '海上热源',
    });
    expect(row(batch, 3)).toMatchObject({
      time: null,
      confidence: null,
      scanMeters: null,
      trackMeters: null,
      kind: null,
    });
    expect(notes.map(({ code, params, at }) => [code, params.value, at?.row])).toEqual([
      ['fire-time-unreadable', '2026-11-22 2575', 3],
      ['fire-confidence-unreadable', 'perhaps', 3],
    ]);
    expect(batch?.geometry).toBe(raw.geometry);
    expect(batch?.rows).toBe(raw.rows);
  });

  it('reads times as numbers that lost their zeros, per cent of confidence, and other spellings', async () => {
    const text = (times: string[], confidences: string[]) =>
      `LATITUDE,LONGITUDE,BRIGHTNESS,ACQ_DATE,ACQ_TIME,CONFIDENCE\n${times.map((time, at) => `1,2,300,2026/1/5,${time},${confidences[at]}`).join('\n')}\n`;
    const { batch } = await derive(text(['0', '5', '45', '130', '2359'], ['0', '29', '30', '79', '80']));
    expect([0, 1, 2, 3, 4].map((at) => row(batch, at).time)).toEqual([
      '2026-01-05T08:00:00+08:00',
      '2026-01-05T08:05:00+08:00',
      '2026-01-05T08:45:00+08:00',
      '2026-01-05T09:30:00+08:00',
      '2026-01-06T07:59:00+08:00',
    ]);
    expect([0, 1, 2, 3, 4].map((at) => row(batch, at).confidence)).toEqual([
      'low',
      'low',
      'nominal',
      'nominal',
      'high',
    ]);
    const clocks = await derive(text(['00:05', '17:30:00'], ['H', '55%']));
    expect(row(clocks.batch, 0)).toMatchObject({ time: '2026-01-05T08:05:00+08:00', confidence: 'high' });
    expect(row(clocks.batch, 1)).toMatchObject({ time: '2026-01-06T01:30:00+08:00', confidence: 'nominal' });
  });

  it('is mapped by a hotspot layer without naming a field', async () => {
    const { batch } = await derive(VIIRS);
    const mapped = mapLayer(batch!, { id: 'fires', kind: 'hotspot', title: '火点', file: 'fires.csv' });
    expect(row(mapped.batch, 0)).toMatchObject({
      time: '2026-11-23T01:05:00+08:00',
      scanMeters: 390,
      source: 'satellite',
    });
    expect(mapped.notes).toEqual([]);
  });

  it('leaves every other table alone', async () => {
    expect((await derive('编号,经度,纬度,confidence\n1,113,34,high\n')).batch).toBeUndefined();
    expect((await derive('acq_date,acq_time,confidence\n2026-01-01,5,h\n')).batch).toBeUndefined();
  });
});

describe.skipIf(!realData)('fire points of a week, world', () => {
  it('has every one of its 41,670 points with time, confidence and size', async () => {
    const path = join(realData!, 'hotspots/MODIS_world_fires_7_day_2022-04.csv');
    const { batch, notes } = await derive(new Uint8Array(readFileSync(path)));
    expect(batch?.rows.length).toBe(41_670);
    expect(notes).toEqual([]);
    expect(row(batch, 0)).toMatchObject({
      time: '2022-03-28T08:05:00+08:00',
      confidence: 'nominal',
      confidence_raw: 36,
      scanMeters: 1030,
      trackMeters: 1010,
      value: 10.04,
      unit: 'MW',
    });
    const classes: Record<string, number> = {};
    const times: number[] = [];
    for (let index = 0; index < 41_670; index++) {
      const found = row(batch, index);
      classes[String(found.confidence)] = (classes[String(found.confidence)] ?? 0) + 1;
      times.push(instantOf(String(found.time)));
      expect(Number(found.scanMeters)).toBeGreaterThanOrEqual(1000);
    }
    // Counted from the file's own column: below 30, 30 to 79, from 80.
    expect(classes).toEqual({ low: 2044, nominal: 29195, high: 10431 });
    expect(times.every((time) => time >= Date.UTC(2022, 2, 28) && time < Date.UTC(2022, 3, 5))).toBe(true);
  });
});
