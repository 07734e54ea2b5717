import { describe, expect, it } from 'vitest';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { buildTestFeatures } from '../test-features.ts';
import { createHotspotFilter, createSceneHotspots } from './scene-hotspots.ts';

const at = (longitude: number): GeoJSON.Point => ({ type: 'Point', coordinates: [longitude, 34.7] });
const features = buildTestFeatures([
  {
    id: 'hotspots',
    kind: 'hotspot',
    rows: [
      { id: 'a', geometry: at(113.6), time: '2026-10-05T08:00:00+08:00', source: 'satellite' },
      { id: 'b', geometry: at(113.61), time: '2026-11-05T08:00:00+08:00', source: 'satellite' },
      { id: 'c', geometry: at(113.62), time: '2026-11-06T08:00:00+08:00', source: 'public' },
    ],
  },
  { id: 'soil', kind: 'bareSoil', rows: [{ id: 's', geometry: at(113.6) }] },
]);
const document = { asOf: '2026-11-23', frame: [113.6, 34.7] } as unknown as WorkspaceDocument;
const workspace = { document, features, check: undefined };

describe('hotspots of the other scene', () => {
  it('are those of its own span of time, and of what it has not switched off', () => {
    const hotspotsOf = createSceneHotspots();
    const hidden = (hotspots: Parameters<typeof hotspotsOf>[0]) => {
      const mask = hotspotsOf(hotspots, workspace)?.get('hotspots');
      return mask && [...mask];
    };
    const october = { from: '2026-10-01T00:00:00+08:00', end: '2026-11-01T00:00:00+08:00' };
    expect(hidden({ drawing: 'points', time: october })).toEqual([0, 1, 1]);
    // The month of the workspace's date.
    expect(hidden({ drawing: 'points', time: 'month' })).toEqual([1, 0, 0]);
    expect(hidden({ drawing: 'points', time: 'month', off: { source: ['public'] } })).toEqual([1, 0, 1]);
  });

  it('take their findings with them, and leave those about what is not there', () => {
    const shownBy = createHotspotFilter(workspace);
    const about = (...names: string[]) => ({ subjects: names.map((feature) => ({ layer: 'hotspots', feature })) });
    const findings = [about('a'), about('b'), about('a', 'c'), about('gone')];
    expect(findings.map(shownBy({ drawing: 'points', time: 'month' }))).toEqual([false, true, true, true]);
    expect(findings.map(shownBy({ drawing: 'grid' }))).toEqual([true, true, true, true]);
  });

  it('are all of them without a filter, and are worked out once', () => {
    const hotspotsOf = createSceneHotspots();
    expect(hotspotsOf(undefined, workspace)).toBeUndefined();
    expect(hotspotsOf({ drawing: 'clusters' }, workspace)).toBeUndefined();
    const month = { drawing: 'points', time: 'month' } as const;
    expect(hotspotsOf(month, workspace)).toBe(hotspotsOf({ ...month }, workspace));
  });
});
