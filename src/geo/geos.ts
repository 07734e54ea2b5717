/**
 * GEOS as WebAssembly, loaded on first use: repair, and polygons to draw. The one place that touches
 * the library. Nothing here throws: what GEOS refuses comes back as a problem `geos-failed`. Memory
 * on its heap is freed before each call returns.
 */
import { fail, ok, type Result } from '../core/result.ts';
import { formatWkb, type MetricPolygons, parseWkbPolygons } from './geos-wkb.ts';

export interface Geos {
  /** OGC validity of the polygons taken as one multipolygon. */
  isValid(polygons: MetricPolygons): Result<boolean>;
  /** MakeValid, method linework; only what is polygonal is kept. */
  makeValid(polygons: MetricPolygons): Result<MetricPolygons>;
  /** The operands must be valid. Touching gives no polygons. */
  intersection(a: MetricPolygons, b: MetricPolygons): Result<MetricPolygons>;
  difference(a: MetricPolygons, b: MetricPolygons): Result<MetricPolygons>;
  /** The union of all polygons; they may overlap each other, each must be valid. */
  unionAll(polygons: MetricPolygons): Result<MetricPolygons>;
  /** The same with every corner on the millimetre grid of packed layers, by snap rounding: for ground that is kept. */
  readonly onGrid: Pick<Geos, 'intersection' | 'difference' | 'unionAll'>;
}

/** Packed coordinates are whole millimetres. */
const GRID_METERS = 0.001;

/** Loads the library (778 kB gzip) the first time; fails with `geos-unavailable` where WebAssembly is not to be had. */
export async function loadGeos(): Promise<Result<Geos>> {
  try {
    const { default: initGeos } = await import('geos-wasm');
    const messages: string[] = [];
    const library = await initGeos({
      errorHandler: (message) => messages.push(message),
      noticeHandler: () => {},
    });
    return ok(wrapLibrary(library, messages));
  } catch (error) {
    return fail('geos-unavailable', { reason: String(error) });
  }
}

/** What we call of the library; a geometry or buffer is its address on the heap, 0 for failure. */
interface GeosLibrary {
  readonly Module: {
    HEAPU8: Uint8Array;
    _malloc(size: number): number;
    _free(address: number): void;
    getValue(address: number, type: 'i32'): number;
  };
  GEOSGeomFromWKB_buf(bytes: number, size: number): number;
  GEOSGeomToWKB_buf(geometry: number, sizeAddress: number): number;
  GEOSGeom_destroy(geometry: number): void;
  GEOSFree(buffer: number): void;
  /** 1 yes, 0 no, 2 failure. */
  GEOSisValid(geometry: number): number;
  GEOSMakeValid(geometry: number): number;
  GEOSIntersection(a: number, b: number): number;
  GEOSDifference(a: number, b: number): number;
  GEOSUnaryUnion(geometry: number): number;
  GEOSIntersectionPrec(a: number, b: number, gridSize: number): number;
  GEOSDifferencePrec(a: number, b: number, gridSize: number): number;
  GEOSUnaryUnionPrec(geometry: number, gridSize: number): number;
}

function wrapLibrary(library: GeosLibrary, messages: string[]): Geos {
  const { Module } = library;

  /** Puts the operands on the heap, runs, and frees them whatever happens. */
  function withGeometries<T>(operands: readonly MetricPolygons[], run: (addresses: number[]) => T): Result<T> {
    const addresses: number[] = [];
    messages.length = 0;
    try {
      for (const operand of operands) addresses.push(readGeometry(formatWkb(operand)));
      return ok(run(addresses));
    } catch (error) {
      return fail('geos-failed', { reason: messages.at(-1) ?? String(error) });
    } finally {
      for (const address of addresses) library.GEOSGeom_destroy(address);
    }
  }

  function readGeometry(bytes: Uint8Array): number {
    const buffer = Module._malloc(bytes.length);
    try {
      Module.HEAPU8.set(bytes, buffer);
      return requireAddress(library.GEOSGeomFromWKB_buf(buffer, bytes.length));
    } finally {
      Module._free(buffer);
    }
  }

  /** Copies a result off the heap and frees it. */
  function takePolygons(geometry: number): MetricPolygons {
    requireAddress(geometry);
    const sizeAddress = Module._malloc(4);
    let buffer = 0;
    try {
      buffer = requireAddress(library.GEOSGeomToWKB_buf(geometry, sizeAddress));
      return parseWkbPolygons(Module.HEAPU8.slice(buffer, buffer + Module.getValue(sizeAddress, 'i32')));
    } finally {
      if (buffer !== 0) library.GEOSFree(buffer);
      Module._free(sizeAddress);
      library.GEOSGeom_destroy(geometry);
    }
  }

  return {
    isValid: (polygons) =>
      withGeometries([polygons], ([address]) => {
        const answer = library.GEOSisValid(address!);
        if (answer > 1) throw new Error(`GEOSisValid answered ${answer}, expected 0 or 1`);
        return answer === 1;
      }),
    makeValid: (polygons) => withGeometries([polygons], ([address]) => takePolygons(library.GEOSMakeValid(address!))),
    intersection: (a, b) => withGeometries([a, b], ([p, q]) => takePolygons(library.GEOSIntersection(p!, q!))),
    difference: (a, b) => withGeometries([a, b], ([p, q]) => takePolygons(library.GEOSDifference(p!, q!))),
    unionAll: (polygons) => withGeometries([polygons], ([address]) => takePolygons(library.GEOSUnaryUnion(address!))),
    onGrid: {
      intersection: (a, b) =>
        withGeometries([a, b], ([p, q]) => takeOnGrid(library.GEOSIntersectionPrec(p!, q!, GRID_METERS))),
      difference: (a, b) =>
        withGeometries([a, b], ([p, q]) => takeOnGrid(library.GEOSDifferencePrec(p!, q!, GRID_METERS))),
      unionAll: (polygons) =>
        withGeometries([polygons], ([address]) => takeOnGrid(library.GEOSUnaryUnionPrec(address!, GRID_METERS))),
    },
  };

  /** The very numbers that packing writes for the same millimetres. */
  function takeOnGrid(geometry: number): MetricPolygons {
    const polygons = takePolygons(geometry);
    for (const ring of polygons.flat()) {
      for (let i = 0; i < ring.length; i++) ring[i] = (Math.round(ring[i]! * 1000) + 0) / 1000;
    }
    return polygons;
  }
}

/** A zero address is the library's word for failure. */
function requireAddress(address: number): number {
  if (address === 0) throw new Error('found no result, expected a geometry');
  return address;
}
