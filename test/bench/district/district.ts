/**
 * The benchmark district: seeded, 30 by 30 km, in the four sizes that are measured; as longitude and
 * latitude and, packed as the product packs its layers, in metres. Every engine joins the packed
 * coordinates, so that all answer the same question.
 */
import { createRandom } from '../../../src/core/random.ts';
import type { GeometryColumn } from '../../../src/geo/geometry-column.ts';
import { createFrame } from '../../../src/geo/laea.ts';
import { type PackedLayer, packLayer } from '../../../src/geo/packed-layer.ts';
import { CENTER, createPlaceSampler } from './places.ts';
import { buildHotspots, buildRoutes } from './routes.ts';
import { buildSources } from './sources.ts';
import { buildZones } from './zones.ts';

export const SIZES = {
  S: { sources: 1000, zones: 300 },
  M: { sources: 10_000, zones: 1000 },
  L: { sources: 100_000, zones: 3000 },
  XL: { sources: 1_000_000, zones: 3000 },
} as const;
export type Size = keyof typeof SIZES;
export const SIZE_NAMES = Object.keys(SIZES) as Size[];

export const SEED = 20_261_124;

export interface BenchColumns {
  readonly sources: GeometryColumn;
  readonly zones: GeometryColumn;
  readonly routes: GeometryColumn;
  readonly hotspots: GeometryColumn;
  /** 1 for a zone that somebody serves; join E covers with these only. */
  readonly served: Uint8Array;
}

/** Layers in metres, snapped to 1 mm. */
export interface BenchData {
  readonly sources: PackedLayer;
  readonly zones: PackedLayer;
  readonly routes: PackedLayer;
  readonly hotspots: PackedLayer;
  readonly served: Uint8Array;
}

export function buildDistrict(size: Size, seed: number): BenchColumns {
  const { sources, zones } = SIZES[size];
  const place = createPlaceSampler(seed);
  const random = createRandom(seed + 5);
  return {
    sources: buildSources(sources, seed + 1, place),
    zones: buildZones(zones, seed + 2, place),
    routes: buildRoutes(sources / 20, seed + 3),
    hotspots: buildHotspots(sources / 2, seed + 4, place),
    served: Uint8Array.from({ length: zones }, () => (random.next() < 0.6 ? 1 : 0)),
  };
}

export async function packDistrict(columns: BenchColumns): Promise<BenchData> {
  const frame = createFrame(CENTER);
  const pack = async (column: GeometryColumn) => (await packLayer(column, frame)).layer;
  return {
    sources: await pack(columns.sources),
    zones: await pack(columns.zones),
    routes: await pack(columns.routes),
    hotspots: await pack(columns.hotspots),
    served: columns.served,
  };
}
