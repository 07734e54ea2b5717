/**
 * The sources that may have caused a hotspot, best first. A source's score is
 *
 *     strength · cos²(angle to the wind) · (10 m / distance)^1.5        distances below 10 m count as 10 m
 *
 * so that at a distance none scores more than the strongest source would there, and the search can stop. With
 * a wind only sources in the sector that it comes from count, and those that the hotspot touches; without
 * one the cosine is 1. A screening, not a dispersion model.
 */
import { DistanceQueue } from '../geo/distance-queue.ts';
import { featureDistanceSquared } from '../geo/feature-distance.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { endOfNode, leavesByItem } from '../geo/spatial-index.ts';
import { buildWeightedTree, setLeaf, type WeightedTree } from '../geo/weighted-tree.ts';
import { cosineInSector, type UpwindSector } from '../rules/wind.ts';
import { REACHED_SLACK } from './size-limits.ts';

/**
 * All sources as one list, in the order of layers and features, each with its strength in (0, 1]. Behind
 * each layer some places are kept free for what edits add to it.
 */
export interface SourceRanks {
  readonly layers: readonly PackedLayer[];
  /** Of each source: its layer. */
  readonly layerOf: Uint16Array;
  /** Of each layer: its first source. */
  readonly first: readonly number[];
  readonly strengths: Float64Array;
  /** Undefined where there are no sources. */
  readonly tree: WeightedTree | undefined;
}

/** The same, kept up with edits. */
export interface RankedSources {
  readonly ranks: SourceRanks;
  /** Takes in what became of a source; false where its layer's free places are used up, and all must be ranked anew. */
  update(layer: number, feature: number): boolean;
}

/** Places kept free behind a layer. */
const SPARE = 256;

/** O(n log n). Sources without a geometry have no strength and are never found. */
export function rankSources(
  layers: readonly PackedLayer[],
  strengthOf: (layer: number, feature: number) => number,
): RankedSources {
  const total = layers.reduce((sum, { count }) => sum + count + SPARE, 0);
  const layerOf = new Uint16Array(total);
  const strengths = new Float64Array(total);
  const boxes = new Float64Array(4 * total);
  for (let i = 0; i < boxes.length; i += 4) boxes.set(NO_BOX, i);
  const first: number[] = [];
  const measure = (layer: number, feature: number) =>
    layers[layer]!.type[feature] === GeometryType.none ? 0 : strengthOf(layer, feature);
  let at = 0;
  for (const [layer, packed] of layers.entries()) {
    first.push(at);
    boxes.set(packed.boxes.subarray(0, 4 * packed.count), 4 * at);
    layerOf.fill(layer, at, at + packed.count + SPARE);
    for (let feature = 0; feature < packed.count; feature++) strengths[at + feature] = measure(layer, feature);
    at += packed.count + SPARE;
  }
  const tree = total > 0 ? buildWeightedTree(boxes, strengths) : undefined;
  let leafOf: Uint32Array | undefined;
  return {
    ranks: { layers, layerOf, first, strengths, tree },
    update(layer, feature) {
      const item = first[layer]! + feature;
      if (!tree || item >= (first[layer + 1] ?? total)) return false;
      leafOf ??= leavesByItem(tree);
      strengths[item] = measure(layer, feature);
      setLeaf(tree, leafOf[item]!, layers[layer]!.boxes.subarray(4 * feature, 4 * feature + 4), strengths[item]!);
      return true;
    },
  };
}

const NO_BOX = [Infinity, Infinity, -Infinity, -Infinity];

const NEAREST_SQUARED = 10 * 10;

/** (10 m / distance)^1.5, 1 below 10 m: two roots, which are the same bits everywhere. */
export function distanceDecay(squaredMeters: number): number {
  if (squaredMeters <= NEAREST_SQUARED) return 1;
  const root = Math.sqrt(NEAREST_SQUARED / squaredMeters);
  return root * Math.sqrt(root);
}

/** Where a feature's box has its middle. */
export function middleOf({ boxes }: PackedLayer, feature: number): [x: number, y: number] {
  const box = 4 * feature;
  return [(boxes[box]! + boxes[box + 2]!) / 2, (boxes[box + 1]! + boxes[box + 3]!) / 2];
}

export interface CandidateSearch {
  /** How many the last search found. Of each, best first: its place in the list of sources, score, distance. */
  readonly found: number;
  readonly items: Int32Array;
  readonly scores: Float64Array;
  readonly distancesMeters: Float64Array;
  /**
   * Finds the best of all sources within reach of a hotspot, exactly that far included: by score downwards,
   * then in the order of the list. A source lies where its box has its middle, as seen from the
   * middle of the hotspot's box.
   */
  search(hotspots: PackedLayer, hotspot: number, sector: UpwindSector | undefined): void;
}

/** Keeps its scratch memory from call to call. Finds at most `count`. */
export function createCandidateSearch(sources: SourceRanks, reachMeters: number, count: number): CandidateSearch {
  return new HotspotSearch(sources, reachMeters, count);
}

/** The state of one search after the other: where it is aimed at, what it has found. */
class HotspotSearch implements CandidateSearch {
  found = 0;
  readonly items: Int32Array;
  readonly scores: Float64Array;
  readonly distancesMeters: Float64Array;
  readonly #sources: SourceRanks;
  readonly #reachSquared: number;
  readonly #queue = new DistanceQueue();
  /** What the last of a full list scores: nothing below it can come in any more. */
  #floor = 0;
  /** Beyond this distance not even the strongest source could come in any more. */
  #limitSquared = 0;
  #minX = 0;
  #minY = 0;
  #maxX = 0;
  #maxY = 0;

  constructor(sources: SourceRanks, reachMeters: number, count: number) {
    this.#sources = sources;
    this.#reachSquared = (reachMeters + REACHED_SLACK) ** 2;
    this.items = new Int32Array(count);
    this.scores = new Float64Array(count);
    this.distancesMeters = new Float64Array(count);
  }

  search(hotspots: PackedLayer, hotspot: number, sector: UpwindSector | undefined): void {
    this.found = 0;
    this.#floor = 0;
    this.#limitSquared = this.#reachSquared;
    const { boxes } = hotspots;
    this.#minX = boxes[4 * hotspot]!;
    this.#minY = boxes[4 * hotspot + 1]!;
    this.#maxX = boxes[4 * hotspot + 2]!;
    this.#maxY = boxes[4 * hotspot + 3]!;
    const { tree } = this.#sources;
    if (!tree) return;
    const queue = this.#queue;
    queue.clear();
    // The queue gives the smallest number first.
    queue.push(Number.NEGATIVE_INFINITY, tree.boxes.length - 4);
    while (queue.count > 0 && -queue.nearest() >= this.#floor) {
      const entry = queue.pop();
      // Sources are told from nodes by their sign: ~source is negative.
      if (entry < 0) this.#visit(~entry, hotspots, hotspot, sector);
      else this.#open(tree, entry, sector ?? ANY_DIRECTION);
    }
  }

  /**
   * Queues those children of a node that may hold something better than the floor: by the distance of their
   * box, by the strongest source in it, and by whether the sector reaches it. All in one loop: this is where
   * the time goes.
   */
  #open(tree: WeightedTree, node: number, { x, y, minCosine }: UpwindSector): void {
    const { boxes, indices, heaviest } = tree;
    const queue = this.#queue;
    const minX = this.#minX;
    const minY = this.#minY;
    const maxX = this.#maxX;
    const maxY = this.#maxY;
    const floor = this.#floor;
    const limit = this.#limitSquared;
    const centerX = (minX + maxX) / 2;
    const centerY = (minY + maxY) / 2;
    const isAnywhere = minCosine < 0;
    // Outward normals of the sector's two edges.
    const sine = Math.sqrt(Math.max(0, 1 - minCosine * minCosine));
    const leftX = -x * sine - y * minCosine;
    const leftY = -y * sine + x * minCosine;
    const rightX = -x * sine + y * minCosine;
    const rightY = -y * sine - x * minCosine;
    const isLeaf = node < 4 * tree.count;
    const end = endOfNode(tree, node);
    for (let p = node; p < end; p += 4) {
      const left = boxes[p]!;
      const bottom = boxes[p + 1]!;
      const right = boxes[p + 2]!;
      const top = boxes[p + 3]!;
      const dx = left > maxX ? left - maxX : minX > right ? minX - right : 0;
      const dy = bottom > maxY ? bottom - maxY : minY > top ? minY - top : 0;
      const squared = dx * dx + dy * dy;
      if (!(squared <= limit)) continue;
      let promise = heaviest[p >> 2]!;
      if (squared > 0 && !isAnywhere) {
        if (isLeaf) {
          // A source counts in the sector where its box has its middle.
          const towardsX = (left + right) / 2 - centerX;
          const towardsY = (bottom + top) / 2 - centerY;
          const dot = x * towardsX + y * towardsY;
          const lengthSquared = towardsX * towardsX + towardsY * towardsY;
          // A little wide: whoever visits it measures it again.
          if (dot <= 0 || dot * dot < (minCosine * minCosine - 1e-9) * lengthSquared) continue;
          promise *= (dot * dot * (1 + 1e-12)) / lengthSquared;
        } else {
          const isLeftOut =
            leftX * ((leftX > 0 ? left : right) - centerX) + leftY * ((leftY > 0 ? bottom : top) - centerY) > 1e-6;
          if (isLeftOut) continue;
          const isRightOut =
            rightX * ((rightX > 0 ? left : right) - centerX) + rightY * ((rightY > 0 ? bottom : top) - centerY) > 1e-6;
          if (isRightOut) continue;
        }
      }
      if (squared > NEAREST_SQUARED) {
        const root = Math.sqrt(NEAREST_SQUARED / squared);
        promise *= root * Math.sqrt(root);
      }
      if (promise > 0 && promise >= floor) queue.push(-promise, isLeaf ? ~indices[p >> 2]! : indices[p >> 2]!);
    }
  }

  /** Measures one source, and takes it in where it is among the best. */
  #visit(item: number, hotspots: PackedLayer, hotspot: number, sector: UpwindSector | undefined): void {
    const { layers, layerOf, first, strengths } = this.#sources;
    const layer = layerOf[item]!;
    const packed = layers[layer]!;
    const feature = item - first[layer]!;
    // What lies at the limit itself still counts.
    const bound = this.#limitSquared * (1 + Number.EPSILON);
    const squared = featureDistanceSquared(hotspots, hotspot, packed, feature, bound);
    if (!(squared < bound)) return;
    let score = strengths[item]! * distanceDecay(squared);
    if (squared > 0 && sector) {
      const [x, y] = middleOf(packed, feature);
      const cosine = cosineInSector(sector, x - (this.#minX + this.#maxX) / 2, y - (this.#minY + this.#maxY) / 2);
      score *= cosine * cosine;
    }
    if (score > 0) this.#insert(item, score, Math.sqrt(squared));
  }

  /** Keeps the best in order; what is equal stands in the order of the list, however the search came by it. */
  #insert(item: number, score: number, distanceMeters: number): void {
    const { items, scores, distancesMeters } = this;
    let at = this.found;
    while (at > 0 && (scores[at - 1]! < score || (scores[at - 1] === score && items[at - 1]! > item))) at--;
    if (at === scores.length) return;
    if (this.found < scores.length) this.found++;
    for (let k = this.found - 1; k > at; k--) {
      items[k] = items[k - 1]!;
      scores[k] = scores[k - 1]!;
      distancesMeters[k] = distancesMeters[k - 1]!;
    }
    items[at] = item;
    scores[at] = score;
    distancesMeters[at] = distanceMeters;
    if (this.found < scores.length) return;
    this.#floor = scores[scores.length - 1]!;
    // Where the decay alone is at the floor, and a little farther, for rounding.
    const limit = (1.000001 * NEAREST_SQUARED) / (this.#floor * Math.cbrt(this.#floor));
    this.#limitSquared = Math.min(this.#reachSquared, Math.max(limit, NEAREST_SQUARED));
  }
}

/** No wind: a sector all around. */
const ANY_DIRECTION: UpwindSector = { x: 0, y: 1, minCosine: -2 };
