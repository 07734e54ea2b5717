/**
 * GEOS as a judge of the kernel: predicates and measures on geometries that stay on its heap while a
 * case is judged. For tests alone; the product asks GEOS for shapes only (src/geo/geos.ts). Knows
 * nothing of packed layers.
 */
import { formatWkb, type MetricPolygons } from '../../src/geo/geos-wkb.ts';

/** A geometry's address on the heap, freed with all others by `release`. */
export type Shape = number & { readonly shape: unique symbol };

export interface Oracle {
  polygons(polygons: MetricPolygons): Shape;
  /** x, y interleaved, of two positions or more. */
  line(xy: Float64Array): Shape;
  point(x: number, y: number): Shape;
  isValid(shape: Shape): boolean;
  intersects(a: Shape, b: Shape): boolean;
  /** Whether the DE-9IM matrix of a and b fits a pattern such as `TFFTFF***`. */
  relates(a: Shape, b: Shape, pattern: string): boolean;
  distance(a: Shape, b: Shape): number;
  area(shape: Shape): number;
  length(shape: Shape): number;
  boundary(shape: Shape): Shape;
  /** The positions of each line in a geometry of any type, x, y interleaved; points and polygons are left out. */
  lines(shape: Shape): Float64Array[];
  intersection(a: Shape, b: Shape): Shape;
  difference(a: Shape, b: Shape): Shape;
  union(a: Shape, b: Shape): Shape;
  /** MakeValid by its default method, linework. */
  makeValid(shape: Shape): Shape;
  /** Frees everything made since the last call. */
  release(): void;
}

interface Library {
  readonly Module: {
    HEAPU8: Uint8Array;
    HEAPF64: Float64Array;
    _malloc(size: number): number;
    stringToUTF8(text: string, address: number, size: number): void;
  };
  GEOSGeomFromWKB_buf(bytes: number, size: number): number;
  GEOSCoordSeq_copyFromBuffer(buffer: number, size: number, hasZ: number, hasM: number): number;
  GEOSGeom_createLineString(sequence: number): number;
  GEOSGeom_createPointFromXY(x: number, y: number): number;
  GEOSGeom_destroy(shape: number): void;
  GEOSisValid(shape: number): number;
  GEOSIntersects(a: number, b: number): number;
  GEOSRelatePattern(a: number, b: number, pattern: number): number;
  GEOSDistance(a: number, b: number, out: number): number;
  GEOSArea(shape: number, out: number): number;
  GEOSLength(shape: number, out: number): number;
  GEOSBoundary(shape: number): number;
  GEOSGetNumGeometries(shape: number): number;
  GEOSGetGeometryN(shape: number, index: number): number;
  GEOSGeomTypeId(shape: number): number;
  GEOSGeomGetNumPoints(shape: number): number;
  GEOSGeom_getCoordSeq(shape: number): number;
  GEOSCoordSeq_copyToBuffer(sequence: number, buffer: number, hasZ: number, hasM: number): number;
  GEOSIntersection(a: number, b: number): number;
  GEOSDifference(a: number, b: number): number;
  GEOSUnion(a: number, b: number): number;
  GEOSMakeValid(shape: number): number;
}

const PATTERN_BYTES = 16;
const LINE_STRING = 1;

/** Throws where GEOS refuses: a judge that cannot judge is a broken test. */
export async function loadOracle(): Promise<Oracle> {
  const { default: initGeos } = await import('geos-wasm');
  const library: Library = await initGeos({ errorHandler: () => {}, noticeHandler: () => {} });
  const { Module } = library;
  const number = Module._malloc(8);
  const pattern = Module._malloc(PATTERN_BYTES);
  let scratch = Module._malloc(1 << 16);
  let scratchSize = 1 << 16;
  let made: Shape[] = [];

  function keep(address: number): Shape {
    if (address === 0) throw new Error('GEOS made no geometry, expected one');
    made.push(address as Shape);
    return address as Shape;
  }

  function growScratch(size: number): number {
    if (size > scratchSize) {
      scratchSize = 2 * size;
      scratch = Module._malloc(scratchSize);
    }
    return scratch;
  }

  function fillScratch(bytes: Uint8Array): number {
    Module.HEAPU8.set(bytes, growScratch(bytes.length));
    return scratch;
  }

  function positionsOfLine(part: number): Float64Array {
    const size = 2 * library.GEOSGeomGetNumPoints(part);
    const buffer = growScratch(8 * size);
    answer(library.GEOSCoordSeq_copyToBuffer(library.GEOSGeom_getCoordSeq(part), buffer, 0, 0));
    return Module.HEAPF64.slice(buffer / 8, buffer / 8 + size);
  }

  function answer(code: number): boolean {
    if (code !== 0 && code !== 1) throw new Error(`GEOS answered ${code}, expected 0 or 1`);
    return code === 1;
  }

  function measured(code: number): number {
    if (code !== 1) throw new Error(`GEOS measured with code ${code}, expected 1`);
    return Module.HEAPF64[number / 8]!;
  }

  return {
    polygons(polygons) {
      const bytes = formatWkb(polygons);
      return keep(library.GEOSGeomFromWKB_buf(fillScratch(bytes), bytes.length));
    },
    line(xy) {
      const buffer = fillScratch(new Uint8Array(xy.buffer, xy.byteOffset, xy.byteLength));
      return keep(library.GEOSGeom_createLineString(library.GEOSCoordSeq_copyFromBuffer(buffer, xy.length / 2, 0, 0)));
    },
    point: (x, y) => keep(library.GEOSGeom_createPointFromXY(x, y)),
    isValid: (shape) => answer(library.GEOSisValid(shape)),
    intersects: (a, b) => answer(library.GEOSIntersects(a, b)),
    relates(a, b, text) {
      Module.stringToUTF8(text, pattern, PATTERN_BYTES);
      return answer(library.GEOSRelatePattern(a, b, pattern));
    },
    distance: (a, b) => measured(library.GEOSDistance(a, b, number)),
    area: (shape) => measured(library.GEOSArea(shape, number)),
    length: (shape) => measured(library.GEOSLength(shape, number)),
    boundary: (shape) => keep(library.GEOSBoundary(shape)),
    lines(shape) {
      const parts = Array.from({ length: library.GEOSGetNumGeometries(shape) }, (_, i) =>
        library.GEOSGetGeometryN(shape, i),
      );
      return parts
        .filter((part) => library.GEOSGeomTypeId(part) === LINE_STRING && library.GEOSGeomGetNumPoints(part) > 0)
        .map(positionsOfLine);
    },
    intersection: (a, b) => keep(library.GEOSIntersection(a, b)),
    difference: (a, b) => keep(library.GEOSDifference(a, b)),
    union: (a, b) => keep(library.GEOSUnion(a, b)),
    makeValid: (shape) => keep(library.GEOSMakeValid(shape)),
    release() {
      for (const shape of made) library.GEOSGeom_destroy(shape);
      made = [];
    },
  };
}
