import { beforeAll, expect, it } from 'vitest';
import { checkPlanted, plantedWorkspace } from '../../../test/support/slip-workspace.ts';
import type { CheckResult } from '../../model/findings.ts';
import { readPngSize } from '../png.ts';
import { createStreetMaps } from './street-map.ts';

const workspace = plantedWorkspace();
const east = { layer: 'zones', feature: 'E' };
let result: CheckResult;
beforeAll(async () => {
  result = await checkPlanted(workspace);
});
const mapOf = (...asked: Parameters<ReturnType<typeof createStreetMaps>>) => createStreetMaps(workspace)(...asked)!;

it('shows the whole street inside of its outline, in the size asked for, the same bytes each time', () => {
  const soil = result.findings.filter(({ rule }) => rule === 'source-uncontrolled');
  const map = mapOf(east, soil);
  expect(map.unnumbered).toBe(0);
  const outline = map.drawing.items.find(
    (item) => item.type === 'paths' && item.stroke?.color === '#0b57d0' && item.stroke.width === 2.4,
  );
  const [ring] = outline?.type === 'paths' ? outline.paths : [];
  const [xs, ys] = [0, 1].map((axis) => ring!.filter((_, index) => index % 2 === axis)) as [number[], number[]];
  // 1,000 m each way fill the height within its margin, in the middle of the width.
  expect([Math.min(...ys), Math.max(...ys)].map(Math.round)).toEqual([20, 502]);
  expect((Math.min(...xs) + Math.max(...xs)) / 2).toBeCloseTo(937 / 2, 0);
  const png = map.png(1.5);
  expect(readPngSize(png)).toEqual({ width: 1406, height: 783 });
  expect(mapOf(east, soil).png(1.5)).toEqual(png);
});

it('places a number where its finding lies in the street', () => {
  // The soil is 100 by 80 m from 100 m east and north of the street's corner: its middle is 150 m and 140 m away.
  const [soil] = result.findings.filter(({ rule }) => rule === 'source-uncontrolled');
  const { drawing } = mapOf(east, [soil!]);
  const plate = drawing.items.find(
    (item) => item.type === 'paths' && item.fill?.color === '#ffffff' && item.stroke?.width === 1.2,
  );
  const [path] = plate?.type === 'paths' ? plate.paths : [];
  const [left, top, right, , , bottom] = path!;
  const metersPerPixel = 1000 / 482;
  expect(((left! + right!) / 2 - 937 / 2) * metersPerPixel).toBeCloseTo(150 - 500, -1);
  expect((522 / 2 - (top! + bottom!) / 2) * metersPerPixel).toBeCloseTo(140 - 500, -1);
});

it('frames the findings where they lie in no street, and is not there without any', () => {
  const outside = result.findings.filter(({ rule }) => rule === 'source-unassigned');
  expect(
    mapOf(undefined, outside).drawing.items.some((item) => item.type === 'paths' && item.stroke?.color === '#0b57d0'),
  ).toBe(false);
  expect(createStreetMaps(workspace)(east, [])).toBeUndefined();
});
