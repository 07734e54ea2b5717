/** Well-known binary of packed features, for loading into a database. Little-endian, one part each. */
import type { PackedLayer } from '../../../src/geo/packed-layer.ts';
import { firstPosition, ringRange } from './packed-access.ts';

const HEADER_BYTES = 5;

function begin(type: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(HEADER_BYTES + bytes);
  buffer.writeUInt8(1, 0);
  buffer.writeUInt32LE(type, 1);
  return buffer;
}

function writePositions(buffer: Buffer, at: number, { positionStart, xy }: PackedLayer, ring: number): number {
  const start = 2 * positionStart[ring]!;
  const end = 2 * positionStart[ring + 1]!;
  buffer.writeUInt32LE((end - start) / 2, at);
  let next = at + 4;
  for (let i = start; i < end; i++) next = buffer.writeDoubleLE(xy[i]!, next);
  return next;
}

const positionsIn = ({ positionStart }: PackedLayer, firstRing: number, endRing: number) =>
  positionStart[endRing]! - positionStart[firstRing]!;

export function formatPointWkb(layer: PackedLayer, feature: number): Buffer {
  const buffer = begin(1, 16);
  const at = 2 * firstPosition(layer, feature);
  buffer.writeDoubleLE(layer.xy[at]!, HEADER_BYTES);
  buffer.writeDoubleLE(layer.xy[at + 1]!, HEADER_BYTES + 8);
  return buffer;
}

export function formatLineWkb(layer: PackedLayer, feature: number): Buffer {
  const { first: ring } = ringRange(layer, feature);
  const buffer = begin(2, 4 + 16 * positionsIn(layer, ring, ring + 1));
  writePositions(buffer, HEADER_BYTES, layer, ring);
  return buffer;
}

export function formatPolygonWkb(layer: PackedLayer, feature: number): Buffer {
  const { first, end } = ringRange(layer, feature);
  const buffer = begin(3, 4 + 4 * (end - first) + 16 * positionsIn(layer, first, end));
  buffer.writeUInt32LE(end - first, HEADER_BYTES);
  let at = HEADER_BYTES + 4;
  for (let ring = first; ring < end; ring++) at = writePositions(buffer, at, layer, ring);
  return buffer;
}
