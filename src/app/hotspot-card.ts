/** What a click on hotspots that are drawn together means: the cluster or the cell that it hit, and what is in it. */
import { countSources, listHotspotsIn, meanBeside, spanOfMonth } from '../checks/hotspots/cell-contents.ts';
import type { HotspotTable } from '../checks/hotspots/hotspot-table.ts';
import type { Subject } from '../core/subject.ts';
import { areaOfBin, binPolygon, findBin, findBinAt } from '../geo/bin-points.ts';
import { findCluster } from '../map/hotspot-shapes.ts';
import type { Bounds, MapPointer, MapTheme } from '../map/map-types.ts';
import { positionOf } from '../model/hotspot-footprint.ts';
import type { LonLat } from '../model/lon-lat.ts';
import type { FeaturesByLayer } from '../ui/store/layer-features.ts';
import type { CellCard, CellPlace } from '../ui/store/time-store.ts';
import { boundsOfGeometries, containsPoint } from './geojson-places.ts';
import { CLUSTER_PIXELS, type DrawnBins, type Picture } from './hotspot-pictures.ts';
import { CLOSEST_ZOOM, metersPerPixelAt } from './map-scale.ts';

export type DrawnHit =
  | {
      readonly type: 'cluster';
      readonly hotspots: readonly Subject[];
      readonly bounds: Bounds;
      /** However near one looks, they stay one circle. */
      readonly isOnePlace: boolean;
    }
  | { readonly type: 'cell'; readonly place: CellPlace };

/** O(hotspots). */
export function findDrawnAt(
  { bins, places, monthly }: DrawnBins,
  table: HotspotTable,
  features: FeaturesByLayer,
  { at, metersPerPixel }: MapPointer,
  theme: MapTheme,
): DrawnHit | undefined {
  const projected = new Float64Array(2);
  table.frame.project(at[0], at[1], projected, 0);
  const [x, y] = projected as unknown as [number, number];
  if (!places) {
    const bin = findBinAt(bins, x, y);
    // A cell without data in the month shown is not drawn.
    if (bin === undefined || (monthly && !meanBeside(monthly.cells, bin, monthly.month, 0))) return undefined;
    return { type: 'cell', place: { column: bins.columns[bin]!, row: bins.rows[bin]! } };
  }
  const cluster = findCluster(bins.counts, places, [x, y], metersPerPixel, theme);
  if (cluster === undefined) return undefined;
  const members = listHotspotsIn(table, bins, cluster);
  const [left, right] = spanOf(members.map((member) => table.xy[2 * member]!));
  const [bottom, top] = spanOf(members.map((member) => table.xy[2 * member + 1]!));
  const corners = [table.frame.unproject(left, bottom), table.frame.unproject(right, top)];
  const nearest = CLUSTER_PIXELS * metersPerPixelAt(CLOSEST_ZOOM, table.frame.center[1]);
  return {
    type: 'cluster',
    hotspots: subjectsOf(members, table, features),
    bounds: boundsOfGeometries([{ type: 'MultiPoint', coordinates: corners }])!,
    isOnePlace: Math.max(right - left, top - bottom) < nearest,
  };
}

/** What is in one cell of a picture; undefined where it has none there. O(hotspots + receptors). */
export function buildCellCard(
  { drawing, drawn }: Picture,
  table: HotspotTable,
  features: FeaturesByLayer,
  place: CellPlace,
): CellCard | undefined {
  // Clusters are others with every scale: none of them is looked at for long.
  const bin = drawn && !drawn.places ? findBin(drawn.bins, place.column, place.row) : undefined;
  if (!drawn || bin === undefined) return undefined;
  const { bins, monthly } = drawn;
  const members = listHotspotsIn(table, bins, bin, monthly && spanOfMonth(monthly.cells, monthly.month));
  const ground = binPolygon(bins, bin, table.frame);
  return {
    drawing,
    place,
    ground,
    bounds: boundsOfGeometries([ground])!,
    areaSquareMeters: areaOfBin(bins),
    hotspots: subjectsOf(members, table, features),
    sources: countSources(table, members),
    receptors: receptorsIn(ground, features),
    month: monthly && {
      mean: meanBeside(monthly.cells, bin, monthly.month, 0),
      alarms: monthly.alarms.filter(({ cell }) => cell === bin),
      monthBefore: meanBeside(monthly.cells, bin, monthly.month, -1),
      yearBefore: meanBeside(monthly.cells, bin, monthly.month, -12),
    },
  };
}

function subjectsOf(hotspots: readonly number[], { layers }: HotspotTable, features: FeaturesByLayer): Subject[] {
  return hotspots.flatMap((at) => {
    const layer = layers.findLast(({ first }) => first <= at);
    const feature = layer && features.get(layer.id)?.batch.ids[at - layer.first];
    return layer && feature !== undefined ? [{ layer: layer.id, feature }] : [];
  });
}

function receptorsIn(ground: GeoJSON.Polygon, features: FeaturesByLayer): Subject[] {
  const found: Subject[] = [];
  for (const [id, { layer, batch }] of features) {
    if (layer.kind !== 'receptor') continue;
    for (const [index, feature] of batch.ids.entries()) {
      const at = positionOf(batch, index);
      if (at && containsPoint(ground, at as LonLat)) found.push({ layer: id, feature });
    }
  }
  return found;
}

function spanOf(values: readonly number[]): [least: number, most: number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
}
