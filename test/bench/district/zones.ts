/**
 * Zones of the benchmark district: Voronoi cells whose borders wind and are shared corner by corner,
 * save for one in ten, where both neighbours claim a strip, and one in twenty, where neither does.
 */
import { createRandom, type Random } from '../../../src/core/random.ts';
import { createGeometryBuilder, type GeometryColumn, GeometryType } from '../../../src/geo/geometry-column.ts';
import { HALF_METERS, type PlaceSampler, toLonLat } from './places.ts';
import { buildVoronoi, type VoronoiBorder } from './voronoi.ts';

const OVERLAP_SHARE = 0.1;
const GAP_SHARE = 0.05;
/** Shorter borders are left as they are. */
const SHORTEST_DISPUTED_METERS = 60;
const STEP_METERS = 30;

type Line = readonly (readonly [x: number, y: number])[];

/** A border as its two cells have it; the same line where they agree. */
interface BentBorder {
  readonly lower: Line;
  readonly upper: Line;
}

export function buildZones(count: number, seed: number, place: PlaceSampler): GeometryColumn {
  const random = createRandom(seed);
  const { borders, cells } = buildVoronoi(scatterSites(count, random, place), HALF_METERS);
  const bent = new Map(borders.map((border) => [border, bendBorder(border, random)]));
  const builder = createGeometryBuilder();
  for (const cell of cells) {
    builder.beginFeature(GeometryType.polygon);
    builder.beginPart();
    builder.beginRing();
    const corners = cell.flatMap(({ border, isReversed }) => {
      const { lower, upper } = bent.get(border)!;
      return (isReversed ? upper.toReversed() : lower).slice(0, -1);
    });
    // A ring begins anywhere, as in files: not at the corner where three zones meet.
    const start = random.integer(0, corners.length - 1);
    for (let i = 0; i <= corners.length; i++) {
      const [x, y] = corners[(start + i) % corners.length]!;
      const [longitude, latitude] = toLonLat(x, y);
      builder.position(longitude, latitude);
    }
    builder.endFeature();
  }
  return builder.finish();
}

/** Sites that keep a distance from each other, so that no zone is a sliver; denser around towns. */
function scatterSites(count: number, random: Random, place: PlaceSampler): Float64Array {
  const apart = 0.35 * Math.sqrt((2 * HALF_METERS) ** 2 / count);
  const sites: number[] = [];
  const isFree = (x: number, y: number) => {
    for (let i = 0; i < sites.length; i += 2) {
      if (Math.hypot(sites[i]! - x, sites[i + 1]! - y) < apart) return false;
    }
    return true;
  };
  while (sites.length < 2 * count) {
    const [x, y] = place(random, 0.35, 2.5);
    if (isFree(x, y)) sites.push(x, y);
  }
  return Float64Array.from(sites);
}

function bendBorder(border: VoronoiBorder, random: Random): BentBorder {
  const [[ax, ay], [bx, by]] = [border.from, border.to];
  const length = Math.hypot(bx - ax, by - ay);
  const draws = Array.from({ length: 5 }, random.next);
  if (border.upper < 0 || length < 1) return { lower: [border.from, border.to], upper: [border.from, border.to] };
  const [kind, phase1, phase2, phase3, widthDraw] = draws as [number, number, number, number, number];
  const isDisputed = length >= SHORTEST_DISPUTED_METERS && kind < OVERLAP_SHARE + GAP_SHARE;
  const isOverlap = kind < OVERLAP_SHARE;
  const width = isDisputed ? Math.min(3 + 17 * widthDraw, length * 0.05) * (isOverlap ? 1 : 0.3) : 0;
  // The lower site lies to the left of its border: its cell runs counter-clockwise.
  const towardsLower = isOverlap ? 1 : -1;
  const [normalX, normalY] = [-(by - ay) / length, (bx - ax) / length];
  const steps = Math.max(2, Math.min(40, Math.round(length / STEP_METERS)));
  const lower: [number, number][] = [];
  const upper: [number, number][] = [];
  for (let step = 0; step <= steps; step++) {
    const t = step / steps;
    const fromEnd = Math.min(t, 1 - t);
    const wave =
      Math.sin(2 * Math.PI * (2 * phase1 + 2 * t)) +
      0.6 * Math.sin(2 * Math.PI * (phase2 + 5 * t)) +
      0.3 * Math.sin(2 * Math.PI * (phase3 + 11 * t));
    const bend = 0.07 * length * fromEnd * wave;
    const strip = towardsLower * width * Math.min(1, 6 * fromEnd);
    const [x, y] = [ax + (bx - ax) * t, ay + (by - ay) * t];
    lower.push([x + normalX * bend, y + normalY * bend]);
    upper.push([x + normalX * (bend + strip), y + normalY * (bend + strip)]);
  }
  lower[steps] = upper[steps] = [bx, by];
  return { lower, upper };
}
