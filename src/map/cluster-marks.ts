/**
 * Marks of findings at a scale: one by one where there is room, else counted by cell and group. Cells are
 * squares of the screen, so that counts never touch each other and never cover the map. Pure; knows no looks.
 */
import { FINDING_GROUPS } from './finding-groups.ts';
import type { FindingMarks } from './finding-marks.ts';
import type { Bounds } from './map-types.ts';
import { worldX, worldY } from './world.ts';

export interface Cluster {
  /** Index into FINDING_GROUPS. */
  readonly group: number;
  readonly count: number;
  /** Nothing in it lies in the scope: drawn faint. */
  readonly dimmed: boolean;
}
/** The clusters of one cell stand beside each other at one place. */
export interface ClusterRow {
  /** The middle of what is counted, kept away from the cell's edge. */
  readonly at: readonly [longitude: number, latitude: number];
  readonly clusters: readonly Cluster[];
}
export interface ClusteredMarks {
  /** Positions in the marks of those that are drawn one by one. */
  readonly singles: Uint32Array;
  readonly rows: readonly ClusterRow[];
}

/** The world is 512 CSS pixels wide at zoom 0. */
export const CELL_PIXELS = 128;
/** A row of four counts fits between here and the cell's edge. */
const INSET = 0.4;
/** So many of a group in a cell are shown as they are; more where marks are drawn large and lie apart. */
const mostSingles = (zoom: number) => (zoom >= 13 ? 8 : 3);
/** From here on every mark stands for itself: a cell is as large as a site. */
export const SINGLES_FROM_ZOOM = 15.5;
const FULL_ALPHA = 255;

/** Marks outside the window are left out; a cell at its edge counts only what lies in the window. O(marks). */
export function clusterMarks(marks: FindingMarks, zoom: number, window: Bounds): ClusteredMarks {
  const { count, positions, groups, colors } = marks;
  const inWindow: number[] = [];
  for (let mark = 0; mark < count; mark++) if (isIn(window, positions, mark)) inWindow.push(mark);
  if (zoom >= SINGLES_FROM_ZOOM) return { singles: Uint32Array.from(inWindow), rows: [] };

  const cellsPerWorld = (512 * 2 ** zoom) / CELL_PIXELS;
  const cells = new Map<number, number[]>();
  for (const mark of inWindow) {
    const column = Math.floor((worldX(positions[2 * mark]!) / 512) * cellsPerWorld);
    const row = Math.floor((worldY(positions[2 * mark + 1]!) / 512) * cellsPerWorld);
    const key = row * 2 ** 26 + column;
    const cell = cells.get(key);
    if (cell) cell.push(mark);
    else cells.set(key, [mark]);
  }
  const singles: number[] = [];
  const rows: ClusterRow[] = [];
  for (const cell of cells.values()) {
    const counted: number[] = [];
    const clusters = FINDING_GROUPS.flatMap((_, group): Cluster[] => {
      const members = cell.filter((mark) => groups[mark] === group);
      if (members.length <= mostSingles(zoom)) {
        singles.push(...members);
        return [];
      }
      const lit = members.filter((mark) => colors[4 * mark + 3] === FULL_ALPHA);
      counted.push(...members);
      return [{ group, count: lit.length || members.length, dimmed: lit.length === 0 }];
    });
    if (clusters.length > 0) rows.push({ at: placeOf(counted, positions, cellsPerWorld), clusters });
  }
  return { singles: Uint32Array.from(singles).sort(), rows };
}

function isIn([west, south, east, north]: Bounds, positions: Float64Array, mark: number): boolean {
  const longitude = positions[2 * mark]!;
  const latitude = positions[2 * mark + 1]!;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** The mean of the marks, moved into the middle of their cell where it lies near its edge. */
function placeOf(marks: readonly number[], positions: Float64Array, cellsPerWorld: number): [number, number] {
  let [longitude, latitude] = [0, 0];
  for (const mark of marks) {
    longitude += positions[2 * mark]! / marks.length;
    latitude += positions[2 * mark + 1]! / marks.length;
  }
  const scale = cellsPerWorld / 512;
  const inset = (value: number) => {
    const cell = Math.floor(value);
    return cell + Math.min(1 - INSET, Math.max(INSET, value - cell));
  };
  const x = inset(worldX(longitude) * scale) / scale;
  const y = inset(worldY(latitude) * scale) / scale;
  return [longitudeAt(x), latitudeAt(y)];
}

const longitudeAt = (x: number) => (x / 512) * 360 - 180;
const latitudeAt = (y: number) => (Math.atan(Math.exp((y / 512) * 2 * Math.PI - Math.PI)) * 360) / Math.PI - 90;
