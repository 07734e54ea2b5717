/**
 * The edges of each polygon by horizontal band, so that a point test reads O(√n) of them and a join
 * with a small feature only those near it. Compressed rows: bands of all features in one array,
 * edges of all bands in another. An edge is named by the position it starts at.
 */
import { GeometryType } from './geometry-column.ts';
import type { PackedLayer } from './packed-layer.ts';
import { withLength } from './with-length.ts';

export interface EdgeBands {
  /** Bands per feature; 0 for what is no polygon. */
  readonly bandCount: Uint32Array;
  /** Index of each feature's first band. */
  readonly firstBand: Uint32Array;
  /** Bands per metre, per feature. */
  readonly bandsPerMeter: Float64Array;
  /** bands + 1 offsets into `edges`. */
  readonly edgeStart: Uint32Array;
  readonly edges: Uint32Array;
  /** How much of the two arrays is in use; behind it is room for edits. */
  readonly used: { readonly bands: number; readonly edges: number };
}

const MAX_BANDS = 1024;

/**
 * Which band of a feature a height lies in. The same expression everywhere: it never falls as y
 * rises, and that alone guarantees that an edge which reaches y is listed in the band of y, rounding
 * included. (Two different expressions once lost edges at a band's upper rim.)
 */
export function bandAt(bands: EdgeBands, layer: PackedLayer, feature: number, y: number): number {
  const band = Math.floor((y - layer.boxes[4 * feature + 1]!) * bands.bandsPerMeter[feature]!);
  const last = bands.bandCount[feature]! - 1;
  return band < 0 ? 0 : Math.min(band, last);
}

/** Of the features from `first` on to before `end`: all of them, if nothing is said. O(edges × bands each crosses), which is a few per edge. */
export function buildEdgeBands(layer: PackedLayer, first = 0, end = layer.count): EdgeBands {
  const { boxes } = layer;
  const bandCount = new Uint32Array(end);
  const firstBand = new Uint32Array(end);
  const bandsPerMeter = new Float64Array(end);
  let total = 0;
  for (let feature = first; feature < end; feature++) {
    firstBand[feature] = total;
    if (layer.type[feature] !== GeometryType.polygon) continue;
    const bands = Math.max(1, Math.min(MAX_BANDS, edgeCountOf(layer, feature) >> 1));
    const height = boxes[4 * feature + 3]! - boxes[4 * feature + 1]!;
    bandCount[feature] = bands;
    bandsPerMeter[feature] = height > 0 ? bands / height : 0;
    total += bands;
  }
  const edgeStart = new Uint32Array(total + 1);
  const empty = new Uint32Array(0);
  const bands = { bandCount, firstBand, bandsPerMeter, edgeStart, edges: empty, used: { bands: 0, edges: 0 } };
  forEachBandOfEdges(bands, layer, first, end, (band) => edgeStart[band + 1]!++);
  for (let band = 0; band < total; band++) edgeStart[band + 1]! += edgeStart[band]!;
  const edges = new Uint32Array(edgeStart[total]!);
  const next = edgeStart.slice();
  forEachBandOfEdges(bands, layer, first, end, (band, edge) => {
    edges[next[band]!++] = edge;
  });
  return { ...bands, edges, used: { bands: total, edges: edges.length } };
}

/**
 * Takes in what became of one feature of the layer, in place: its bands go behind all others.
 * O(its edges × bands each crosses).
 */
export function updateEdgeBands(bands: EdgeBands, layer: PackedLayer, feature: number): void {
  const own = buildEdgeBands(layer, feature, feature + 1);
  const live = bands as { -readonly [K in keyof EdgeBands]: EdgeBands[K] };
  live.bandCount = withLength(live.bandCount, feature + 1);
  live.firstBand = withLength(live.firstBand, feature + 1);
  live.bandsPerMeter = withLength(live.bandsPerMeter, feature + 1);
  const firstBand = live.used.bands;
  const firstEdge = live.used.edges;
  live.edgeStart = withLength(live.edgeStart, firstBand + own.used.bands + 1);
  live.edges = withLength(live.edges, firstEdge + own.used.edges);
  for (let band = 0; band <= own.used.bands; band++)
    live.edgeStart[firstBand + band] = firstEdge + own.edgeStart[band]!;
  live.edges.set(own.edges, firstEdge);
  live.bandCount[feature] = own.bandCount[feature]!;
  live.bandsPerMeter[feature] = own.bandsPerMeter[feature]!;
  live.firstBand[feature] = firstBand;
  live.used = { bands: firstBand + own.used.bands, edges: firstEdge + own.used.edges };
}

function edgeCountOf({ partStart, partEnd, ringStart, positionStart }: PackedLayer, feature: number): number {
  const firstRing = ringStart[partStart[feature]!]!;
  const lastRing = ringStart[partEnd[feature]!]!;
  return positionStart[lastRing]! - positionStart[firstRing]! - (lastRing - firstRing);
}

function forEachBandOfEdges(
  bands: EdgeBands,
  layer: PackedLayer,
  firstFeature: number,
  endFeature: number,
  visit: (band: number, edge: number) => void,
): void {
  const { partStart, partEnd, ringStart, positionStart, xy } = layer;
  for (let feature = firstFeature; feature < endFeature; feature++) {
    if (bands.bandCount[feature] === 0) continue;
    const first = bands.firstBand[feature]!;
    const rings = ringStart[partEnd[feature]!]!;
    for (let ring = ringStart[partStart[feature]!]!; ring < rings; ring++) {
      const end = positionStart[ring + 1]! - 1;
      for (let edge = positionStart[ring]!; edge < end; edge++) {
        const from = bandAt(bands, layer, feature, xy[2 * edge + 1]!);
        const to = bandAt(bands, layer, feature, xy[2 * edge + 3]!);
        for (let band = Math.min(from, to); band <= Math.max(from, to); band++) visit(first + band, edge);
      }
    }
  }
}
