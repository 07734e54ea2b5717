import { describe, expect, it } from 'vitest';
import { problem } from '../core/result.ts';
import { explainProblem } from './explain.ts';
import { createTranslator } from './translate.ts';

describe('the place of a problem', () => {
  it('is the row of the sheet where there is one, and the record where not', () => {
    const zh = createTranslator('zh-CN');
    const found = (at: object) => explainProblem(problem('table-total-row', { found: '合计' }, at), zh);
    expect(found({ file: 'a.xlsx', sheet: '台账', row: 2, line: 8 })).toMatch(/^a\.xlsx，工作表“台账”，表中第 8 行：/);
    expect(found({ row: 2, column: '面积' })).toMatch(/^第 3 条记录，“面积”列：/);
  });
});
