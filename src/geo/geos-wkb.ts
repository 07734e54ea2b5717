/** Polygons to and from well-known binary, the only shape in which geometry crosses into GEOS. Little-endian, two dimensions. */

/** Polygons → rings (outer first) → closed x, y interleaved, in metres of the frame. */
export type MetricPolygons = readonly (readonly Float64Array[])[];

const POLYGON = 3;
const MULTI_POLYGON = 6;
const COLLECTION = 7;

/** One MULTIPOLYGON; empty input gives an empty one. */
export function formatWkb(polygons: MetricPolygons): Uint8Array {
  let size = 9;
  for (const rings of polygons) {
    size += 9;
    for (const ring of rings) size += 4 + 8 * ring.length;
  }
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const header = (type: number, count: number) => {
    view.setUint8(at, 1);
    view.setUint32(at + 1, type, true);
    view.setUint32(at + 5, count, true);
    at += 9;
  };
  header(MULTI_POLYGON, polygons.length);
  for (const rings of polygons) {
    header(POLYGON, rings.length);
    for (const ring of rings) {
      view.setUint32(at, ring.length / 2, true);
      at += 4;
      for (const value of ring) {
        view.setFloat64(at, value, true);
        at += 8;
      }
    }
  }
  return bytes;
}

/** All polygons in a geometry of any type; its points and lines are left out. Throws on what is not two-dimensional WKB. */
export function parseWkbPolygons(bytes: Uint8Array): MetricPolygons {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const polygons: Float64Array[][] = [];
  let at = 0;
  const uint = () => {
    at += 4;
    return view.getUint32(at - 4, true);
  };
  const coordinates = (count: number) => {
    const values = new Float64Array(2 * count);
    for (let i = 0; i < values.length; i++, at += 8) values[i] = view.getFloat64(at, true);
    return values;
  };
  const geometry = () => {
    if (view.getUint8(at) !== 1) throw new Error(`WKB byte order ${view.getUint8(at)}, expected 1`);
    at += 1;
    const type = uint();
    if (type === POLYGON) {
      const rings: Float64Array[] = [];
      for (let left = uint(); left > 0; left--) rings.push(coordinates(uint()));
      if (rings.length > 0) polygons.push(rings);
    } else if (type >= 4 && type <= COLLECTION) {
      for (let left = uint(); left > 0; left--) geometry();
    } else if (type === 1) coordinates(1);
    else if (type === 2) coordinates(uint());
    else throw new Error(`WKB type ${type}, expected 1 to 7`);
  };
  geometry();
  return polygons;
}
