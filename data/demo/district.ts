/** The district as a whole, made once from size and seed; every layer is then read off it, one after another. */
import { fromWgs84 } from '../../src/geo/datum.ts';
import { createFrame, type Frame } from '../../src/geo/laea.ts';
import type { LonLat } from '../../src/model/lon-lat.ts';
import { type Block, buildBlocks, buildVillages, type Village } from './blocks.ts';
import type { PlantedZoneFault } from './fault-planting.ts';
import type { Place } from './feature-rows.ts';
import { createLandscape, type Landscape } from './landscape.ts';
import type { Mesh } from './mesh.ts';
import { DISTRICT, STREETS } from './names.ts';
import { isInside, type Point } from './plane.ts';
import { buildRoadNetwork, splitFurther } from './road-network.ts';
import { type SourceCounts, type SourceLots, shareLots } from './source-lots.ts';
import { buildStreets, type Street } from './streets.ts';
import { type Arc, buildArcs } from './zone-arcs.ts';
import { plantZoneFaults } from './zone-faults.ts';
import { planZones, type ZonePlan } from './zone-plan.ts';

export const DEMO_SIZES = ['S', 'M', 'L', 'XL'] as const;

export type DemoSize = (typeof DEMO_SIZES)[number];

interface DemoCounts extends SourceCounts {
  readonly zones: number;
  readonly routes: number;
  readonly haulRoutes: number;
  readonly hotspots: number;
  /** How often each zone fault is planted. */
  readonly faults: number;
}

const COUNTS: Readonly<Record<DemoSize, DemoCounts>> = {
  S: { soil: 800, sites: 130, parks: 20, piles: 50, zones: 300, routes: 50, haulRoutes: 8, hotspots: 500, faults: 1 },
  M: {
    soil: 8940,
    sites: 700,
    parks: 60,
    piles: 300,
    zones: 1000,
    routes: 500,
    haulRoutes: 25,
    hotspots: 5000,
    faults: 2,
  },
  L: {
    soil: 96_500,
    sites: 2200,
    parks: 100,
    piles: 1200,
    zones: 3000,
    routes: 5000,
    haulRoutes: 60,
    hotspots: 50_000,
    faults: 4,
  },
  XL: {
    soil: 996_500,
    sites: 2200,
    parks: 100,
    piles: 1200,
    zones: 3000,
    routes: 50_000,
    haulRoutes: 60,
    hotspots: 500_000,
    faults: 4,
  },
};

export const FRAME_CENTER: LonLat = [113.6, 34.7];

/** Where something lies, in the words of a ledger. */
interface Description {
  readonly street: string;
  readonly community: string;
  readonly committee: string;
  readonly code: string;
  readonly leader: string;
  readonly address: string;
}

export interface District {
  readonly seed: number;
  readonly size: DemoSize;
  readonly counts: DemoCounts;
  readonly frame: Frame;
  readonly landscape: Landscape;
  readonly blocks: readonly Block[];
  readonly villages: readonly Village[];
  readonly streets: readonly Street[];
  readonly lots: SourceLots;
  readonly plan: ZonePlan;
  readonly arcs: readonly Arc[];
  readonly faults: readonly PlantedZoneFault[];
  /** The mesh before it was cut further for small grids is not kept: this one has all borders. */
  readonly mesh: Mesh;
  readonly inGcj02: Place;
  describe(block: Block, at: Point): Description;
}

export function createDistrict(size: DemoSize, seed: number): District {
  const requested = COUNTS[size];
  const frame = createFrame(FRAME_CENTER);
  const landscape = createLandscape(seed);
  const { mesh } = buildRoadNetwork(landscape, seed);
  const blocks = buildBlocks(mesh, landscape, seed);
  const villages = buildVillages(blocks, landscape, seed);
  const streets = buildStreets(mesh, landscape, seed);
  splitFurther(mesh, landscape, seed, Math.round(requested.zones * 1.7));
  const plan = planZones(mesh, landscape, seed, requested.zones);
  const arcs = buildArcs(mesh, (face) => plan.leafOfFace[face]!);
  const faults = plantZoneFaults(plan, arcs, seed, requested.faults);
  const lots = shareLots(blocks, requested, (at) => landscape.toWaterMeters(at) > 12, seed);
  // Where there are not lots enough, bare soil makes up the number of sources.
  const total = requested.soil + requested.sites + requested.parks + requested.piles;
  const soil = total - lots.sites.length - lots.parks.length - lots.piles.length;
  const counts = { ...requested, soil, sites: lots.sites.length, parks: lots.parks.length, piles: lots.piles.length };
  const facesOfPlot = new Map<number, number[]>();
  for (const [face, { plot }] of mesh.faces.entries()) {
    const list = facesOfPlot.get(plot);
    if (list) list.push(face);
    else facesOfPlot.set(plot, [face]);
  }
  const describe = (block: Block, at: Point): Description => {
    const faces = facesOfPlot.get(block.index) ?? [];
    const face =
      faces.length === 1 ? faces[0]! : (faces.find((candidate) => isInside(at, mesh.pointsOf(candidate))) ?? faces[0]!);
    const street = STREETS[plan.streetOfFace[face]!]!.name;
    const zone = plan.communities[plan.communityOfFace[face]!];
    if (!zone)
      return {
        street,
        community: '边角地块',
        committee: `${street}办事处`,
        code: `${DISTRICT.code}000000`,
        leader: '区领导甲',
        address: `${street}东南角`,
      };
    const owner = zone.name.endsWith('村') ? `${street}${zone.name}民委员会` : `${street}${zone.name}居委会`;
    return {
      street,
      community: zone.name,
      committee: owner,
      code: zone.code,
      leader: zone.leader,
      address: `云河区${street}${zone.name}${block.index + 1} 号地块`,
    };
  };
  const inGcj02: Place = ([x, y]) => fromWgs84('gcj02', ...frame.unproject(x, y));
  return {
    seed,
    size,
    counts,
    frame,
    landscape,
    blocks,
    villages,
    streets,
    lots,
    plan,
    arcs,
    faults,
    mesh,
    inGcj02,
    describe,
  };
}
