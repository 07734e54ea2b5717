/** Dust sources of the benchmark district: gathered around towns, 5 to 60 corners, 200 to 200,000 m², one in fifty with a hole. */
import { createRandom, type Random } from '../../../src/core/random.ts';
import { createGeometryBuilder, type GeometryColumn, GeometryType } from '../../../src/geo/geometry-column.ts';
import { type PlaceSampler, toLonLat } from './places.ts';

const HOLE_SCALE = 0.3;

export function buildSources(count: number, seed: number, place: PlaceSampler): GeometryColumn {
  const random = createRandom(seed);
  const builder = createGeometryBuilder();
  for (let i = 0; i < count; i++) {
    const [x, y] = place(random, 0.8, 1);
    const area = drawArea(random);
    const outline = drawOutline(random, area);
    const hasHole = random.next() < 0.02 && outline.length >= 8 && area > 1000;
    builder.beginFeature(GeometryType.polygon);
    builder.beginPart();
    for (const scale of hasHole ? [1, HOLE_SCALE] : [1]) {
      builder.beginRing();
      for (let corner = 0; corner <= outline.length; corner++) {
        const [dx, dy] = outline[corner % outline.length]!;
        const [longitude, latitude] = toLonLat(x + dx * scale, y + dy * scale);
        builder.position(longitude, latitude);
      }
    }
    builder.endFeature();
  }
  return builder.finish();
}

function drawArea(random: Random): number {
  for (;;) {
    const area = 1500 * Math.exp(1.2 * random.normal());
    if (area >= 200 && area <= 200_000) return area;
  }
}

/** A star-shaped outline of a given area around 0, 0. */
function drawOutline(random: Random, areaSquareMeters: number): [number, number][] {
  const corners = 5 + Math.floor(56 * random.next() ** 1.3);
  const waves = [2, 3, 5].map((turns, i) => ({
    turns,
    phase: random.between(0, 2 * Math.PI),
    height: random.between(0, [0.25, 0.15, 0.1][i]!),
  }));
  const flatness = random.between(0.5, 1);
  const rotation = random.between(0, Math.PI);
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
  const outline = Array.from({ length: corners }, (_, corner): [number, number] => {
    const angle = (2 * Math.PI * (corner + 0.6 * (random.next() - 0.5))) / corners;
    const reach = waves.reduce(
      (sum, { turns, phase, height }) => sum + height * Math.sin(turns * angle + phase),
      1 + 0.12 * (random.next() - 0.5),
    );
    const [x, y] = [reach * Math.cos(angle), reach * Math.sin(angle) * flatness];
    return [x * cos - y * sin, x * sin + y * cos];
  });
  const scale = Math.sqrt(areaSquareMeters / shoelace(outline));
  return outline.map(([x, y]) => [x * scale, y * scale]);
}

function shoelace(ring: readonly (readonly [number, number])[]): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[(i + 1) % ring.length]!;
    twice += ax * by - bx * ay;
  }
  return twice / 2;
}
