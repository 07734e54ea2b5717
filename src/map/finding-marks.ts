/** The marks of findings as flat arrays: there may be a hundred thousand, and an edit draws them anew. */
import type { FlatPosition } from './geometry-parts.ts';

export interface Mark {
  readonly at: FlatPosition;
  readonly icon: string;
  readonly size: number;
  /** 0 to 255. */
  readonly alpha: number;
  /** Index into FINDING_GROUPS. */
  readonly group: number;
  /** From the point, in CSS pixels at full size: findings on one source stand around it, not on each other. */
  readonly offset: readonly [number, number];
}

export interface FindingMarks {
  readonly count: number;
  /** Longitude and latitude of each. */
  readonly positions: Float64Array;
  readonly sizes: Float32Array;
  /** RGBA of each, white: the glyphs have colours of their own. */
  readonly colors: Uint8Array;
  readonly groups: Uint8Array;
  readonly icons: readonly string[];
  readonly offsets: readonly (readonly [number, number])[];
}

/** `most`: at least as many as there may come. */
export function createFindingMarks(most: number): { add(mark: Mark): void; finish(): FindingMarks } {
  const positions = new Float64Array(2 * most);
  const sizes = new Float32Array(most);
  const colors = new Uint8Array(4 * most).fill(255);
  const groups = new Uint8Array(most);
  const icons: string[] = [];
  const offsets: (readonly [number, number])[] = [];
  return {
    add({ at, icon, size, alpha, group, offset }) {
      const index = icons.length;
      positions[2 * index] = at[0];
      positions[2 * index + 1] = at[1];
      sizes[index] = size;
      colors[4 * index + 3] = alpha;
      groups[index] = group;
      icons.push(icon);
      offsets.push(offset);
    },
    finish() {
      const count = icons.length;
      return {
        count,
        positions: positions.subarray(0, 2 * count),
        sizes: sizes.subarray(0, count),
        colors: colors.subarray(0, 4 * count),
        groups: groups.subarray(0, count),
        icons,
        offsets,
      };
    },
  };
}

/** Those at some positions alone, copied. O(chosen). */
export function selectMarks(marks: FindingMarks, chosen: Uint32Array): FindingMarks {
  const selected = createFindingMarks(chosen.length);
  for (const index of chosen) {
    selected.add({
      at: [marks.positions[2 * index] as number, marks.positions[2 * index + 1] as number],
      icon: marks.icons[index] as string,
      size: marks.sizes[index] as number,
      alpha: marks.colors[4 * index + 3] as number,
      group: marks.groups[index] as number,
      offset: marks.offsets[index] as readonly [number, number],
    });
  }
  return selected.finish();
}
