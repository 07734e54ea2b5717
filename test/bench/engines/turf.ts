/**
 * Turf with flatbush. What Turf computes in the plane it is given in metres; its distances are on a
 * sphere, so that D and F get longitude and latitude and answer within 0.6% of the plane's metres.
 */
import type { Feature, LineString, MultiPolygon, Polygon } from 'geojson';
import { createFrame } from '../../../src/geo/laea.ts';
import { CENTER } from '../district/places.ts';
import { findPackage } from './package-version.ts';
import { createPairwiseJoins } from './pairwise.ts';
import type { Peer } from './peer.ts';
import { mapFeatures, planarArea, type Ring, ringsOf } from './rings.ts';

export const turf: Peer = {
  name: 'turf',
  setup: '@turf/turf with flatbush',
  gridMeters: 0,
  isSpherical: true,
  available: () => findPackage('@turf/turf', 'flatbush'),
  async prepare(data) {
    const library = await import('@turf/turf');
    const { unproject } = createFrame(CENTER);
    const toDegrees = (ring: Ring): Ring => ring.map(([x, y]) => unproject(x, y));
    const zones = mapFeatures(data.zones, (i) => library.polygon(ringsOf(data.zones, i)));
    const sources = mapFeatures(data.sources, (i) => library.polygon(ringsOf(data.sources, i)));
    const hotspots = mapFeatures(data.hotspots, (i) => library.point(ringsOf(data.hotspots, i)[0]![0]!));
    const routesInDegrees = mapFeatures(data.routes, (i) => library.lineString(toDegrees(ringsOf(data.routes, i)[0]!)));
    const sourcesInDegrees = mapFeatures(data.sources, (i) => library.polygon(ringsOf(data.sources, i).map(toDegrees)));
    const hotspotsInDegrees = hotspots.map(({ geometry }) => {
      const [x, y] = geometry.coordinates as [number, number];
      return library.point(unproject(x, y));
    });

    const isNear = (line: Feature<LineString>, corners: readonly (readonly number[])[], meters: number) =>
      corners.some(
        (corner) =>
          library.pointToLineDistance(corner as Ring[0], line, { units: 'meters', method: 'planar' }) <= meters,
      );

    return {
      joins: createPairwiseJoins(data, {
        zoneHoldsHotspot: (zone, hotspot) => library.booleanPointInPolygon(hotspots[hotspot]!, zones[zone]!),
        intersects: (source, zone) => library.booleanIntersects(sources[source]!, zones[zone]!),
        sharedArea: (source, zone) =>
          areaOf(library.intersect(library.featureCollection([sources[source]!, zones[zone]!]))),
        sharedZoneArea: (a, b) => areaOf(library.intersect(library.featureCollection([zones[a]!, zones[b]!]))),
        isWithin: (source, route, meters) => {
          const polygon = sourcesInDegrees[source]!;
          const line = routesInDegrees[route]!;
          if (library.booleanIntersects(polygon, line)) return true;
          // Lines that do not meet are nearest at a corner of one of them.
          return polygon.geometry.coordinates.some(
            (ring) => isNear(line, ring, meters) || isNear(library.lineString(ring), line.geometry.coordinates, meters),
          );
        },
        uncoveredArea: (source, covers) =>
          areaOf(library.difference(library.featureCollection([sources[source]!, ...covers.map((i) => zones[i]!)]))),
        // Negative inside.
        distance: (hotspot, source) =>
          Math.max(
            0,
            library.pointToPolygonDistance(hotspotsInDegrees[hotspot]!, sourcesInDegrees[source]!, { units: 'meters' }),
          ),
      }),
    };
  },
};

function areaOf(feature: Feature<Polygon | MultiPolygon> | null): number {
  if (feature === null) return 0;
  const { geometry } = feature;
  return planarArea(geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);
}
