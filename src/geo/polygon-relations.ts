/**
 * How a polygon lies to all polygons of a layer at once: the edges around it are read once, out of the cells of
 * a raster, and those whose borders are elsewhere are known by any cell that no border touches.
 */
import { NearEdges } from './cell-edges.ts';
import type { CellRaster } from './cell-raster.ts';
import { GeometryType } from './geometry-column.ts';
import type { PackedLayer } from './packed-layer.ts';
import { Location, locatePoint } from './point-in-polygon.ts';
import { type BandedLayer, createRelater, Relation, type RelationCode, relateByRings } from './relate.ts';
import { segmentsMeet } from './segment-distance.ts';
import { HitList, type SpatialIndex } from './spatial-index.ts';
import type { ZoneSets } from './zone-sets.ts';

/** A layer whose borders a raster knows. */
export interface RasteredLayer extends BandedLayer {
  readonly index: SpatialIndex;
  readonly raster: CellRaster;
  readonly sets: ZoneSets;
}

export interface PolygonRelations {
  /** How many of the target's polygons share a point with the last one asked for. Of each, ascending: its number, and how the one asked for lies to it. */
  readonly count: number;
  readonly targets: Int32Array;
  readonly relations: Uint8Array;
  /** Of a polygon of any layer; the answers are those of `Relater.relate`. */
  find(layer: PackedLayer, feature: number): void;
}

/** Keeps its scratch memory from call to call. O(cells of the polygon's box + its edges × edges of the target in its box). */
export function createPolygonRelations(target: RasteredLayer): PolygonRelations {
  return new Relations(target);
}

class Relations implements PolygonRelations {
  count = 0;
  targets = new Int32Array(64);
  relations = new Uint8Array(64);
  readonly #target: RasteredLayer;
  readonly #near = new NearEdges();
  readonly #hits = new HitList();
  readonly #relater = createRelater();

  constructor(target: RasteredLayer) {
    this.#target = target;
  }

  find(layer: PackedLayer, feature: number): void {
    this.count = 0;
    if (layer.type[feature] !== GeometryType.polygon) return;
    const { boxes } = layer;
    const at = 4 * feature;
    const near = this.#near;
    const { raster } = this.#target;
    if (!raster.gatherEdges(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!, near)) {
      this.#findPlainly(layer, feature);
      return;
    }
    for (let edge = 0; edge < near.count; edge++) {
      const place = this.#placeOf(near.owners[edge]!);
      if (this.relations[place] === Relation.crosses) continue;
      if (edgeMeets(near.ends, 4 * edge, layer, feature)) this.relations[place] = Relation.crosses;
    }
    const bordering = this.count;
    this.#addHolders(layer, feature);
    this.#settle(layer, feature, bordering);
  }

  /** Where an owner of edges stands among what was found; what is new lies apart as far as is known. */
  #placeOf(owner: number): number {
    let place = this.count - 1;
    while (place >= 0 && this.targets[place] !== owner) place--;
    return place >= 0 ? place : this.#add(owner, Relation.disjoint);
  }

  #add(target: number, relation: RelationCode): number {
    if (this.count === this.targets.length) {
      const targets = new Int32Array(2 * this.count);
      targets.set(this.targets);
      this.targets = targets;
      const relations = new Uint8Array(2 * this.count);
      relations.set(this.relations);
      this.relations = relations;
    }
    this.targets[this.count] = target;
    this.relations[this.count] = relation;
    return this.count++;
  }

  /** Those without an edge in the box hold all of it or nothing. */
  #addHolders(layer: PackedLayer, feature: number): void {
    const { index, sets, layer: polygons, bands } = this.#target;
    const bordering = this.count;
    const isBordering = (target: number): boolean => {
      for (let place = 0; place < bordering; place++) if (this.targets[place] === target) return true;
      return false;
    };
    if (this.#near.set >= 0) {
      const holders = sets.zonesOf(this.#near.set);
      for (let k = 0; k < holders.length; k++) if (!isBordering(holders[k]!)) this.#add(holders[k]!, Relation.inside);
      return;
    }
    const at = 2 * layer.positionStart[layer.ringStart[layer.partStart[feature]!]!]!;
    const x = layer.xy[at]!;
    const y = layer.xy[at + 1]!;
    const hits = this.#hits;
    index.search(x, y, x, y, hits);
    for (let k = 0; k < hits.count; k++) {
      const target = hits.items[k]!;
      if (isBordering(target) || locatePoint(polygons, bands, target, x, y) === Location.outside) continue;
      this.#add(target, Relation.inside);
    }
  }

  /** Asks for those whose borders are near and do not meet, drops what lies apart, and puts the rest in order. */
  #settle(layer: PackedLayer, feature: number, bordering: number): void {
    let kept = 0;
    for (let place = 0; place < this.count; place++) {
      const target = this.targets[place]!;
      let relation = this.relations[place] as RelationCode;
      if (place < bordering && relation === Relation.disjoint) {
        relation = relateByRings(layer, feature, this.#target, target, true);
        if (relation === Relation.disjoint) continue;
      }
      let to = kept++;
      for (; to > 0 && this.targets[to - 1]! > target; to--) {
        this.targets[to] = this.targets[to - 1]!;
        this.relations[to] = this.relations[to - 1]!;
      }
      this.targets[to] = target;
      this.relations[to] = relation;
    }
    this.count = kept;
  }

  /** Pair by pair, as a search of the boxes finds them. */
  #findPlainly(layer: PackedLayer, feature: number): void {
    const { boxes } = layer;
    const at = 4 * feature;
    const hits = this.#hits;
    this.#target.index.search(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!, hits);
    for (let k = 0; k < hits.count; k++) {
      const target = hits.items[k]!;
      const relation = this.#relater.relate(layer, feature, this.#target, target);
      if (relation !== Relation.disjoint) this.#add(target, relation);
    }
    this.#settle(layer, feature, 0);
  }
}

/** Above the rounding of a cross product of four differences, as a share of what it is the difference of. */
const ROUNDING = 1e-15;

/**
 * Whether an edge shares a point with one of a polygon's edges; exact. Two positions that lie clearly on one side
 * of its line cannot have it between them, and so do most.
 */
function edgeMeets(ends: Float64Array, at: number, layer: PackedLayer, feature: number): boolean {
  const cx = ends[at]!;
  const cy = ends[at + 1]!;
  const dx = ends[at + 2]!;
  const dy = ends[at + 3]!;
  const alongX = dx - cx;
  const alongY = dy - cy;
  const minX = Math.min(cx, dx);
  const maxX = Math.max(cx, dx);
  const minY = Math.min(cy, dy);
  const maxY = Math.max(cy, dy);
  const { boxes, partStart, partEnd, ringStart, positionStart, xy } = layer;
  const box = 4 * feature;
  const reachX = Math.max(Math.abs(boxes[box]! - cx), Math.abs(boxes[box + 2]! - cx));
  const reachY = Math.max(Math.abs(boxes[box + 1]! - cy), Math.abs(boxes[box + 3]! - cy));
  const error = ROUNDING * (reachX * Math.abs(alongY) + reachY * Math.abs(alongX));
  const rings = ringStart[partEnd[feature]!]!;
  for (let ring = ringStart[partStart[feature]!]!; ring < rings; ring++) {
    const first = 2 * positionStart[ring]!;
    const last = 2 * positionStart[ring + 1]! - 2;
    let ax = xy[first]!;
    let ay = xy[first + 1]!;
    let sideA = (ax - cx) * alongY - (ay - cy) * alongX;
    for (let p = first + 2; p <= last; p += 2) {
      const bx = xy[p]!;
      const by = xy[p + 1]!;
      const sideB = (bx - cx) * alongY - (by - cy) * alongX;
      if (!((sideA > error && sideB > error) || (sideA < -error && sideB < -error))) {
        const isApart =
          (ax < minX && bx < minX) || (ax > maxX && bx > maxX) || (ay < minY && by < minY) || (ay > maxY && by > maxY);
        if (!isApart && segmentsMeet(ax, ay, bx, by, cx, cy, dx, dy)) return true;
      }
      ax = bx;
      ay = by;
      sideA = sideB;
    }
  }
  return false;
}
