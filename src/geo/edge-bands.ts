/**
 * The edges of each polygon by horizontal band, so that a point test reads O(√n) of them and a join
 * with a small feature only those near it. Compressed rows: bands of all features in one array,
 * edges of all bands in another. An edge is named by the position it starts at.
 */
import { GeometryType } from './geometry-column.ts';
import type { PackedLayer } from './packed-layer.ts';

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

/** O(edges × bands each crosses), which is a few per edge. */
export function buildEdgeBands(layer: PackedLayer): EdgeBands {
  const { count, boxes } = layer;
  const bandCount = new Uint32Array(count);
  const firstBand = new Uint32Array(count);
  const bandsPerMeter = new Float64Array(count);
  let total = 0;
  for (let feature = 0; feature < count; feature++) {
    firstBand[feature] = total;
    if (layer.type[feature] !== GeometryType.polygon) continue;
    const bands = Math.max(1, Math.min(MAX_BANDS, edgeCountOf(layer, feature) >> 1));
    const height = boxes[4 * feature + 3]! - boxes[4 * feature + 1]!;
    bandCount[feature] = bands;
    bandsPerMeter[feature] = height > 0 ? bands / height : 0;
    total += bands;
  }
  const edgeStart = new Uint32Array(total + 1);
  const bands: EdgeBands = { bandCount, firstBand, bandsPerMeter, edgeStart, edges: new Uint32Array(0) };
  forEachBandOfEdges(bands, layer, (band) => edgeStart[band + 1]!++);
  for (let band = 0; band < total; band++) edgeStart[band + 1]! += edgeStart[band]!;
  const edges = new Uint32Array(edgeStart[total]!);
  const next = edgeStart.slice();
  forEachBandOfEdges(bands, layer, (band, edge) => {
    edges[next[band]!++] = edge;
  });
  return { ...bands, edges };
}

function edgeCountOf({ partStart, ringStart, positionStart }: PackedLayer, feature: number): number {
  const firstRing = ringStart[partStart[feature]!]!;
  const lastRing = ringStart[partStart[feature + 1]!]!;
  return positionStart[lastRing]! - positionStart[firstRing]! - (lastRing - firstRing);
}

function forEachBandOfEdges(bands: EdgeBands, layer: PackedLayer, visit: (band: number, edge: number) => void): void {
  const { partStart, ringStart, positionStart, xy } = layer;
  for (let feature = 0; feature < layer.count; feature++) {
    if (bands.bandCount[feature] === 0) continue;
    const first = bands.firstBand[feature]!;
    const rings = ringStart[partStart[feature + 1]!]!;
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
