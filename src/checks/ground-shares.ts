/** Whose ground given areas lie on: cells of a grid, pixels of a satellite. Reads the zones as they are now. */
import type { Subject } from '../core/subject.ts';
import { appendGeoJson, createGeometryBuilder } from '../geo/geometry-column.ts';
import { createIntersectionArea } from '../geo/intersection-area.ts';
import { packLayer } from '../geo/packed-layer.ts';
import { HitList } from '../geo/spatial-index.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { NO_AREA_SQUARE_METERS } from './zone-set.ts';

export interface GroundShare {
  readonly zone: Subject;
  readonly level: string;
  readonly isLeaf: boolean;
  /** What the zone and the area share. */
  readonly areaSquareMeters: number;
}

/**
 * For each area the responsibility zones of every level that share ground with it, the largest part first; touching
 * alone does not count. O(zones around each × edges).
 */
export async function measureGroundShares(
  { zones: byKind, frame }: FastWorkspace,
  areas: readonly GeoJSON.Polygon[],
): Promise<GroundShare[][]> {
  const zones = byKind.responsibilityZone;
  const builder = createGeometryBuilder();
  for (const area of areas) appendGeoJson(builder, area);
  const { layer } = await packLayer(builder.finish(), frame);
  const shared = createIntersectionArea();
  const hits = new HitList();
  return areas.map((_, area) => {
    const box = 4 * area;
    zones.index.search(layer.boxes[box]!, layer.boxes[box + 1]!, layer.boxes[box + 2]!, layer.boxes[box + 3]!, hits);
    const shares: GroundShare[] = [];
    for (const zone of hits.items.slice(0, hits.count)) {
      const areaSquareMeters = shared.measure(layer, area, zones.layer, zone);
      if (areaSquareMeters <= NO_AREA_SQUARE_METERS) continue;
      const { level } = zones.traits[zone]!;
      shares.push({ zone: zones.subjects[zone]!, level, isLeaf: zones.isLeaf[zone] === 1, areaSquareMeters });
    }
    return shares.sort((a, b) => b.areaSquareMeters - a.areaSquareMeters);
  });
}
