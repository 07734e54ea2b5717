/**
 * The ground in square cells, each with the set of zones that it lies in, or mixed where a border
 * runs through it. Most sources and points lie in cells that are not mixed, and are settled by
 * reading them: no edge is looked at. The idea is the interior raster of PERFORMANCE.md, for zones
 * of all levels at once. For what lies at a border it knows the edges of each mixed cell.
 */
import { CellEdges, type NearEdges } from './cell-edges.ts';
import { GeometryType } from './geometry-column.ts';
import type { PackedLayer } from './packed-layer.ts';
import { type HitList, HitList as Hits, type SpatialIndex } from './spatial-index.ts';
import { NO_ZONES, type ZoneSets } from './zone-sets.ts';

/** The answer where a border may be near. */
export const MIXED = -1;

export interface CellRaster {
  /**
   * The set of zones that hold all of a box and come no nearer than `MARGIN_METERS` to it with their
   * borders; MIXED where the cells cannot tell. Outside of the raster no zone lies. O(cells of the box).
   */
  setOfBox(minX: number, minY: number, maxX: number, maxY: number): number;
  /**
   * Puts all edges whose boxes meet a box into `near`, each once, and the set of one of the box's cells that
   * is not mixed. False where the cells cannot tell: at the rim, or of a large box. O(cells and edges there);
   * the first call lists the edges of all mixed cells.
   */
  gatherEdges(minX: number, minY: number, maxX: number, maxY: number, near: NearEdges): boolean;
  /** Paints anew what an edit in a box has changed. O(cells and edges there). */
  repaint(minX: number, minY: number, maxX: number, maxY: number): void;
}

/** Borders are taken to be this much thicker, on both sides: above rounding and what counts as on an edge. */
export const MARGIN_METERS = 0.01;

const MIN_CELL_METERS = 4;
/** A box of more cells is not worth reading them. */
const MAX_CELLS_READ = 256;

/** `maxCells` bounds the memory at four bytes each. O(cells × levels + edges × cells each crosses). */
export function createCellRaster(
  layer: PackedLayer,
  index: SpatialIndex,
  sets: ZoneSets,
  maxCells = 1_500_000,
): CellRaster {
  const frame = boxOfAll(layer);
  const width = Math.max(0, frame.maxX - frame.minX);
  const height = Math.max(0, frame.maxY - frame.minY);
  const cell = Math.max(MIN_CELL_METERS, Math.sqrt((width * height) / maxCells), Math.max(width, height) / maxCells);
  // Two cells more on each side, so that edits may reach out a little; what goes further is mixed.
  const originX = frame.minX - 2 * cell;
  const originY = frame.minY - 2 * cell;
  const columns = Number.isFinite(width) && width > 0 ? Math.ceil(width / cell) + 4 : 0;
  const rows = columns > 0 ? Math.ceil(height / cell) + 4 : 0;
  const cells = new Int32Array(columns * rows).fill(NO_ZONES);
  /** The ground beyond the raster: empty, until an edit reaches there. */
  let beyond = NO_ZONES;

  const columnOf = (x: number) => Math.floor((x - originX) / cell);
  const rowOf = (y: number) => Math.floor((y - originY) / cell);

  function setOfBox(minX: number, minY: number, maxX: number, maxY: number): number {
    if (columns === 0) return beyond;
    const left = columnOf(minX);
    const right = columnOf(maxX);
    const bottom = rowOf(minY);
    const top = rowOf(maxY);
    if (left < 0 || bottom < 0 || right >= columns || top >= rows) {
      const isApart = right < 0 || top < 0 || left >= columns || bottom >= rows;
      return isApart ? beyond : MIXED;
    }
    const set = cells[bottom * columns + left]!;
    if (set < 0 || (right - left + 1) * (top - bottom + 1) > MAX_CELLS_READ) return MIXED;
    for (let row = bottom; row <= top; row++) {
      for (let at = row * columns + left; at <= row * columns + right; at++) if (cells[at] !== set) return MIXED;
    }
    return set;
  }

  const edges = new CellEdges(layer, cells);
  const painter = createPainter({ cells, columns, rows, cell, originX, originY }, layer, sets, edges);
  const hits = new Hits();

  function gatherEdges(minX: number, minY: number, maxX: number, maxY: number, near: NearEdges): boolean {
    const left = columnOf(minX);
    const right = columnOf(maxX);
    const bottom = rowOf(minY);
    const top = rowOf(maxY);
    if (columns === 0 || left < 0 || bottom < 0 || right >= columns || top >= rows) return false;
    if ((right - left + 1) * (top - bottom + 1) > MAX_CELLS_READ) return false;
    if (!edges.isListed) {
      edges.begin();
      listEdges({ left: 0, right: columns - 1, bottom: 0, top: rows - 1 });
    }
    near.begin(minX, minY, maxX, maxY, layer.xy.length / 2);
    for (let row = bottom; row <= top; row++) {
      for (let at = row * columns + left; at <= row * columns + right; at++) {
        const code = cells[at]!;
        if (code === MIXED) listEdges({ left, right, bottom, top });
        if (code < 0) edges.gather(cells[at]!, near);
        else near.set = code;
      }
    }
    return true;
  }

  /** After an edit lists are made again where they are asked for: most edits are large and most questions small. */
  function listEdges(region: Region): void {
    searchAround(region);
    painter.list(region, hits.items.subarray(0, hits.count));
  }

  function searchAround({ left, right, bottom, top }: Region): void {
    const [minX, minY] = [originX + (left - 1) * cell, originY + (bottom - 1) * cell];
    index.search(minX, minY, originX + (right + 2) * cell, originY + (top + 2) * cell, hits);
  }

  function repaint(minX: number, minY: number, maxX: number, maxY: number): void {
    if (!(minX <= maxX)) return;
    if (columns === 0) {
      beyond = MIXED;
      return;
    }
    const [left, right] = [columnOf(minX) - 1, columnOf(maxX) + 1];
    const [bottom, top] = [rowOf(minY) - 1, rowOf(maxY) + 1];
    if (left < 0 || bottom < 0 || right >= columns || top >= rows) beyond = MIXED;
    const region = {
      left: Math.max(0, left),
      right: Math.min(columns - 1, right),
      bottom: Math.max(0, bottom),
      top: Math.min(rows - 1, top),
    };
    if (region.left > region.right || region.bottom > region.top) return;
    searchAround(region);
    painter.paint(region, sorted(hits));
  }

  if (columns > 0) repaint(originX + cell, originY + cell, frame.maxX, frame.maxY);
  beyond = NO_ZONES;
  return { setOfBox, gatherEdges, repaint };
}

function sorted(hits: HitList): Int32Array {
  return hits.items.slice(0, hits.count).sort();
}

function boxOfAll({ boxes, count }: PackedLayer) {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < 4 * count; i += 4) {
    minX = Math.min(minX, boxes[i]!);
    minY = Math.min(minY, boxes[i + 1]!);
    maxX = Math.max(maxX, boxes[i + 2]!);
    maxY = Math.max(maxY, boxes[i + 3]!);
  }
  return { minX, minY, maxX, maxY };
}

interface Grid {
  readonly cells: Int32Array;
  readonly columns: number;
  readonly rows: number;
  readonly cell: number;
  readonly originX: number;
  readonly originY: number;
}

interface Region {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/**
 * Two passes over the zones: first every cell that an edge touches is mixed; then each zone is filled
 * along the rows' middles. A cell that no edge touches lies on one side of every border, so that its
 * middle speaks for all of it.
 */
function createPainter(grid: Grid, layer: PackedLayer, sets: ZoneSets, edges: CellEdges) {
  const { cells, columns, cell, originX, originY } = grid;

  function paint(region: Region, zones: Int32Array): void {
    for (let row = region.bottom; row <= region.top; row++) {
      cells.fill(NO_ZONES, row * columns + region.left, row * columns + region.right + 1);
    }
    const crossings: number[][] = Array.from({ length: region.top - region.bottom + 1 }, () => []);
    const mix = (first: number, last: number) => cells.fill(MIXED, first, last + 1);
    for (const zone of zones) forEachEdge(zone, (ax, ay, bx, by) => visitCells(region, ax, ay, bx, by, mix));
    for (const zone of zones) {
      const [low, high] = rowsOf(zone, region);
      if (low > high) continue;
      forEachEdge(zone, (ax, ay, bx, by) => cross(region, crossings, ax, ay, bx, by));
      for (let row = low; row <= high; row++) {
        const xs = crossings[row - region.bottom]!;
        if (xs.length > 0) fillRow(region, row, xs, zone);
        xs.length = 0;
      }
    }
  }

  /** Lists the edges of mixed cells that have no list yet. */
  function list(region: Region, zones: Int32Array): void {
    let zone = -1;
    let edge = -1;
    const put = (first: number, last: number) => {
      for (let at = first; at <= last; at++) edges.put(at, edge, zone);
    };
    for (zone of zones) {
      forEachEdge(zone, (ax, ay, bx, by, position) => {
        edge = position;
        visitCells(region, ax, ay, bx, by, put);
      });
    }
    edges.finish();
  }

  function forEachEdge(
    zone: number,
    visit: (ax: number, ay: number, bx: number, by: number, position: number) => void,
  ): void {
    if (layer.type[zone] !== GeometryType.polygon) return;
    const { partStart, partEnd, ringStart, positionStart, xy } = layer;
    const rings = ringStart[partEnd[zone]!]!;
    for (let ring = ringStart[partStart[zone]!]!; ring < rings; ring++) {
      const end = positionStart[ring + 1]! - 1;
      for (let p = positionStart[ring]!; p < end; p++)
        visit(xy[2 * p]! - originX, xy[2 * p + 1]! - originY, xy[2 * p + 2]! - originX, xy[2 * p + 3]! - originY, p);
    }
  }

  function rowsOf(zone: number, region: Region): [low: number, high: number] {
    const low = Math.floor((layer.boxes[4 * zone + 1]! - originY) / cell);
    const high = Math.floor((layer.boxes[4 * zone + 3]! - originY) / cell);
    return [Math.max(low, region.bottom), Math.min(high, region.top)];
  }

  /** Row by row: the cells of the stretch of the edge within the row, with the margin around it. Coordinates from the origin. */
  function visitCells(
    region: Region,
    ax: number,
    ay: number,
    bx: number,
    by: number,
    visit: (firstCell: number, lastCell: number) => void,
  ): void {
    const [lowX, lowY, highX, highY] = ay <= by ? [ax, ay, bx, by] : [bx, by, ax, ay];
    const bottom = Math.max(region.bottom, Math.floor((lowY - MARGIN_METERS) / cell));
    const top = Math.min(region.top, Math.floor((highY + MARGIN_METERS) / cell));
    const slope = highY > lowY ? (highX - lowX) / (highY - lowY) : 0;
    for (let row = bottom; row <= top; row++) {
      const from = Math.max(lowY, row * cell - MARGIN_METERS);
      const to = Math.min(highY, (row + 1) * cell + MARGIN_METERS);
      const isFlat = !(highY > lowY);
      const x0 = isFlat ? ax : lowX + slope * (from - lowY);
      const x1 = isFlat ? bx : lowX + slope * (to - lowY);
      const left = Math.max(region.left, Math.floor((Math.min(x0, x1) - MARGIN_METERS) / cell));
      const right = Math.min(region.right, Math.floor((Math.max(x0, x1) + MARGIN_METERS) / cell));
      if (left <= right) visit(row * columns + left, row * columns + right);
    }
  }

  /** Where an edge crosses the middles of the region's rows. */
  function cross(region: Region, crossings: number[][], ax: number, ay: number, bx: number, by: number): void {
    const [lowX, lowY, highX, highY] = ay <= by ? [ax, ay, bx, by] : [bx, by, ax, ay];
    if (lowY === highY) return;
    const slope = (highX - lowX) / (highY - lowY);
    const first = Math.max(region.bottom, Math.ceil(lowY / cell - 0.5));
    for (let row = first; row <= region.top; row++) {
      const middle = (row + 0.5) * cell;
      if (middle >= highY) break;
      if (middle >= lowY) crossings[row - region.bottom]!.push(lowX + slope * (middle - lowY));
    }
  }

  function fillRow(region: Region, row: number, xs: number[], zone: number): void {
    xs.sort((a, b) => a - b);
    let from = -1;
    let to = -1;
    for (let i = 0; i + 1 < xs.length; i += 2) {
      // Cells whose middle lies between the two crossings; those that an edge touches are mixed and stay so.
      const left = Math.max(region.left, Math.ceil(xs[i]! / cell - 0.5));
      const right = Math.min(region.right, Math.floor(xs[i + 1]! / cell - 0.5));
      for (let at = row * columns + left; at <= row * columns + right; at++) {
        const set = cells[at]!;
        if (set < 0) continue;
        if (set !== from) {
          from = set;
          to = sets.add(set, zone);
        }
        cells[at] = to;
      }
    }
  }

  return { paint, list };
}
