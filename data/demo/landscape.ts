/**
 * The land that the district stands on: its outline, the river and the lake, how streets bend and
 * how dense the town is at a place. All made up. Metres east and north of the centre.
 */
import { createRandom } from '../../src/core/random.ts';
import { add, distance, distanceToPath, type Point, roundPoint } from './plane.ts';

export interface Landscape {
  /** Counter-clockwise, open. */
  readonly outline: readonly Point[];
  /** From west to east, reaching out of the outline on both sides. */
  readonly river: readonly Point[];
  readonly brook: readonly Point[];
  /** Counter-clockwise, open. */
  readonly lake: readonly Point[];
  readonly lakeCenter: Point;
  /** The river's middle nearest to an easting. */
  riverAt(x: number): Point;
  readonly towns: readonly Town[];
  /** From street coordinates (as if the town were a chessboard) to metres. */
  bend(u: number, v: number): Point;
  unbend(point: Point): Point;
  /** How wide the river's water is there. */
  riverWidthMeters(point: Point): number;
  /** Metres to the water's edge; negative in the water. */
  toWaterMeters(point: Point): number;
  /** The area that a block should have about there. */
  blockAreaSquareMeters(point: Point): number;
  /** How urban a place is, 1 in the centre, 0 in the fields. */
  urbanity(point: Point): number;
}

interface Town {
  readonly at: Point;
  readonly radiusMeters: number;
  readonly kind: 'center' | 'subcenter' | 'industry';
}

const SAMPLE_METERS = 150;

/** Half axes of the lake: it fits between the main roads around its park. */
const LAKE_METERS = [400, 300] as const;

/** The river is drawn far beyond the district, to the rim of the base map. */
const RIVER_REACH_METERS = 27_000;

export function createLandscape(seed: number): Landscape {
  const random = createRandom(seed ^ 0x51ed27);
  const phase = Array.from({ length: 24 }, () => random.between(0, 2 * Math.PI));
  const wave = (index: number, at: number) => Math.sin(at + phase[index]!);

  const bend = (u: number, v: number): Point => [
    u + 430 * wave(0, v / 4300) + 190 * wave(1, (u + v) / 2900) + 45 * wave(2, v / 900),
    v + 360 * wave(3, u / 4800) + 170 * wave(4, (u - 1.3 * v) / 3100) + 45 * wave(5, u / 1000),
  ];
  const unbend = (point: Point): Point => {
    let [u, v] = point;
    for (let step = 0; step < 12; step++) {
      const [x, y] = bend(u, v);
      u += point[0] - x;
      v += point[1] - y;
    }
    return [u, v];
  };

  const river: Point[] = [];
  for (let x = -RIVER_REACH_METERS; x <= RIVER_REACH_METERS; x += SAMPLE_METERS) {
    const swing = 0.35 + 0.65 / (1 + Math.exp((6500 - Math.abs(x)) / 1500));
    const y =
      -1900 - 0.07 * x + swing * 1350 * wave(6, x / 2500) + 420 * wave(7, x / 1250) * swing + 300 * wave(8, x / 4100);
    river.push([x, y]);
  }
  const brook: Point[] = [];
  const mouth = river[Math.round((RIVER_REACH_METERS - 12_400) / SAMPLE_METERS)]!;
  for (let step = 0; step <= 90; step++) {
    const sway = 330 * (wave(9, step / 5) - wave(9, 0)) + 160 * (wave(10, step / 2.3) - wave(10, 0));
    brook.push([mouth[0] + sway, mouth[1] + step * 190]);
  }

  const towns: Town[] = [
    { at: [150, 900], radiusMeters: 7200, kind: 'center' },
    { at: [7900, 3900], radiusMeters: 2700, kind: 'subcenter' },
    { at: [9300, -6300], radiusMeters: 2600, kind: 'industry' },
    { at: [-9100, 5300], radiusMeters: 2300, kind: 'industry' },
    { at: [-8800, -7000], radiusMeters: 1500, kind: 'subcenter' },
    { at: [900, 11500], radiusMeters: 1400, kind: 'subcenter' },
  ];

  const lakeCenter = bend(3145, -5790);
  const lake = Array.from({ length: 56 }, (_, i): Point => {
    const angle = (2 * Math.PI * i) / 56;
    const reach = 1 + 0.16 * wave(11, 2 * angle) + 0.1 * wave(12, 3 * angle) + 0.05 * wave(13, 7 * angle);
    return roundPoint([
      lakeCenter[0] + LAKE_METERS[0] * reach * Math.cos(angle),
      lakeCenter[1] + LAKE_METERS[1] * reach * Math.sin(angle),
    ]);
  });

  const riverWidthMeters = (point: Point) => 120 + 34 * wave(14, point[0] / 1700) + 26 * wave(15, point[0] / 610);
  const toWaterMeters = (point: Point) => {
    const toRiver = distanceToPath(point, near(river, point)) - riverWidthMeters(point) / 2;
    const toLake = distance(point, lakeCenter) < 1300 ? lakeClearance(point, lake, lakeCenter) : Infinity;
    return Math.min(toRiver, toLake);
  };

  const urbanity = (point: Point) => {
    let most = 0;
    for (const town of towns) {
      const reach = distance(point, town.at) / town.radiusMeters;
      most = Math.max(most, 1 / (1 + Math.exp((reach - 0.92) * 7)));
    }
    return most;
  };
  const blockAreaSquareMeters = (point: Point) => {
    let area = 1_900_000;
    for (const town of towns) {
      const reach = distance(point, town.at) / town.radiusMeters;
      const core = town.kind === 'center' ? 42_000 : town.kind === 'subcenter' ? 75_000 : 130_000;
      area = Math.min(area, core * Math.exp(Math.min(4.2, 2.1 * reach ** 1.6)));
    }
    return area;
  };

  return {
    outline: outlineOf(phase),
    river: river.map(roundPoint),
    brook: brook.map(roundPoint),
    lake,
    lakeCenter,
    riverAt: (x) =>
      river[Math.max(0, Math.min(river.length - 1, Math.round((x + RIVER_REACH_METERS) / SAMPLE_METERS)))]!,
    towns,
    bend,
    unbend,
    riverWidthMeters,
    toWaterMeters,
    blockAreaSquareMeters,
    urbanity,
  };
}

/** A rounded, ragged square within 30 × 30 km, as district borders along ridges and ditches are. */
function outlineOf(phase: readonly number[]): Point[] {
  const raw: Point[] = [];
  const count = 620;
  for (let i = 0; i < count; i++) {
    const angle = (2 * Math.PI * i) / count;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const squircle = 1 / (c ** 4 + s ** 4) ** 0.25;
    let ragged = 0;
    for (const [k, size] of [
      [2, 0.05],
      [3, 0.055],
      [5, 0.035],
      [8, 0.022],
      [13, 0.014],
      [21, 0.009],
      [34, 0.006],
      [55, 0.0035],
    ] as const) {
      ragged += size * Math.sin(k * angle + phase[(k * 7) % phase.length]!);
    }
    raw.push(add([0, 0], [c, s], 12_600 * squircle * (1 + ragged)));
  }
  const reach = Math.max(...raw.flat().map(Math.abs));
  const scale = Math.min(1, 14_850 / reach);
  return raw.map(([x, y]) => roundPoint([x * scale, y * scale]));
}

/** The samples of a west-to-east path that can be nearest to a point. */
function near(path: readonly Point[], point: Point): readonly Point[] {
  const at = Math.round((point[0] + RIVER_REACH_METERS) / SAMPLE_METERS);
  return path.slice(Math.max(0, at - 14), Math.max(2, at + 15));
}

function lakeClearance(point: Point, lake: readonly Point[], center: Point): number {
  const angle = Math.atan2((point[1] - center[1]) / LAKE_METERS[1], (point[0] - center[0]) / LAKE_METERS[0]);
  const index = Math.round((angle / (2 * Math.PI)) * lake.length + lake.length) % lake.length;
  return distance(point, center) - distance(lake[index]!, center);
}
