/**
 * Well-known binary as GeoJSON: ISO types with Z and M, the flags of EWKB, both byte orders, curves made of straight
 * lines. Hand-written: wkx needs Node's Buffer and rests since 2019, @loaders.gl/wkt knows no curves and checks no
 * counts. Here every count is held against the bytes that are left before anything is made of it.
 */
import { arcPositions } from './arc-positions.ts';

export interface ReadWkb {
  /** Members as GeoJSON has them; of an unknown type only the type. */
  readonly geometry: { readonly type: string; readonly coordinates?: unknown; readonly geometries?: unknown };
  readonly hasCurves: boolean;
}

const MAX_DEPTH = 32;
/** Byte order, type and count: no member is smaller. */
const MEMBER_BYTES = 9;

/** Of types 1 to 17; curves and surfaces become what GeoJSON has for them. */
const MULTI_OF: Readonly<Record<number, readonly [type: string, member: string]>> = {
  4: ['MultiPoint', 'Point'],
  5: ['MultiLineString', 'LineString'],
  6: ['MultiPolygon', 'Polygon'],
  11: ['MultiLineString', 'LineString'],
  12: ['MultiPolygon', 'Polygon'],
  15: ['MultiPolygon', 'Polygon'],
  16: ['MultiPolygon', 'Polygon'],
};

class BrokenWkb extends Error {}

type Position = number[];

/** Undefined where the bytes contradict themselves or end too early. O(bytes). */
export function readWkb(bytes: Uint8Array, start = 0): ReadWkb | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = start;
  let isLittle = true;
  let hasCurves = false;
  try {
    return { geometry: readGeometry(0), hasCurves };
  } catch (error) {
    // A DataView throws RangeError behind the end.
    if (error instanceof BrokenWkb || error instanceof RangeError) return undefined;
    throw error;
  }

  function readGeometry(depth: number): ReadWkb['geometry'] {
    if (depth > MAX_DEPTH) throw new BrokenWkb();
    const order = view.getUint8(at);
    if (order > 1) throw new BrokenWkb();
    isLittle = order === 1;
    const stated = view.getUint32(at + 1, isLittle);
    at += stated & 0x20000000 ? 9 : 5;
    const number = stated & 0x0fffffff;
    const level = Math.floor(number / 1000);
    const hasZ = (stated & 0x80000000) !== 0 || level === 1 || level === 3;
    const hasM = (stated & 0x40000000) !== 0 || level === 2 || level === 3;
    return level > 3 ? { type: `WKB ${number}` } : readBody(number % 1000, 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0), depth);
  }

  function readBody(type: number, size: number, depth: number): ReadWkb['geometry'] {
    const multi = MULTI_OF[type];
    if (multi) return { type: multi[0], coordinates: readMembers(depth, multi[1]) };
    switch (type) {
      case 1:
        return { type: 'Point', coordinates: readPosition(size) };
      case 2:
        return { type: 'LineString', coordinates: readPositions(size) };
      case 3:
      case 17:
        return { type: 'Polygon', coordinates: readList(4, () => readPositions(size)) };
      case 7:
        return { type: 'GeometryCollection', geometries: readList(MEMBER_BYTES, () => readGeometry(depth + 1)) };
      case 8:
        return { type: 'LineString', coordinates: straighten(readPositions(size)) };
      case 9:
        return { type: 'LineString', coordinates: join(readMembers(depth, 'LineString') as Position[][]) };
      case 10:
        return { type: 'Polygon', coordinates: readMembers(depth, 'LineString') };
      default:
        return { type: `WKB ${type}` };
    }
  }

  /** The coordinates of geometries that must be of one type; empty points are left out, which have no position. */
  function readMembers(depth: number, type: string): unknown[] {
    const members = readList(MEMBER_BYTES, () => readGeometry(depth + 1));
    if (members.some((member) => member.type !== type)) throw new BrokenWkb();
    const coordinates = members.map((member) => member.coordinates as unknown[]);
    return type === 'Point' ? coordinates.filter((position) => position.length > 0) : coordinates;
  }

  function readList<T>(leastBytes: number, read: () => T): T[] {
    const count = readCount(leastBytes);
    const values: T[] = [];
    for (let i = 0; i < count; i++) values.push(read());
    return values;
  }

  function readCount(leastBytes: number): number {
    const count = view.getUint32(at, isLittle);
    at += 4;
    if (count * leastBytes > bytes.length - at) throw new BrokenWkb();
    return count;
  }

  function readPositions(size: number): Position[] {
    return readList(8 * size, () => readPosition(size));
  }

  /** Empty for a position without numbers, as an empty point is written. */
  function readPosition(size: number): Position {
    const position: Position = [];
    for (let i = 0; i < size; i++, at += 8) position.push(view.getFloat64(at, isLittle));
    return Number.isNaN(position[0]) && Number.isNaN(position[1]) ? [] : position;
  }

  function straighten(control: Position[]): Position[] {
    hasCurves = true;
    const positions = control.slice(0, 1);
    for (let i = 2; i < control.length; i += 2) {
      for (const position of arcPositions(control[i - 2]!, control[i - 1]!, control[i]!)) positions.push(position);
    }
    return positions;
  }
}

/** Pieces of one curve: each begins where the one before ends. */
function join(pieces: readonly Position[][]): Position[] {
  const [first = [], ...others] = pieces;
  const positions = [...first];
  for (const piece of others) for (let i = 1; i < piece.length; i++) positions.push(piece[i]!);
  return positions;
}
