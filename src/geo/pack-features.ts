/**
 * The inner loop of packing: project, snap to whole millimetres, drop duplicates, close, orient,
 * measure, and say which polygons need a closer look. Works in integer millimetres, so that every
 * decision here is exact. Knows nothing of repair.
 */
import { type Params, problem } from '../core/result.ts';
import { type GeometryColumn, GeometryType } from './geometry-column.ts';
import type { Frame } from './laea.ts';
import type { PackedLayer, PackedProblem } from './packed-arrays.ts';
import { shareableFloat64 } from './shareable.ts';
import { createValidityTest } from './validity.ts';

const LIMIT_METERS = 1_000_000;
const LIMIT_MILLIMETERS = LIMIT_METERS * 1000;

export interface Packer {
  packRange(first: number, end: number): void;
  finish(): { layer: PackedLayer; problems: PackedProblem[]; suspicious: number[] };
}

/** A packer for one column; call packRange over consecutive ranges from 0 to count, then finish. */
export function createPacker(geometry: GeometryColumn, frame: Frame): Packer {
  const { count, coordinates } = geometry;
  const parts = geometry.partStart[count]!;
  const rings = geometry.ringStart[parts]!;
  const positions = geometry.positionStart[rings]!;
  const type = new Uint8Array(count);
  const partStart = new Uint32Array(count + 1);
  const ringStart = new Uint32Array(parts + 1);
  const positionStart = new Uint32Array(rings + 1);
  const xy = shareableFloat64(2 * (positions + rings));
  const boxes = new Float64Array(4 * count);
  const areas = new Float64Array(count);
  const lengths = new Float64Array(count);
  const problems: PackedProblem[] = [];
  const suspicious: number[] = [];
  const validity = createValidityTest();
  const { project } = frame;

  /** How much of the output is written; a feature that turns out unusable sets them back. */
  let partCount = 0;
  let ringCount = 0;
  let positionCount = 0;
  /** The current ring in millimetres; grows to the longest one. */
  let ring = new Float64Array(512);
  let minX = 0;
  let minY = 0;
  let maxX = 0;
  let maxY = 0;
  let doubleArea = 0;
  let length = 0;
  let closed = 0;
  let dropped = 0;

  const note = (feature: number, code: string, params: Params = {}) =>
    problems.push({ feature, problem: problem(code, params) });

  /** Projects one ring into `ring`, without duplicates in a row; returns how many positions, or -1 if one is unusable. */
  function readRing(feature: number, source: number): number {
    const begin = geometry.positionStart[source]!;
    const end = geometry.positionStart[source + 1]!;
    if (ring.length < 2 * (end - begin + 1)) ring = new Float64Array(4 * (end - begin + 1));
    let n = 0;
    for (let p = begin; p < end; p++) {
      const longitude = coordinates[2 * p]!;
      const latitude = coordinates[2 * p + 1]!;
      if (!(longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90)) {
        note(feature, 'coordinates-out-of-range', { longitude: String(longitude), latitude: String(latitude) });
        return -1;
      }
      project(longitude, latitude, ring, 2 * n);
      // Adding 0 turns -0 into 0.
      const x = Math.round(ring[2 * n]! * 1000) + 0;
      const y = Math.round(ring[2 * n + 1]! * 1000) + 0;
      if (!(x * x + y * y <= LIMIT_MILLIMETERS * LIMIT_MILLIMETERS)) {
        note(feature, 'too-far-from-frame', {
          distanceKilometers: Math.round(frame.distanceFromCenterMeters(longitude, latitude) / 1000),
          limitKilometers: LIMIT_METERS / 1000,
        });
        return -1;
      }
      if (n > 0 && ring[2 * n - 2] === x && ring[2 * n - 1] === y) continue;
      ring[2 * n] = x;
      ring[2 * n + 1] = y;
      n++;
    }
    return n;
  }

  /** Copies n positions of `ring` to the output in metres, in the given direction, and widens the box. */
  function writeRing(n: number, reversed: boolean): void {
    positionStart[ringCount++] = positionCount;
    let out = 2 * positionCount;
    for (let i = 0; i < n; i++) {
      const p = reversed ? n - 1 - i : i;
      const x = ring[2 * p]! / 1000;
      const y = ring[2 * p + 1]! / 1000;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
      xy[out++] = x;
      xy[out++] = y;
    }
    positionCount += n;
  }

  /** Length along `ring`, in millimetres. */
  function ringLength(n: number): number {
    let sum = 0;
    for (let i = 2; i < 2 * n; i += 2) {
      const dx = ring[i]! - ring[i - 2]!;
      const dy = ring[i + 1]! - ring[i - 1]!;
      sum += Math.sqrt(dx * dx + dy * dy);
    }
    return sum;
  }

  function packPolygonPart(feature: number, part: number): boolean {
    const firstRing = geometry.ringStart[part]!;
    const endRing = geometry.ringStart[part + 1]!;
    const partBegin = ringCount;
    for (let source = firstRing; source < endRing; source++) {
      let n = readRing(feature, source);
      if (n < 0) return false;
      const isClosed = n > 1 && ring[0] === ring[2 * n - 2] && ring[1] === ring[2 * n - 1];
      if (isClosed) n--;
      if (n < 3) {
        dropped++;
        // Without its outer ring a part is nothing, whatever holes it has.
        if (source === firstRing) return true;
        continue;
      }
      if (!isClosed) closed++;
      ring[2 * n] = ring[0]!;
      ring[2 * n + 1] = ring[1]!;
      n++;
      const twice = signedDoubleArea(ring, n);
      const isHole = source !== firstRing;
      const reversed = isHole ? twice > 0 : twice < 0;
      doubleArea += isHole ? -Math.abs(twice) : Math.abs(twice);
      length += ringLength(n);
      validity.addRing(ring, n, isHole);
      writeRing(n, reversed);
    }
    if (ringCount > partBegin) ringStart[partCount++] = partBegin;
    return true;
  }

  function packLinePart(feature: number, part: number): boolean {
    for (let source = geometry.ringStart[part]!; source < geometry.ringStart[part + 1]!; source++) {
      const n = readRing(feature, source);
      if (n < 0) return false;
      if (n < 2) {
        dropped++;
        continue;
      }
      length += ringLength(n);
      ringStart[partCount++] = ringCount;
      writeRing(n, false);
    }
    return true;
  }

  function packPointPart(feature: number, part: number): boolean {
    for (let source = geometry.ringStart[part]!; source < geometry.ringStart[part + 1]!; source++) {
      const n = readRing(feature, source);
      if (n < 0) return false;
      if (n === 0) continue;
      ringStart[partCount++] = ringCount;
      writeRing(1, false);
    }
    return true;
  }

  function packFeature(feature: number): void {
    const kind = geometry.type[feature]!;
    const [partsBefore, ringsBefore, positionsBefore] = [partCount, ringCount, positionCount];
    minX = minY = Number.POSITIVE_INFINITY;
    maxX = maxY = Number.NEGATIVE_INFINITY;
    doubleArea = length = closed = dropped = 0;
    validity.reset();
    const packPart =
      kind === GeometryType.polygon ? packPolygonPart : kind === GeometryType.line ? packLinePart : packPointPart;
    let usable = kind !== GeometryType.none;
    for (let part = geometry.partStart[feature]!; usable && part < geometry.partStart[feature + 1]!; part++) {
      usable = packPart(feature, part);
    }
    if (usable && closed > 0) note(feature, 'ring-closed', { count: closed });
    if (usable && partCount === partsBefore) {
      note(feature, 'geometry-degenerate');
      usable = false;
    } else if (usable && dropped > 0) note(feature, 'ring-dropped', { count: dropped });
    if (!usable) {
      partCount = partsBefore;
      ringCount = ringsBefore;
      positionCount = positionsBefore;
      minX = minY = Number.POSITIVE_INFINITY;
      maxX = maxY = Number.NEGATIVE_INFINITY;
    } else {
      type[feature] = kind;
      areas[feature] = doubleArea / 2e6;
      lengths[feature] = length / 1000;
      if (kind === GeometryType.polygon && !validity.isSurelyValid()) suspicious.push(feature);
    }
    boxes.set([minX, minY, maxX, maxY], 4 * feature);
    partStart[feature + 1] = partCount;
  }

  return {
    packRange(first, end) {
      for (let feature = first; feature < end; feature++) packFeature(feature);
    },
    finish() {
      ringStart[partCount] = ringCount;
      positionStart[ringCount] = positionCount;
      const layer: PackedLayer = {
        count,
        type,
        partStart: partStart.subarray(0, count),
        partEnd: partStart.subarray(1),
        ringStart: ringStart.slice(0, partCount + 1),
        positionStart: positionStart.slice(0, ringCount + 1),
        xy:
          xy.length - 2 * positionCount > xy.length / 16
            ? xy.slice(0, 2 * positionCount)
            : xy.subarray(0, 2 * positionCount),
        boxes,
        areas,
        lengths,
      };
      return { layer, problems, suspicious };
    },
  };
}

/** Twice the signed area of a closed ring of n positions, from its first position as the origin; counter-clockwise is positive. */
export function signedDoubleArea(ring: ArrayLike<number>, n: number): number {
  const originX = ring[0]!;
  const originY = ring[1]!;
  let sum = 0;
  let x0 = 0;
  let y0 = 0;
  for (let i = 2; i < 2 * n; i += 2) {
    const x1 = ring[i]! - originX;
    const y1 = ring[i + 1]! - originY;
    sum += x0 * y1 - x1 * y0;
    x0 = x1;
    y0 = y1;
  }
  return sum;
}
