/**
 * Which edges run through each mixed cell of a raster. A cell that has a list says so itself: its number is
 * ~(list + 1), while ~0 is mixed without a list. Lists lie one behind the other; a cell that is painted anew loses
 * its list and gets another, and when more lists were given up than there were at first, all are made again.
 */
import type { PackedLayer } from './packed-layer.ts';
import { withLength } from './with-length.ts';

const NO_LIST = -1;

/** The edges near a box, as they are gathered from one cell after the other. Reused from box to box. */
export class NearEdges {
  count = 0;
  /** ax, ay, bx, by of each edge. */
  ends = new Float64Array(4 * 64);
  /** The feature of each edge. */
  owners = new Int32Array(64);
  /** The set of a cell that no edge touches; -1 where there is none. */
  set = -1;
  #minX = 0;
  #minY = 0;
  #maxX = 0;
  #maxY = 0;
  /** Of each position: the last box whose edges it was among. */
  #seen = new Uint32Array(0);
  #box = 0;

  begin(minX: number, minY: number, maxX: number, maxY: number, positions: number): void {
    this.count = 0;
    this.set = -1;
    this.#minX = minX;
    this.#minY = minY;
    this.#maxX = maxX;
    this.#maxY = maxY;
    this.#seen = withLength(this.#seen, positions);
    if (++this.#box < 2 ** 32) return;
    this.#seen.fill(0);
    this.#box = 1;
  }

  /** Takes an edge in, unless it is in already or its box does not meet the given one. */
  offer(xy: Float64Array, edge: number, owner: number): void {
    if (this.#seen[edge] === this.#box) return;
    this.#seen[edge] = this.#box;
    const ax = xy[2 * edge]!;
    const bx = xy[2 * edge + 2]!;
    if ((ax < this.#minX && bx < this.#minX) || (ax > this.#maxX && bx > this.#maxX)) return;
    const ay = xy[2 * edge + 1]!;
    const by = xy[2 * edge + 3]!;
    if ((ay < this.#minY && by < this.#minY) || (ay > this.#maxY && by > this.#maxY)) return;
    if (this.count === this.owners.length) {
      this.ends = withLength(this.ends, 8 * this.count);
      this.owners = withLength(this.owners, 2 * this.count);
    }
    this.ends[4 * this.count] = ax;
    this.ends[4 * this.count + 1] = ay;
    this.ends[4 * this.count + 2] = bx;
    this.ends[4 * this.count + 3] = by;
    this.owners[this.count++] = owner;
  }
}

export class CellEdges {
  /** Whether lists were made, and not too many of them given up since. A cell that was painted since may have none. */
  isListed = false;
  readonly #layer: PackedLayer;
  readonly #cells: Int32Array;
  /** lists + 1 offsets into the two arrays below. */
  #start = new Uint32Array(1);
  #edges = new Uint32Array(0);
  #owners = new Uint32Array(0);
  #lists = 0;
  /** Lists when all were made. */
  #listsAtFirst = 0;
  /** What was put since the last `finish`: pairs of a list and an edge. */
  #putLists = new Uint32Array(0);
  #putEdges = new Uint32Array(0);
  #putOwners = new Uint32Array(0);
  #putCount = 0;
  #newLists = 0;

  constructor(layer: PackedLayer, cells: Int32Array) {
    this.#layer = layer;
    this.#cells = cells;
  }

  /** Forgets all lists: the edges of all mixed cells are to be put next. */
  begin(): void {
    const cells = this.#cells;
    for (let at = 0; at < cells.length; at++) if (cells[at]! < 0) cells[at] = NO_LIST;
    this.#lists = 0;
    this.#listsAtFirst = 0;
    this.#start[0] = 0;
  }

  /** An edge runs through a mixed cell. Nothing is added to lists that were finished. */
  put(cell: number, edge: number, owner: number): void {
    const cells = this.#cells;
    if (cells[cell]! < NO_LIST && ~cells[cell]! <= this.#lists) return;
    if (cells[cell] === NO_LIST) cells[cell] = ~(this.#lists + ++this.#newLists);
    const at = this.#putCount++;
    this.#putLists = withLength(this.#putLists, at + 1);
    this.#putEdges = withLength(this.#putEdges, at + 1);
    this.#putOwners = withLength(this.#putOwners, at + 1);
    this.#putLists[at] = ~cells[cell]! - 1;
    this.#putEdges[at] = edge;
    this.#putOwners[at] = owner;
  }

  /** Brings what was put into the order of the lists. O(what was put). */
  finish(): void {
    const first = this.#lists;
    const lists = first + this.#newLists;
    const used = this.#start[first]!;
    this.#start = withLength(this.#start, lists + 2);
    this.#edges = withLength(this.#edges, used + this.#putCount);
    this.#owners = withLength(this.#owners, used + this.#putCount);
    // One place further than they end up, so that filling the lists moves each start to its place.
    const next = this.#start.fill(0, first + 1, lists + 2);
    for (let k = 0; k < this.#putCount; k++) next[this.#putLists[k]! + 2]!++;
    next[first + 1] = used;
    for (let list = first + 2; list < lists + 2; list++) next[list]! += next[list - 1]!;
    for (let k = 0; k < this.#putCount; k++) {
      const place = next[this.#putLists[k]! + 1]!++;
      this.#edges[place] = this.#putEdges[k]!;
      this.#owners[place] = this.#putOwners[k]!;
    }
    this.#lists = lists;
    this.#putCount = 0;
    this.#newLists = 0;
    this.#putLists = this.#putEdges = this.#putOwners = new Uint32Array(0);
    if (this.#listsAtFirst === 0) this.#listsAtFirst = lists;
    this.isListed = lists <= 2 * this.#listsAtFirst + LISTS_TO_SPARE;
  }

  /** The edges of a mixed cell, by its number. */
  gather(code: number, near: NearEdges): void {
    const list = ~code - 1;
    const end = this.#start[list + 1]!;
    const { xy } = this.#layer;
    for (let k = this.#start[list]!; k < end; k++) near.offer(xy, this.#edges[k]!, this.#owners[k]!);
  }
}

/** So many may be given up in small rasters before all are made again. */
const LISTS_TO_SPARE = 4096;
