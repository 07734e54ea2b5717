/** Ground cut in two by a line that somebody draws across it: its ends are carried on straight. */
import { fail, ok, type Result } from '../../core/result.ts';
import { boxOfPolygons } from '../../geo/box.ts';
import type { Geos } from '../../geo/geos.ts';
import type { MetricPolygons } from '../../geo/geos-wkb.ts';

export type MetricLine = readonly (readonly [x: number, y: number])[];

export interface Halves {
  readonly left: MetricPolygons;
  readonly right: MetricPolygons;
}

const ARC_STEP_RADIANS = Math.PI / 8;

/** Fails where the line has no length, crosses itself, or leaves nothing on one of its sides. */
export function cutByLine(geos: Geos, ground: MetricPolygons, line: MetricLine): Result<Halves> {
  const bends = line.filter(([x, y], i) => i === 0 || x !== line[i - 1]![0] || y !== line[i - 1]![1]);
  if (bends.length < 2) return fail('settle.line-too-short');
  const side = leftSide(ground, bends);
  const valid = geos.isValid(side);
  if (!valid.ok) return valid;
  if (!valid.value) return fail('settle.line-crosses-itself');
  const left = geos.onGrid.intersection(ground, side);
  const right = geos.onGrid.difference(ground, side);
  if (!left.ok) return left;
  if (!right.ok) return right;
  if (left.value.length === 0 || right.value.length === 0) return fail('settle.line-misses');
  return ok({ left: left.value, right: right.value });
}

/** All that lies left of the line, within a circle far around ground and line. */
function leftSide(ground: MetricPolygons, line: MetricLine): MetricPolygons {
  const [minX, minY, maxX, maxY] = boxOfPolygons([...ground, [Float64Array.from(line.flat())]]);
  const center = [(minX + maxX) / 2, (minY + maxY) / 2] as const;
  const radius = 4 * Math.hypot(maxX - minX, maxY - minY) + 10;
  const start = reach(center, radius, line[1]!, line[0]!);
  const end = reach(center, radius, line.at(-2)!, line.at(-1)!);
  const from = Math.atan2(end[1] - center[1], end[0] - center[0]);
  let to = Math.atan2(start[1] - center[1], start[0] - center[0]);
  if (to <= from) to += 2 * Math.PI;
  const ring: number[] = [...start, ...line.flat(), ...end];
  for (let angle = from + ARC_STEP_RADIANS; angle < to; angle += ARC_STEP_RADIANS) {
    ring.push(center[0] + radius * Math.cos(angle), center[1] + radius * Math.sin(angle));
  }
  ring.push(...start);
  return [[Float64Array.from(ring, (value) => Math.round(value * 1000) / 1000)]];
}

type Point = readonly [x: number, y: number];

/** Where the ray from `before` through `last` leaves the circle. */
function reach([cx, cy]: Point, radius: number, before: Point, last: Point): Point {
  const length = Math.hypot(last[0] - before[0], last[1] - before[1]);
  const [dx, dy] = [(last[0] - before[0]) / length, (last[1] - before[1]) / length];
  const [ox, oy] = [last[0] - cx, last[1] - cy];
  const half = ox * dx + oy * dy;
  const along = -half + Math.sqrt(half * half - (ox * ox + oy * oy) + radius * radius);
  return [last[0] + along * dx, last[1] + along * dy];
}
