/** Ground that is no feature of the workspace, a draft or an area drawn to be counted, and what share of a feature lies in it. */
import { type CellRaster, createCellRaster, MIXED } from '../geo/cell-raster.ts';
import { buildEdgeBands } from '../geo/edge-bands.ts';
import { appendGeoJson, createGeometryBuilder, GeometryType } from '../geo/geometry-column.ts';
import { createIntersectionArea, type IntersectionArea } from '../geo/intersection-area.ts';
import type { Frame } from '../geo/laea.ts';
import { measureLineCoverage } from '../geo/line-coverage.ts';
import { type PackedLayer, packLayer } from '../geo/packed-layer.ts';
import { holdsPlace } from '../geo/point-in-polygon.ts';
import { type BandedLayer, createRelater, type Relater, Relation } from '../geo/relate.ts';
import { buildSpatialIndex } from '../geo/spatial-index.ts';
import { createZoneSets, NO_ZONES } from '../geo/zone-sets.ts';
import { NO_AREA_SQUARE_METERS } from './zone-ground.ts';

/** Cells of the ground's own raster: painting more would cost more than it spares. */
const GROUND_CELLS = 20_000;

/** A layer of one feature. */
export interface DraftGround extends BandedLayer {
  readonly area: IntersectionArea;
  readonly relater: Relater;
  /** Which features lie wholly in it, or wholly outside: most, without a look at its edges. */
  readonly cells: CellRaster;
}

/** Repaired as features are. O(n log n) in its positions. */
export async function packDraft(geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon, frame: Frame): Promise<DraftGround> {
  const builder = createGeometryBuilder();
  appendGeoJson(builder, geometry);
  const { layer } = await packLayer(builder.finish(), frame);
  return {
    layer,
    bands: buildEdgeBands(layer),
    cells: createCellRaster(layer, buildSpatialIndex(layer.boxes, layer.count), createZoneSets(), GROUND_CELLS),
    area: createIntersectionArea(),
    relater: createRelater(),
  };
}

/**
 * The share of a feature inside the ground, 0 to 1: by area, by length, by points; a point on the edge is
 * inside. The feature must have a geometry.
 */
export function shareInside(packed: PackedLayer, feature: number, ground: DraftGround): number {
  const { layer, bands, area, relater, cells } = ground;
  const at = 4 * feature;
  const { boxes } = packed;
  const set = cells.setOfBox(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!);
  if (set !== MIXED) return set === NO_ZONES ? 0 : 1;
  if (packed.type[feature] === GeometryType.polygon) {
    const relation = relater.relate(packed, feature, { layer, bands }, 0);
    if (relation === Relation.inside) return 1;
    if (relation === Relation.disjoint) return 0;
    const shared = area.measure(packed, feature, layer, 0);
    return shared <= NO_AREA_SQUARE_METERS ? 0 : Math.min(1, shared / packed.areas[feature]!);
  }
  if (packed.type[feature] === GeometryType.line) {
    return measureLineCoverage(packed, feature, { layer, bands }, [0]).coveredMeters / packed.lengths[feature]!;
  }
  const { partStart, partEnd, ringStart, positionStart, xy } = packed;
  const first = positionStart[ringStart[partStart[feature]!]!]!;
  const end = positionStart[ringStart[partEnd[feature]!]!]!;
  let inside = 0;
  for (let p = first; p < end; p++) {
    if (holdsPlace(layer, bands, 0, xy[2 * p]!, xy[2 * p + 1]!)) inside++;
  }
  return inside / (end - first);
}
