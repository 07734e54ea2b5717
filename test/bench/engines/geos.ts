/**
 * GEOS as WebAssembly, by its C interface: geometries are made on its heap once, zones and routes are
 * prepared on first use, candidates come from flatbush. The reference of the benchmark.
 */
import type { PackedLayer } from '../../../src/geo/packed-layer.ts';
import { findPackage } from './package-version.ts';
import { createPairwiseJoins } from './pairwise.ts';
import type { Peer } from './peer.ts';

/** Exports of the module that are called; geometries and buffers are addresses, predicates answer 1, 0, or 2 for a failure. */
interface GeosModule {
  readonly HEAPF64: Float64Array;
  readonly HEAPU32: Uint32Array;
  _malloc(bytes: number): number;
  _GEOSCoordSeq_copyFromBuffer(buffer: number, size: number, hasZ: number, hasM: number): number;
  _GEOSGeom_createLinearRing(sequence: number): number;
  _GEOSGeom_createLineString(sequence: number): number;
  _GEOSGeom_createPointFromXY(x: number, y: number): number;
  _GEOSGeom_createPolygon(shell: number, holes: number, count: number): number;
  _GEOSGeom_destroy(geometry: number): void;
  _GEOSArea(geometry: number, out: number): number;
  _GEOSDistance(a: number, b: number, out: number): number;
  _GEOSIntersection(a: number, b: number): number;
  _GEOSDifference(a: number, b: number): number;
  _GEOSUnion(a: number, b: number): number;
  _GEOSPrepare(geometry: number): number;
  _GEOSPreparedIntersects(prepared: number, geometry: number): number;
  _GEOSPreparedIntersectsXY(prepared: number, x: number, y: number): number;
  _GEOSPreparedCovers(prepared: number, geometry: number): number;
  _GEOSPreparedDistanceWithin(prepared: number, geometry: number, distance: number): number;
}

export const geos: Peer = {
  name: 'geos-wasm',
  setup: 'C interface, prepared geometries, flatbush',
  gridMeters: 0,
  available: () => findPackage('geos-wasm', 'flatbush'),
  async prepare(data) {
    const { default: initGeos } = await import('geos-wasm');
    const library = await initGeos({ errorHandler: () => {}, noticeHandler: () => {} });
    const module = library.Module as unknown as GeosModule;
    const write = createWriter(module);
    const zones = write.polygons(data.zones);
    const sources = write.polygons(data.sources);
    const routes = write.lines(data.routes);
    const preparedZone = createPreparer(module, zones);
    const preparedRoute = createPreparer(module, routes);
    const out = module._malloc(8);

    const measure = (geometry: number): number => {
      const code = module._GEOSArea(requireGeometry(geometry), out);
      if (code !== 1) throw new Error('GEOSArea failed');
      return module.HEAPF64[out >> 3]!;
    };
    /** The area of a result, which is freed. */
    const measureAndFree = (geometry: number): number => {
      const area = measure(geometry);
      module._GEOSGeom_destroy(geometry);
      return area;
    };

    return {
      joins: createPairwiseJoins(data, {
        zoneHoldsHotspot: (zone, hotspot) => {
          const { xy } = data.hotspots;
          return isTrue(module._GEOSPreparedIntersectsXY(preparedZone(zone), xy[2 * hotspot]!, xy[2 * hotspot + 1]!));
        },
        intersects: (source, zone) => isTrue(module._GEOSPreparedIntersects(preparedZone(zone), sources[source]!)),
        covers: (zone, source) => isTrue(module._GEOSPreparedCovers(preparedZone(zone), sources[source]!)),
        sharedArea: (source, zone) => measureAndFree(module._GEOSIntersection(sources[source]!, zones[zone]!)),
        sharedZoneArea: (a, b) => measureAndFree(module._GEOSIntersection(zones[a]!, zones[b]!)),
        isWithin: (source, route, meters) =>
          isTrue(module._GEOSPreparedDistanceWithin(preparedRoute(route), sources[source]!, meters)),
        uncoveredArea: (source, covers) => {
          let rest = sources[source]!;
          for (const zone of covers) {
            const next = requireGeometry(module._GEOSDifference(rest, zones[zone]!));
            if (rest !== sources[source]) module._GEOSGeom_destroy(rest);
            rest = next;
          }
          return measureAndFree(rest);
        },
        distance: (hotspot, source) => {
          const { xy } = data.hotspots;
          const point = module._GEOSGeom_createPointFromXY(xy[2 * hotspot]!, xy[2 * hotspot + 1]!);
          const code = module._GEOSDistance(point, sources[source]!, out);
          module._GEOSGeom_destroy(point);
          if (code !== 1) throw new Error('GEOSDistance failed');
          return module.HEAPF64[out >> 3]!;
        },
      }),
    };
  },
};

function isTrue(code: number): boolean {
  if (code > 1) throw new Error('GEOS failed');
  return code === 1;
}

function requireGeometry(address: number): number {
  if (address === 0) throw new Error('GEOS failed');
  return address;
}

/** Prepares a geometry when it is first asked for. */
function createPreparer(module: GeosModule, geometries: Uint32Array): (index: number) => number {
  const prepared = new Uint32Array(geometries.length);
  return (index) => {
    if (prepared[index] === 0) prepared[index] = module._GEOSPrepare(geometries[index]!);
    return prepared[index]!;
  };
}

function createWriter(module: GeosModule) {
  const longest = 1 << 16;
  const buffer = module._malloc(16 * longest);
  const holes = module._malloc(4 * 1024);

  const sequence = ({ positionStart, xy }: PackedLayer, ring: number): number => {
    const start = positionStart[ring]!;
    const end = positionStart[ring + 1]!;
    module.HEAPF64.set(xy.subarray(2 * start, 2 * end), buffer >> 3);
    return module._GEOSCoordSeq_copyFromBuffer(buffer, end - start, 0, 0);
  };

  return {
    polygons(layer: PackedLayer): Uint32Array {
      const { partStart, ringStart } = layer;
      return Uint32Array.from({ length: layer.count }, (_, feature) => {
        const first = ringStart[partStart[feature]!]!;
        const end = ringStart[partStart[feature + 1]!]!;
        const shell = module._GEOSGeom_createLinearRing(sequence(layer, first));
        for (let ring = first + 1; ring < end; ring++) {
          const hole = module._GEOSGeom_createLinearRing(sequence(layer, ring));
          module.HEAPU32[(holes >> 2) + ring - first - 1] = hole;
        }
        return module._GEOSGeom_createPolygon(shell, end > first + 1 ? holes : 0, end - first - 1);
      });
    },
    lines(layer: PackedLayer): Uint32Array {
      const { partStart, ringStart } = layer;
      return Uint32Array.from({ length: layer.count }, (_, feature) =>
        module._GEOSGeom_createLineString(sequence(layer, ringStart[partStart[feature]!]!)),
      );
    },
  };
}
