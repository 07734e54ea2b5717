import { describe, expect, it } from 'vitest';
import { drawFindings } from './finding-drawing.ts';
import type { FindingShape } from './map-types.ts';

const ground: GeoJSON.Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 0],
    ],
    [
      [1, 0.5],
      [2, 0.5],
      [2, 1],
      [1, 0.5],
    ],
  ],
};
const finding = (rule: FindingShape['rule'], extra: Partial<FindingShape> = {}): FindingShape => ({
  id: rule,
  rule,
  at: [1, 2],
  ...extra,
});

describe('drawFindings', () => {
  it('hatches overlaps and leaves their ground unfilled', () => {
    const { fills, textures, edges, marks } = drawFindings([finding('zone-overlap', { geometry: ground })], 'light');
    expect(fills).toEqual([]);
    expect(textures.map(({ texture }) => texture)).toEqual(['cross']);
    expect(edges).toHaveLength(2);
    expect(marks.count).toBe(0);
  });

  it('empties gaps and dots their edges, holes included, over a casing', () => {
    const { fills, edges } = drawFindings([finding('zone-gap', { geometry: ground })], 'light');
    expect(fills.map(({ color }) => color.slice(0, 3))).toEqual([[255, 255, 255]]);
    expect(edges.map(({ dash }) => dash)).toEqual([
      [0, 0],
      [0, 0],
      [2, 3],
      [2, 3],
    ]);
  });

  it('marks a source beside its point, whatever ground comes with it, each rule on a side of its own', () => {
    const rules = ['source-unassigned', 'source-unpatrolled', 'source-unswept', 'source-uncontrolled'] as const;
    const drawing = drawFindings(
      rules.map((rule) => finding(rule, { geometry: ground })),
      'light',
    );
    expect(drawing.fills).toEqual([]);
    expect(drawing.edges).toEqual([]);
    expect(drawing.marks.count).toBe(4);
    expect(new Set(drawing.marks.offsets.map((offset) => offset.join())).size).toBe(4);
    expect(new Set(drawing.marks.icons).size).toBe(4);
    expect([...drawing.marks.positions]).toEqual([1, 2, 1, 2, 1, 2, 1, 2]);
  });

  it('draws what is outside the scope faint', () => {
    const [bright, faint] = [false, true].map(
      (dimmed) => drawFindings([finding('source-unswept', { dimmed })], 'light').marks.colors[3] ?? 0,
    ) as [number, number];
    expect(faint / bright).toBeCloseTo(0.25, 2);
  });
});
