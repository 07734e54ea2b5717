/**
 * All sweeping routes as distances are asked of them; only those that qualify count. Numbers and
 * geometry alone, so that a helper thread can have its own. Takes edits in place.
 */
import { buildEdgeBands, updateEdgeBands } from '../geo/edge-bands.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import type { BandedLayer } from '../geo/relate.ts';
import { buildSegmentChunks, type SegmentChunks, updateSegmentChunks } from '../geo/segment-chunks.ts';
import { buildSpatialIndex, type SpatialIndex } from '../geo/spatial-index.ts';

/** Some routes may be swept areas. */
export interface RouteGround extends BandedLayer {
  readonly chunks: SegmentChunks;
  /** Of the swept areas alone. */
  readonly areas: SpatialIndex;
}

const NO_BOX = [Infinity, Infinity, -Infinity, -Infinity] as const;

/** O(n log n). */
export function buildRouteGround(layer: PackedLayer, qualifies: (route: number) => boolean): RouteGround {
  const areaBoxes = layer.boxes.slice(0, 4 * layer.count);
  for (let route = 0; route < layer.count; route++) {
    if (!isArea(layer, route) || !qualifies(route)) areaBoxes.set(NO_BOX, 4 * route);
  }
  return {
    layer,
    bands: buildEdgeBands(layer),
    chunks: buildSegmentChunks(layer, qualifies),
    areas: buildSpatialIndex(areaBoxes),
  };
}

function isArea({ type }: PackedLayer, route: number): boolean {
  return type[route] === GeometryType.polygon;
}

/** Takes in a route whose packed geometry is in place already. */
export function updateRouteGround(ground: RouteGround, route: number, qualifies: boolean): void {
  const { layer, bands, chunks, areas } = ground;
  updateEdgeBands(bands, layer, route);
  updateSegmentChunks(chunks, route, qualifies);
  const at = 4 * route;
  const [a, b, c, d] = qualifies && isArea(layer, route) ? [...layer.boxes.subarray(at, at + 4)] : NO_BOX;
  areas.update(route, a!, b!, c!, d!);
}
