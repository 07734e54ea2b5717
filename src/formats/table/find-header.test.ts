import { describe, expect, it } from 'vitest';
import { findHeader } from './find-header.ts';

const find = (...rows: string[]) =>
  findHeader(rows.map((row, at) => ({ cells: row.split(',').map((cell) => cell.trim()), line: at + 1 })));

describe('the header of a table', () => {
  it('is the first row of a plain table', () => {
    expect(find('编号,经度,纬度', '1,113.6,34.7')).toEqual({
      names: ['编号', '经度', '纬度'],
      rowsAbove: 1,
      height: 1,
    });
    expect(find('2024,2025,2026', '1.25,2,3')).toMatchObject({ names: ['2024', '2025', '2026'], height: 1 });
    expect(find('a', '1')).toMatchObject({ names: ['a'], rowsAbove: 1 });
  });

  it('stands beneath titles and labels', () => {
    const found = find(
      '云河区裸土台账,,,',
      '填报单位：环保局,,,日期：2026-11-23',
      '编号,名称,经度,纬度',
      '1,甲,113.6,34.7',
    );
    expect(found).toEqual({ names: ['编号', '名称', '经度', '纬度'], rowsAbove: 3, height: 1 });
  });

  it('is in two or three rows, and may be numbered', () => {
    const two = find('台账,,,,', '编号,坐标,,面积,备注', ',经度,纬度,,', '1,2,3,4,5', '7,113.6,34.7,1,');
    expect(two).toEqual({ names: ['编号', '坐标/经度', '坐标/纬度', '面积', '备注'], rowsAbove: 4, height: 2 });
    const three = find('编号,坐标,,,', ',起点,,终点,', ',经度,纬度,经度,纬度', '1,113,34,114,35');
    expect(three.names).toEqual(['编号', '坐标/起点/经度', '坐标/起点/纬度', '坐标/终点/经度', '坐标/终点/纬度']);
  });

  it('does not take the first record in', () => {
    expect(find('编号,名称,备注', '甲,乙,').height).toBe(1);
    expect(find('编号,坐标,,状态', ',经度,纬度,', '甲,乙,,').height).toBe(2);
    expect(find('a,b,c', '1,2,3')).toMatchObject({ rowsAbove: 1 });
  });

  it('may be missing', () => {
    expect(find('113.61,34.72,甲', '113.62,34.73,乙')).toEqual({ names: ['', '', ''], rowsAbove: 0, height: 0 });
  });

  it('spreads the name of a merged group over its columns', () => {
    const rows = [
      { cells: ['名称', '责任', ''], line: 4 },
      { cells: ['甲', '乙', '丙'], line: 5 },
    ];
    const areas = [{ firstRow: 4, lastRow: 4, firstColumn: 1, lastColumn: 2 }];
    expect(findHeader(rows, areas).names).toEqual(['名称', '责任', '责任']);
  });

  it('is one line, however it was broken', () => {
    expect(findHeader([{ cells: ['面积\r\n（亩）', 'Area\nname'], line: 1 }]).names).toEqual([
      '面积（亩）',
      'Area name',
    ]);
  });
});
