/** Tables against what GDAL and openpyxl make of them (`tables_answers.py`). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvDriver } from '../../src/formats/csv/driver.ts';
import type { RawLayer, ReadLayer } from '../../src/formats/driver.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { type Value, valueAt } from '../../src/model/feature-batch.ts';
import answers from './tables-answers.json' with { type: 'json' };

const DEGREES = 1e-9;

async function readLayer(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<ReadLayer> {
  const result = await readFile({ name, bytes }, {}, {});
  if (!result.ok) throw new Error(result.problem.code);
  return result.value[0]!;
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64'));
const columnsOf = ({ batch }: RawLayer): Record<string, Value[]> =>
  Object.fromEntries(
    [...batch.columns].map(([name, column]) => [name, Array.from(batch.rows, (_, index) => valueAt(column, index))]),
  );
const rowsOf = (layer: ReadLayer): Value[][] => {
  const columns = Object.values(columnsOf(layer));
  return Array.from(layer.batch.rows, (_, index) => columns.map((values) => values[index]!));
};

describe('tables', () => {
  it('hold the values that GDAL finds in a workbook', async () => {
    const layer = await readLayer('a.xlsx', fromBase64(answers.plain.xlsx));
    expect(columnsOf(layer)).toEqual(answers.plain.gdal);
    const { 经度: lon, 纬度: lat } = answers.plain.gdal;
    lon.forEach((degrees, index) => {
      expect(Math.abs(layer.batch.geometry.coordinates[2 * index]! - degrees)).toBeLessThan(DEGREES);
      expect(Math.abs(layer.batch.geometry.coordinates[2 * index + 1]! - lat[index]!)).toBeLessThan(DEGREES);
    });
  });

  it('hold the days that openpyxl finds in a workbook of the 1904 system', async () => {
    const rows = rowsOf(await readLayer('a.xlsx', fromBase64(answers.mac.xlsx)));
    // A midnight shown with its clock is a time here; the script writes all midnights as days.
    const withoutMidnight = rows.map((row) => row.map((value) => String(value).replace('T00:00:00', '')));
    expect(withoutMidnight).toEqual(answers.mac.openpyxl.map((row) => row.map(String)));
  });

  it('hold what openpyxl finds under titles and a header of two rows, merged cells filled', async () => {
    const layer = await readLayer('a.xlsx', fromBase64(answers.ledger.xlsx));
    expect([...layer.batch.columns.keys()]).toEqual([
      '序号',
      '责任单位',
      '位置/经度',
      '位置/纬度',
      '面积（亩）',
      '发现日期',
    ]);
    const expected = answers.ledger.openpyxl.map(([number, ...row]) => [String(number), ...row]);
    expect(rowsOf(layer)).toEqual(expected);
    expect([...layer.lines!]).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  it('hold the cells that GDAL finds in CSV', async () => {
    const found = columnsOf(await readLayer('a.csv', new TextEncoder().encode(answers.csv.text)));
    const asText = (values: readonly Value[]) => values.map((value) => (value === null ? '' : String(value)));
    const { 数量: counts, ...others } = answers.csv.gdal;
    for (const [name, values] of Object.entries(others)) expect(asText(found[name]!)).toEqual(values);
    expect(found.数量).toEqual(counts.map(Number));
  });
});

const realData = process.env.CHENTU_REAL_DATA;

describe.skipIf(!realData)('real tables (needs CHENTU_REAL_DATA)', () => {
  it.each(Object.entries(answers.real))(
    '%s has the features, values and positions that GDAL finds',
    async (path, answer) => {
      // As the file has it: what is derived from fire points is nobody else's.
      const bytes = new Uint8Array(readFileSync(join(realData!, path)));
      const read = await csvDriver.read!({ name: path, bytes, options: {} }, {});
      if (!read.ok) throw new Error(read.problem.code);
      const layer = read.value[0]!;
      const { coordinates } = layer.batch.geometry;
      expect(layer.batch.rows.length).toBe(answer.features);
      const filled = Object.entries(columnsOf(layer)).map(([name, values]) => [
        name,
        values.filter((value) => value !== null).length,
      ]);
      expect(Object.fromEntries(filled)).toEqual(answer.filled);
      expect(coordinates.length / 2).toBe(answer.positions);
      for (const side of [0, 1]) {
        const sum = coordinates.reduce((total, degrees, at) => (at % 2 === side ? total + degrees : total), 0);
        expect(Math.abs(sum - answer.sums[side]!) / answer.positions).toBeLessThan(DEGREES);
      }
    },
  );
});
