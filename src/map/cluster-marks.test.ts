import { describe, expect, it } from 'vitest';
import { createRandom } from '../core/random.ts';
import { badgesOf } from './cluster-layers.ts';
import { clusterMarks } from './cluster-marks.ts';
import { FINDING_GROUPS } from './finding-groups.ts';
import { createFindingMarks } from './finding-marks.ts';
import { worldX, worldY } from './world.ts';

const EVERYWHERE = [-180, -85, 180, 85] as const;

function marksAt(places: readonly (readonly [number, number, group?: number, alpha?: number])[]) {
  const marks = createFindingMarks(places.length);
  for (const [longitude, latitude, group = 0, alpha = 255] of places)
    marks.add({ at: [longitude, latitude], icon: 'ring', size: 17, alpha, group, offset: [0, 0] });
  return marks.finish();
}

describe('clusterMarks', () => {
  const random = createRandom(11);
  const scattered = Array.from({ length: 3000 }, () => {
    const group = random.integer(0, 3);
    return [random.between(113.4, 113.8), random.between(34.5, 34.9), group] as const;
  });

  it('shows or counts every mark once, at every scale', () => {
    for (const zoom of [8, 10, 11.5, 13, 14.5, 15.5, 17]) {
      const { singles, rows } = clusterMarks(marksAt(scattered), zoom, EVERYWHERE);
      FINDING_GROUPS.forEach((_, group) => {
        const shown = [...singles].filter((mark) => scattered[mark]?.[2] === group).length;
        const counted = rows.flatMap(({ clusters }) => clusters.filter((cluster) => cluster.group === group));
        expect(shown + counted.reduce((sum, { count }) => sum + count, 0)).toBe(
          scattered.filter((place) => place[2] === group).length,
        );
      });
      if (zoom >= 15.5) expect(rows).toEqual([]);
    }
  });

  it('never lets counts touch, whatever the theme makes of their size', () => {
    for (const zoom of [9, 11.5, 13]) {
      const scale = 2 ** zoom;
      const badges = badgesOf(clusterMarks(marksAt(scattered), zoom, EVERYWHERE).rows, 'light');
      const boxes = badges.map(({ at, offset, size }) => {
        const [x, y] = [worldX(at[0]) * scale + offset[0], worldY(at[1]) * scale];
        return { left: x - size / 2, right: x + size / 2, low: y - size / 2, high: y + size / 2 };
      });
      for (const [index, a] of boxes.entries())
        for (const b of boxes.slice(index + 1)) {
          const apart = a.right <= b.left || b.right <= a.left || a.high <= b.low || b.high <= a.low;
          expect(apart, `zoom ${zoom}`).toBe(true);
        }
      // Of the screen that the marks take up, a sixth at most.
      const [width, height] = [0.4 * (512 / 360) * scale, (worldY(34.9) - worldY(34.5)) * scale];
      const covered = badges.reduce((sum, { size }) => sum + size * size, 0);
      if (zoom >= 11.5) expect(covered / (width * height)).toBeLessThan(1 / 6);
    }
  });

  it('shows three of a group as they are and counts four', () => {
    const three = [113.6, 113.6001, 113.6002].map((x) => [x, 34.7] as const);
    expect(clusterMarks(marksAt(three), 12, EVERYWHERE)).toEqual({ singles: Uint32Array.of(0, 1, 2), rows: [] });
    const four = clusterMarks(marksAt([...three, [113.6003, 34.7]]), 12, EVERYWHERE);
    expect(four.singles).toHaveLength(0);
    expect(four.rows[0]?.clusters).toEqual([{ group: 0, count: 4, dimmed: false }]);
  });

  it('leaves out what lies beyond the window, and counts what lies in the scope', () => {
    const places = Array.from(
      { length: 10 },
      (_, index) => [113.6 + index * 1e-4, 34.7, 0, index < 6 ? 255 : 64] as const,
    );
    expect(clusterMarks(marksAt(places), 12, [0, 0, 1, 1]).singles).toHaveLength(0);
    const [row] = clusterMarks(marksAt(places), 12, EVERYWHERE).rows;
    expect(row?.clusters).toEqual([{ group: 0, count: 6, dimmed: false }]);
    const [faint] = clusterMarks(marksAt(places.slice(6)), 12, EVERYWHERE).rows;
    expect(faint?.clusters).toEqual([{ group: 0, count: 4, dimmed: true }]);
  });
});
