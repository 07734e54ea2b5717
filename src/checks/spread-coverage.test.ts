import { expect, it } from 'vitest';
import { area, layerOf, spot, workspaceOf } from '../../test/support/workspace.ts';
import { createInlineSpread } from '../core/spread.ts';
import { openFastWorkspace } from './fast-workspace.ts';
import { MEASURES, type MeasureSpread } from './measure-table.ts';
import { createMemo } from './memo.ts';
import { spreadCoverage } from './spread-coverage.ts';

const inline = createInlineSpread(MEASURES);

it('gives the coverage of the whole layer, however many ranges it is cut into', async () => {
  const sources = Array.from({ length: 5000 }, (_, i) =>
    i % 9 === 0 ? spot(`s${i}`, i * 3, 50) : area(`s${i}`, [i * 3, 0, 2 + (i % 4), 100 + (i % 3)]),
  );
  const zones = Array.from({ length: 10 }, (_, i) => area(`z${i}`, [i * 1300, i * 10, 1310 - i * 30, 100 - i * 5]));
  const workspace = await openFastWorkspace(
    workspaceOf([layerOf('soil', 'bareSoil', sources), layerOf('zones', 'responsibilityZone', zones)]),
    createMemo(),
    inline,
    {},
  );
  const [{ packed }] = workspace.sources as [(typeof workspace.sources)[number]];
  const zoneSet = workspace.zones.responsibilityZone;
  let cut = 0;
  const counting: MeasureSpread = (job, common, ranges, task) => {
    cut = ranges.count;
    return inline(job, common, ranges, task);
  };
  const { layer: _, zones: __, ...shares } = await spreadCoverage(packed, zoneSet, counting, {});
  expect(cut).toBeGreaterThan(2);
  expect(shares).toEqual(MEASURES.sourceCoverage(zoneSet.bare)(packed));
  expect(shares.coveredFraction.filter((fraction) => fraction > 0 && fraction < 1).length).toBeGreaterThan(1000);
});
