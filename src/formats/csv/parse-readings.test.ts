import { describe, expect, it } from 'vitest';
import { parseReadings } from './parse-readings.ts';

const FIELDS = { time: '时间', pm10: 'PM10', windFrom: '风向', windForce: '风力' };

function read(text: string) {
  const result = parseReadings(text, FIELDS);
  if (!result.ok) throw new Error(result.problem.code);
  return { ...result.value, notes: result.notes };
}

describe('parseReadings', () => {
  it('gives columns ascending in time, Beijing time where no zone is given', () => {
    const { timesMs, pm10, windFromDegrees, windForce, notes } = read(
      '\uFEFF时间,PM10,风向,风力\r\n2026-11-23 09:00,91.5,39,2\r\n2026/11/23 8:00,80,360,3级\r\n2026-11-23T01:30:00Z,70,180,1\r\n'.slice(
        1,
      ),
    );
    expect(Array.from(timesMs, (ms) => new Date(ms).toISOString())).toEqual([
      '2026-11-23T00:00:00.000Z',
      '2026-11-23T01:00:00.000Z',
      '2026-11-23T01:30:00.000Z',
    ]);
    expect([...pm10]).toEqual([80, 91.5, 70]);
    expect([...windFromDegrees]).toEqual([0, 39, 180]);
    expect([...windForce]).toEqual([3, 2, 1]);
    expect(notes).toEqual([]);
  });

  it('reads points of the compass, ranges of force and calm air', () => {
    const { windFromDegrees, windForce, notes } = read(
      [
        '时间;PM10;风向;风力',
        '2026-11-23 01:00;;东北;3-4级',
        '2026-11-23 02:00;;北北西;≤3级',
        '2026-11-23 03:00;;静风;0',
        '2026-11-23 04:00;;西南风;微风',
      ].join('\n'),
    );
    expect([...windFromDegrees]).toEqual([45, 337.5, Number.NaN, 225]);
    expect([...windForce]).toEqual([3, Number.NaN, 0, Number.NaN]);
    expect(notes.map(({ code, params, at }) => [code, params.value, at])).toEqual([
      ['series-value-unreadable', '微风', { row: 3, column: '风力' }],
    ]);
  });

  it('takes gaps for missing values and notes the rest: bad times are left out, bad values have none', () => {
    const { timesMs, pm10, windFromDegrees, notes } = read(
      '时间,PM10,风向,风力\n2026-11-23 01:00,,—,\nyesterday,1,2,3\n2026-13-01 01:00,1,2,3\n2026-11-23 02:00,-5,999017,2\n,,,\n\n2026-11-23 03:00\n',
    );
    expect(timesMs).toHaveLength(3);
    expect([...pm10]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([...windFromDegrees]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(notes.map(({ code, params, at }) => [code, params.value, at!.row])).toEqual([
      ['series-time-unreadable', 'yesterday', 1],
      ['series-time-unreadable', '2026-13-01 01:00', 2],
      ['series-value-unreadable', '-5', 3],
      ['series-value-unreadable', '999017', 3],
    ]);
  });

  it('needs the column of times, and notes others that are missing', () => {
    const failed = parseReadings('a,b\n1,2\n', FIELDS);
    expect(failed).toMatchObject({ ok: false, problem: { code: 'series-column-missing', params: { column: '时间' } } });
    expect(parseReadings('', FIELDS).ok).toBe(false);
    const { notes, windForce } = read('时间,PM10,风向\n2026-11-23 01:00,1,2\n');
    expect(notes.map(({ params }) => params.column)).toEqual(['风力']);
    expect([...windForce]).toEqual([Number.NaN]);
  });

  it('caps its notes', () => {
    const rows = Array.from({ length: 1000 }, () => 'never,1,2,3');
    const { notes } = read(['时间,PM10,风向,风力', ...rows].join('\n'));
    expect(notes).toHaveLength(21);
    expect(notes.at(-1)).toMatchObject({ code: 'more-notes', params: { count: 980 } });
  });
});
