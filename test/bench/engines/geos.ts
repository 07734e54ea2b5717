/**
 * GEOS as WebAssembly, by its C interface: geometries are made on its heap once, zones and routes are
 * prepared on first use, candidates come from flatbush. The reference of the benchmark.
 */
import type { PackedLayer } from '../../../src/geo/packed-layer.ts';
import { findPackage } from './package-version.ts';
import { firstPosition, ringRange } from './packed-access.ts';
import { createPairwiseJoins } from './pairwise.ts';
import type { Peer } from './peer.ts';

/** What is called of the library; geometries and buffers are addresses, predicates answer 1, 0, or 2 for a failure. */
interface GeosLibrary {
  /** Its views of the heap are new ones whenever the heap has grown. */
  readonly Module: { readonly HEAPF64: Float64Array; readonly HEAPU32: Uint32Array; _malloc(bytes: number): number };
  GEOSCoordSeq_copyFromBuffer(buffer: number, size: number, hasZ: number, hasM: number): number;
  GEOSGeom_createLinearRing(sequence: number): number;
  GEOSGeom_createLineString(sequence: number): number;
  GEOSGeom_createPointFromXY(x: number, y: number): number;
  GEOSGeom_createPolygon(shell: number, holes: number, count: number): number;
  GEOSGeom_destroy(geometry: number): void;
  GEOSArea(geometry: number, out: number): number;
  GEOSDistance(a: number, b: number, out: number): number;
  GEOSIntersection(a: number, b: number): number;
  GEOSDifference(a: number, b: number): number;
  GEOSPrepare(geometry: number): number;
  GEOSPreparedIntersects(prepared: number, geometry: number): number;
  GEOSPreparedIntersectsXY(prepared: number, x: number, y: number): number;
  GEOSPreparedCovers(prepared: number, geometry: number): number;
  GEOSPreparedDistanceWithin(prepared: number, geometry: number, distance: number): number;
}

export const geos: Peer = {
  name: 'geos-wasm',
  setup: 'C interface, prepared geometries, flatbush',
  gridMeters: 0,
  available: () => findPackage('geos-wasm', 'flatbush'),
  async prepare(data) {
    const { default: initGeos } = await import('geos-wasm');
    const options = { errorHandler: () => {}, noticeHandler: () => {} };
    const library = (await initGeos(options)) as unknown as GeosLibrary;
    const { Module } = library;
    const write = createWriter(library);
    const zones = write.polygons(data.zones);
    const sources = write.polygons(data.sources);
    const routes = write.lines(data.routes);
    const preparedZone = createPreparer(library, zones);
    const preparedRoute = createPreparer(library, routes);
    const out = Module._malloc(8);

    const measure = (geometry: number): number => {
      const code = library.GEOSArea(requireGeometry(geometry), out);
      if (code !== 1) throw new Error('GEOSArea failed');
      return Module.HEAPF64[out >> 3]!;
    };
    /** The area of a result, which is freed. */
    const measureAndFree = (geometry: number): number => {
      const area = measure(geometry);
      library.GEOSGeom_destroy(geometry);
      return area;
    };

    return {
      joins: createPairwiseJoins(data, {
        zoneHoldsHotspot: (zone, hotspot) => {
          const { xy } = data.hotspots;
          const at = 2 * firstPosition(data.hotspots, hotspot);
          return isTrue(library.GEOSPreparedIntersectsXY(preparedZone(zone), xy[at]!, xy[at + 1]!));
        },
        intersects: (source, zone) => isTrue(library.GEOSPreparedIntersects(preparedZone(zone), sources[source]!)),
        covers: (zone, source) => isTrue(library.GEOSPreparedCovers(preparedZone(zone), sources[source]!)),
        sharedArea: (source, zone) => measureAndFree(library.GEOSIntersection(sources[source]!, zones[zone]!)),
        sharedZoneArea: (a, b) => measureAndFree(library.GEOSIntersection(zones[a]!, zones[b]!)),
        isWithin: (source, route, meters) =>
          isTrue(library.GEOSPreparedDistanceWithin(preparedRoute(route), sources[source]!, meters)),
        uncoveredArea: (source, covers) => {
          let rest = sources[source]!;
          for (const zone of covers) {
            const next = requireGeometry(library.GEOSDifference(rest, zones[zone]!));
            if (rest !== sources[source]) library.GEOSGeom_destroy(rest);
            rest = next;
          }
          return measureAndFree(rest);
        },
        distance: (hotspot, source) => {
          const { xy } = data.hotspots;
          const at = 2 * firstPosition(data.hotspots, hotspot);
          const point = library.GEOSGeom_createPointFromXY(xy[at]!, xy[at + 1]!);
          const code = library.GEOSDistance(point, sources[source]!, out);
          library.GEOSGeom_destroy(point);
          if (code !== 1) throw new Error('GEOSDistance failed');
          return Module.HEAPF64[out >> 3]!;
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
function createPreparer(library: GeosLibrary, geometries: Uint32Array): (index: number) => number {
  const prepared = new Uint32Array(geometries.length);
  return (index) => {
    if (prepared[index] === 0) prepared[index] = library.GEOSPrepare(geometries[index]!);
    return prepared[index]!;
  };
}

function createWriter(library: GeosLibrary) {
  const { Module } = library;
  const longest = 1 << 16;
  const buffer = Module._malloc(16 * longest);
  const holes = Module._malloc(4 * 1024);

  const sequence = ({ positionStart, xy }: PackedLayer, ring: number): number => {
    const start = positionStart[ring]!;
    const end = positionStart[ring + 1]!;
    Module.HEAPF64.set(xy.subarray(2 * start, 2 * end), buffer >> 3);
    return library.GEOSCoordSeq_copyFromBuffer(buffer, end - start, 0, 0);
  };

  return {
    polygons(layer: PackedLayer): Uint32Array {
      return Uint32Array.from({ length: layer.count }, (_, feature) => {
        const { first, end } = ringRange(layer, feature);
        const shell = library.GEOSGeom_createLinearRing(sequence(layer, first));
        for (let ring = first + 1; ring < end; ring++) {
          const hole = library.GEOSGeom_createLinearRing(sequence(layer, ring));
          Module.HEAPU32[(holes >> 2) + ring - first - 1] = hole;
        }
        return library.GEOSGeom_createPolygon(shell, end > first + 1 ? holes : 0, end - first - 1);
      });
    },
    lines(layer: PackedLayer): Uint32Array {
      return Uint32Array.from({ length: layer.count }, (_, feature) =>
        library.GEOSGeom_createLineString(sequence(layer, ringRange(layer, feature).first)),
      );
    },
  };
}
