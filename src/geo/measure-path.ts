/**
 * What a path drawn on the map measures: lengths and bearings of its segments and, closed, its area.
 * In equal-area frames of the ellipsoid around what is measured (laea.ts), as the checks measure, so that
 * one number never stands against another; held against geodesics (GeographicLib) in the tests.
 */
import { createFrame, type Frame, geodesicBearingDegrees } from './laea.ts';

type LonLat = readonly [longitude: number, latitude: number];

export interface MeasuredSegment {
  readonly lengthMeters: number;
  /** Clockwise from true north at its start, [0, 360). */
  readonly bearingDegrees: number;
}

export interface MeasuredPath {
  /** Of a closed path the last one leads back to the start. */
  readonly segments: readonly MeasuredSegment[];
  /** Along the path; of a closed one, its perimeter. */
  readonly lengthMeters: number;
  /** Of a closed path of three positions or more, without holes; means nothing where the path crosses itself. */
  readonly areaSquareMeters: number | undefined;
}

/** Nothing is measured of fewer than two positions: lengths 0, no segments. O(positions). */
export function measurePath(positions: readonly LonLat[], closed: boolean): MeasuredPath {
  const isRing = closed && positions.length > 2;
  const ends = isRing ? [...positions.slice(1), positions[0] as LonLat] : positions.slice(1);
  const segments = ends.map((end, index) => measureSegment(positions[index] as LonLat, end));
  return {
    segments,
    lengthMeters: segments.reduce((sum, { lengthMeters }) => sum + lengthMeters, 0),
    areaSquareMeters: isRing ? measureRing(positions) : undefined,
  };
}

/** Length within 1e-7 of the geodesic up to 10 km and 3e-6 up to 100 km, bearing within 0.01 degrees. Both ends the same: 0, 0. */
export function measureSegment(from: LonLat, to: LonLat): MeasuredSegment {
  const frame = createFrame(middleOf([from, to]));
  const [ax, ay] = place(frame, from);
  const [bx, by] = place(frame, to);
  const lengthMeters = Math.hypot(bx - ax, by - ay);
  return { lengthMeters, bearingDegrees: lengthMeters === 0 ? 0 : geodesicBearingDegrees(from, to) };
}

/** Edges are straight in the frame: within 1e-5 of the geodesic polygon over a district. */
function measureRing(positions: readonly LonLat[]): number {
  const frame = createFrame(middleOf(positions));
  const places = positions.map((position) => place(frame, position));
  let twice = 0;
  places.forEach(([x, y], index) => {
    const [nextX, nextY] = places[(index + 1) % places.length] as [number, number];
    twice += x * nextY - nextX * y;
  });
  return Math.abs(twice) / 2;
}

/** The middle of the box; nobody measures over the poles or the line of date. */
function middleOf(positions: readonly LonLat[]): LonLat {
  const longitudes = positions.map(([longitude]) => longitude);
  const latitudes = positions.map(([, latitude]) => latitude);
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  return [(Math.min(...longitudes) + Math.max(...longitudes)) / 2, Math.max(-89, Math.min(89, middle))];
}

function place(frame: Frame, [longitude, latitude]: LonLat): [number, number] {
  const out: [number, number] = [0, 0];
  frame.project(longitude, latitude, out, 0);
  return out;
}
