/**
 * JSTS with flatbush. Its prepared predicates throw in 2.12.1 (a constructor loses its argument), so
 * that relations are asked unprepared; points are located by its indexed locator.
 */
import type { PackedLayer } from '../../../src/geo/packed-layer.ts';
import { findPackage } from './package-version.ts';
import { createPairwiseJoins } from './pairwise.ts';
import type { Peer } from './peer.ts';
import { mapFeatures, type Ring, ringsOf } from './rings.ts';

const OUTSIDE = 2;

export const jsts: Peer = {
  name: 'jsts',
  setup: 'unprepared relations, indexed point locator, flatbush',
  gridMeters: 0,
  available: () => findPackage('jsts', 'flatbush'),
  async prepare(data) {
    const [
      { default: GeometryFactory },
      { default: Coordinate },
      { default: OverlayOp },
      { default: RelateOp },
      { default: DistanceOp },
      { default: IndexedPointInAreaLocator },
    ] = await Promise.all([
      import('jsts/org/locationtech/jts/geom/GeometryFactory.js'),
      import('jsts/org/locationtech/jts/geom/Coordinate.js'),
      import('jsts/org/locationtech/jts/operation/overlay/OverlayOp.js'),
      import('jsts/org/locationtech/jts/operation/relate/RelateOp.js'),
      import('jsts/org/locationtech/jts/operation/distance/DistanceOp.js'),
      import('jsts/org/locationtech/jts/algorithm/locate/IndexedPointInAreaLocator.js'),
      // Adds methods to geometries that the operations call.
      import('jsts/org/locationtech/jts/monkey.js'),
    ]);
    const factory = new GeometryFactory();
    const coordinates = (ring: Ring) => ring.map(([x, y]) => new Coordinate(x, y));
    const polygonOf = (layer: PackedLayer, feature: number) => {
      const [shell, ...holes] = ringsOf(layer, feature).map((ring) => factory.createLinearRing(coordinates(ring)));
      return factory.createPolygon(shell!, holes);
    };
    const zones = mapFeatures(data.zones, (i) => polygonOf(data.zones, i));
    const sources = mapFeatures(data.sources, (i) => polygonOf(data.sources, i));
    const routes = mapFeatures(data.routes, (i) => factory.createLineString(coordinates(ringsOf(data.routes, i)[0]!)));
    const hotspots = mapFeatures(data.hotspots, (i) =>
      factory.createPoint(coordinates(ringsOf(data.hotspots, i)[0]!)[0]!),
    );
    const locators = zones.map((zone) => new IndexedPointInAreaLocator(zone));

    return {
      joins: createPairwiseJoins(data, {
        zoneHoldsHotspot: (zone, hotspot) => locators[zone]!.locate(hotspots[hotspot]!.getCoordinate()) !== OUTSIDE,
        intersects: (source, zone) => RelateOp.intersects(zones[zone]!, sources[source]!),
        covers: (zone, source) => RelateOp.covers(zones[zone]!, sources[source]!),
        sharedArea: (source, zone) => OverlayOp.intersection(sources[source]!, zones[zone]!).getArea(),
        sharedZoneArea: (a, b) => OverlayOp.intersection(zones[a]!, zones[b]!).getArea(),
        isWithin: (source, route, meters) => DistanceOp.isWithinDistance(sources[source]!, routes[route]!, meters),
        uncoveredArea: (source, covers) => {
          let rest = sources[source]!;
          for (const zone of covers) rest = OverlayOp.difference(rest, zones[zone]!);
          return rest.getArea();
        },
        distance: (hotspot, source) => DistanceOp.distance(sources[source]!, hotspots[hotspot]!),
      }),
    };
  },
};
