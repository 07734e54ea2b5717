/** What lies around one dust source: its zones, routes, hotspots and receptors, by distance. Measured when somebody asks. */
import { boxOf } from '../geo/box.ts';
import { featureDistanceSquared } from '../geo/feature-distance.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { createIntersectionArea } from '../geo/intersection-area.ts';
import { trueNorthDegrees } from '../geo/laea.ts';
import { measureLineCoverage } from '../geo/line-coverage.ts';
import { HitList } from '../geo/spatial-index.ts';
import type { LayerKind, ZoneKind } from '../model/kinds.ts';
import type { Neighbour, Surroundings, SurroundingsQuestion, ZoneShare } from './around-types.ts';
import { bearingOf } from './bearing.ts';
import { middleOf } from './candidate-search.ts';
import { hotspotTimeMs } from './draft-hotspot-source.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { PreparedLayer } from './prepare.ts';
import { isQualifyingRoute } from './qualifying-route.ts';
import { REACHED_SLACK } from './size-limits.ts';
import type { SourceTable } from './source-table.ts';
import type { ZoneSet } from './zone-set.ts';

const ROUTE_REACH_METERS = 1000;
const RECEPTOR_REACH_METERS = 4000;
const MOST_ROUTES = 3;
const MOST_HOTSPOTS = 5;
const MOST_RECEPTORS = 5;

/** Undefined for a feature that is no dust source, or has no geometry. O(what lies within 4 km). */
export function describeSurroundings(
  workspace: FastWorkspace,
  { subject, radiusMeters }: SurroundingsQuestion,
): Surroundings | undefined {
  const table = workspace.sources.find(({ prepared }) => prepared.source.id === subject.layer);
  const source = table?.prepared.find(subject.feature);
  if (!table || source === undefined) return undefined;
  const { packed } = table.prepared;
  if (packed.type[source] === GeometryType.none) return undefined;
  const near = createNearFinder(workspace, table.prepared, source);
  const hotspots = near('hotspot', radiusMeters);
  return {
    areaSquareMeters: packed.type[source] === GeometryType.polygon ? packed.areas[source] : undefined,
    coverage: {
      responsibilityZone: coverageOf(workspace, table, source, 'responsibilityZone'),
      patrolZone: coverageOf(workspace, table, source, 'patrolZone'),
    },
    routes: near('sweepingRoute', ROUTE_REACH_METERS)
      .slice(0, MOST_ROUTES)
      .map(({ neighbour, prepared, index }) => ({
        ...neighbour,
        qualifies: isQualifyingRoute(prepared.ref(index), workspace.input.thresholds),
      })),
    hotspots: {
      count: hotspots.length,
      newest: newestOf(hotspots),
      nearest: hotspots.slice(0, MOST_HOTSPOTS).map(({ neighbour }) => neighbour),
    },
    receptors: near('receptor', RECEPTOR_REACH_METERS)
      .slice(0, MOST_RECEPTORS)
      .map(({ neighbour }) => neighbour),
  };
}

interface Near {
  readonly neighbour: Neighbour;
  readonly prepared: PreparedLayer;
  readonly index: number;
}

/** Features of a kind within a reach, exactly that far included, nearest first; of equally near ones in the layers' order. */
function createNearFinder(workspace: FastWorkspace, { packed }: PreparedLayer, source: number) {
  const [x, y] = middleOf(packed, source);
  const north = trueNorthDegrees(workspace.frame, workspace.frame.unproject(x, y));
  const box = boxOf(packed, source);
  const hits = new HitList();
  return (kind: LayerKind, reachMeters: number): Near[] => {
    if (!box) return [];
    const reach = reachMeters + REACHED_SLACK;
    const found: Near[] = [];
    for (const prepared of workspace.layersOfKind(kind)) {
      prepared.index.search(box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach, hits);
      for (const index of Array.from(hits.items.subarray(0, hits.count)).sort((a, b) => a - b)) {
        const squared = featureDistanceSquared(packed, source, prepared.packed, index);
        if (!(squared <= reach * reach)) continue;
        const [otherX, otherY] = middleOf(prepared.packed, index);
        const neighbour = {
          subject: { layer: prepared.source.id, feature: prepared.idOf(index) },
          distanceMeters: Math.sqrt(squared),
          bearingDegrees: bearingOf(otherX - x, otherY - y, north),
        };
        found.push({ neighbour, prepared, index });
      }
    }
    return found.sort((a, b) => a.neighbour.distanceMeters - b.neighbour.distanceMeters);
  };
}

function newestOf(hotspots: readonly Near[]): Neighbour | undefined {
  let newest: Near | undefined;
  let latest = Number.NEGATIVE_INFINITY;
  for (const near of hotspots) {
    const time = hotspotTimeMs(near.prepared.ref(near.index));
    if (!(time > latest)) continue;
    newest = near;
    latest = time;
  }
  return newest?.neighbour;
}

function coverageOf(workspace: FastWorkspace, table: SourceTable, source: number, kind: ZoneKind) {
  const zones = workspace.zones[kind];
  const { fraction, set } = table.coverage[kind];
  const shares = zones.sets
    .zonesOf(set[source]!)
    .map(
      (zone): ZoneShare => ({ subject: zones.subjects[zone]!, fraction: shareOf(table.prepared, source, zones, zone) }),
    )
    .sort((a, b) => b.fraction - a.fraction);
  return { fraction: fraction[source]!, zones: shares };
}

function shareOf({ packed }: PreparedLayer, source: number, zones: ZoneSet, zone: number): number {
  if (packed.type[source] === GeometryType.polygon) {
    const shared = createIntersectionArea().measure(packed, source, zones.layer, zone);
    return packed.areas[source]! > 0 ? Math.min(1, shared / packed.areas[source]!) : 1;
  }
  if (packed.type[source] !== GeometryType.line) return 1;
  const { coveredMeters } = measureLineCoverage(packed, source, zones, [zone]);
  return packed.lengths[source]! > 0 ? Math.min(1, coveredMeters / packed.lengths[source]!) : 1;
}
