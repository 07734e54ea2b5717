/**
 * The demo district 云河区: fictional, seeded, believable, with planted faults. The same size and
 * seed give the same values everywhere. Returns plain data; whoever calls writes the files.
 */
import type { Subject } from '../../src/core/subject.ts';
import type { FeatureBatch } from '../../src/model/feature-batch.ts';
import type { WorkspaceManifest } from '../../src/model/workspace.ts';
import { buildBaseMap } from './base-map.ts';
import type { BaseMap } from './base-map-types.ts';
import { createDistrict, type DemoSize, type District } from './district.ts';
import type { PlantedZoneFault } from './fault-planting.ts';
import { buildManifest, type DemoLayerId, LAYER_IDS } from './manifest.ts';
import { distance, type Point } from './plane.ts';
import { buildHotspots, buildReceptors, buildSeries } from './point-layers.ts';
import { buildHaulRoutes, buildRoads, buildRoutes } from './road-layers.ts';
import { buildSoil, type SoilPlants, soilId } from './soil.ts';
import { soilPatches } from './soil-patches.ts';
import { buildParks, buildPiles, buildSites } from './sources.ts';
import { buildBoundary, buildZones } from './zone-layers.ts';

export { DEMO_SIZES, type DemoSize } from './district.ts';

interface PlantedFaults {
  readonly format: 'chentu-planted-faults';
  readonly version: 1;
  readonly size: DemoSize;
  readonly seed: number;
  /** All faults of zones that there are: a check finds these and no others. Slivers are listed apart by `isSliver`. */
  readonly zones: readonly (Omit<PlantedZoneFault, 'at'> & { readonly at?: readonly [number, number] })[];
  /** Features delivered in GCJ-02 although the layer says WGS84. */
  readonly datum: { readonly subjects: readonly Subject[]; readonly datum: 'gcj02'; readonly offsetMeters: number };
  /** Bare soil that was treated and lies open again. */
  readonly reopened: { readonly subjects: readonly Subject[] };
  /** Bare soil past the law's three months: a check finds these and no others under that clock. */
  readonly forgotten: { readonly subjects: readonly Subject[] };
}

export interface DemoDistrict {
  readonly manifest: WorkspaceManifest;
  /** Each layer is built when asked for, so that a million sources need not lie in memory beside the rest. */
  readonly layers: ReadonlyMap<DemoLayerId, () => FeatureBatch>;
  readonly series: readonly { readonly path: string; readonly text: string }[];
  readonly plantedFaults: PlantedFaults;
  /** The ground beneath: collections of the Protomaps basemap schema. Built when asked for. */
  readonly baseMap: () => BaseMap;
}

/** How many patches the misplaced delivery holds. */
const SHIFTED_PATCHES = 24;

const REOPENED_PATCHES = 6;

const FORGOTTEN_PATCHES = 5;

/** Far enough from the district's edge that the shifted patches stay inside it. */
const SHIFTED_AROUND: Point = [3600, 6900];

interface DistrictOptions {
  readonly size: DemoSize;
  readonly seed: number;
  /** Months whose findings somebody puts beside: the manifest names them. */
  readonly months?: readonly string[];
}

export function generateDistrict(options: DistrictOptions): DemoDistrict {
  const district = createDistrict(options.size, options.seed);
  const series = buildSeries(district.seed);
  const plants = plantSoil(district);
  const builders: Record<DemoLayerId, () => FeatureBatch> = {
    boundary: () => buildBoundary(district),
    zones: () => buildZones(district, 'zones'),
    patrols: () => buildZones(district, 'patrols'),
    roads: () => buildRoads(district),
    routes: () => buildRoutes(district),
    haul: () => buildHaulRoutes(district),
    parks: () => buildParks(district),
    sites: () => buildSites(district),
    piles: () => buildPiles(district),
    soil: () => buildSoil(district, plants),
    hotspots: () => buildHotspots(district),
    receptors: () => buildReceptors(district),
  };
  return {
    manifest: buildManifest(series, options.months),
    layers: new Map(LAYER_IDS.map((id) => [id, builders[id]])),
    series,
    plantedFaults: describeFaults(district, plants),
    baseMap: () => buildBaseMap(district),
  };
}

/** Chooses among the first thousand patches, so that every size has the same faults of this kind. */
function plantSoil(district: District): SoilPlants {
  const first: { index: number; off: number }[] = [];
  for (const { index, rings } of soilPatches(district, Math.min(district.counts.soil, 1000))) {
    first.push({ index, off: distance(rings[0]![0]!, SHIFTED_AROUND) });
  }
  const nearest = first.sort((a, b) => a.off - b.off || a.index - b.index).map(({ index }) => index);
  const shifted = new Set(nearest.slice(0, SHIFTED_PATCHES));
  const reopened = new Set(
    nearest
      .slice(SHIFTED_PATCHES)
      .filter((index) => index % 9 === 4)
      .slice(0, REOPENED_PATCHES),
  );
  // From the far end of the district, where nobody looks.
  const forgotten = new Set(
    nearest
      .filter((index) => index % 7 === 3)
      .slice(-FORGOTTEN_PATCHES)
      .filter((index) => !shifted.has(index) && !reopened.has(index)),
  );
  return { shifted, reopened, forgotten };
}

function describeFaults(district: District, plants: SoilPlants): PlantedFaults {
  const soil = (indices: ReadonlySet<number>): Subject[] =>
    [...indices].sort((a, b) => a - b).map((index) => ({ layer: 'soil', feature: soilId(index) }));
  const degrees = ([x, y]: Point): [number, number] => {
    const [longitude, latitude] = district.frame.unproject(x, y);
    return [Math.round(longitude * 1e7) / 1e7, Math.round(latitude * 1e7) / 1e7];
  };
  const moved = [0, 0];
  district.frame.project(...(district.inGcj02(SHIFTED_AROUND) as [number, number]), moved, 0);
  const round = (value: number | undefined) => (value === undefined ? undefined : Math.round(value * 1e6) / 1e6);
  return {
    format: 'chentu-planted-faults',
    version: 1,
    size: district.size,
    seed: district.seed,
    zones: district.faults.map(({ at, ...fault }) => ({
      ...fault,
      ...(fault.areaSquareMeters === undefined ? {} : { areaSquareMeters: round(fault.areaSquareMeters)! }),
      ...(at ? { at: degrees(at) } : {}),
    })),
    datum: {
      subjects: soil(plants.shifted),
      datum: 'gcj02',
      offsetMeters: Math.round(distance(moved as unknown as Point, SHIFTED_AROUND)),
    },
    reopened: { subjects: soil(plants.reopened) },
    forgotten: { subjects: soil(plants.forgotten) },
  };
}
