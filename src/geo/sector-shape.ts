/** A sector of a circle around a place as a polygon: what lies towards a bearing, within a reach. */
import type { Frame } from './laea.ts';

export interface Sector {
  /** Metres of the frame. */
  readonly x: number;
  readonly y: number;
  /** The middle of the sector and half of its angle, clockwise from the frame's y axis. */
  readonly directionDegrees: number;
  readonly halfDegrees: number;
  readonly reachMeters: number;
}

/** Between two positions of the arc. */
const STEP_DEGREES = 2.5;

/** In degrees of WGS84, counter-clockwise, closed; its corner is the place itself. O(angle). */
export function sectorPolygon(frame: Frame, sector: Sector): GeoJSON.Polygon {
  const { x, y, directionDegrees, halfDegrees, reachMeters } = sector;
  const steps = Math.max(1, Math.ceil((2 * halfDegrees) / STEP_DEGREES));
  const corner = frame.unproject(x, y);
  const ring: [number, number][] = [corner];
  for (let step = 0; step <= steps; step++) {
    const degrees = directionDegrees + halfDegrees - (2 * halfDegrees * step) / steps;
    const angle = (degrees * Math.PI) / 180;
    ring.push(frame.unproject(x + reachMeters * Math.sin(angle), y + reachMeters * Math.cos(angle)));
  }
  ring.push(corner);
  return { type: 'Polygon', coordinates: [ring] };
}
