import { expect, it } from 'vitest';
import { makeDocx, paragraphsOf, paragraphXml, partsOf } from '../../../test/support/docx.ts';
import { checkPlanted, plantedWorkspace } from '../../../test/support/slip-workspace.ts';
import { makeSlips, type SlipsRequest } from './make-slips.ts';
import { daysAfter, deadlineAfter } from './slip-days.ts';

const workspace = plantedWorkspace();
const request: SlipsRequest = {
  language: 'zh-CN',
  kind: 'assignment',
  per: 'finding',
  ids: [],
  deadlineDays: 7,
  withPersonal: false,
};

it('makes the slips that are asked for, and says whom they hand out until when', async () => {
  const result = await checkPlanted(workspace);
  const ids = result.findings.slice(0, 2).map(({ id }) => id);
  const made = await makeSlips(workspace, result, { ...request, ids, template: makeDocx(paragraphXml('{问题编号}')) });
  if (!made.ok) throw new Error(made.problem.code);
  expect(paragraphsOf(made.value.bytes)).toEqual(ids);
  expect(made.value).toMatchObject({
    slipCount: 2,
    assigned: ids.map((finding) => ({ finding, deadline: '2026-12-01', assignedAt: '2026-11-24' })),
  });
});

it('draws a map of each place where it is asked to', async () => {
  const result = await checkPlanted(workspace);
  const ids = result.findings.slice(0, 1).map(({ id }) => id);
  const picturesOf = async (more: Partial<SlipsRequest>) => {
    const made = await makeSlips(workspace, result, { ...request, ids, ...more });
    if (!made.ok) throw new Error(made.problem.code);
    return Object.keys(partsOf(made.value.bytes)).filter((path) => path.startsWith('word/media/image')).length;
  };
  // The QR code, and the map.
  expect(await picturesOf({})).toBe(1);
  expect(await picturesOf({ drawsMaps: true })).toBe(2);
  // A list has no QR code, and one map.
  expect(await picturesOf({ per: 'street' })).toBe(0);
  expect(await picturesOf({ per: 'street', drawsMaps: true })).toBe(1);
});

it('says so where nothing is open, and where the template is wrong', async () => {
  const result = await checkPlanted(workspace);
  expect(await makeSlips(workspace, result, request)).toMatchObject({ ok: false, problem: { code: 'slips-none' } });
  const ids = result.findings.map(({ id }) => id);
  const template = makeDocx(paragraphXml('{编码}'));
  expect(await makeSlips(workspace, result, { ...request, ids, template })).toMatchObject({
    problem: { code: 'slip-placeholder-unknown', params: { placeholder: '{编码}' } },
  });
});

it('counts days of the calendar in China', () => {
  expect(deadlineAfter('2026-11-23T20:30:00Z', 7)).toBe('2026-12-01');
  expect(daysAfter('2026-11-23T20:30:00Z', '2026-12-01')).toBe(7);
  expect(daysAfter('2026-11-24', '2026-11-20')).toBe(-4);
  expect(daysAfter('2026-11-24', '')).toBeUndefined();
});
