/**
 * How much there is to do in a zone: dust sources, ground, length of road; of the draft and of the
 * zones that it will stand beside, so that work can be shared out evenly.
 */
import { type HoldsBox, measureLineInside } from '../geo/line-inside.ts';
import type { BandedLayer } from '../geo/relate.ts';
import { HitList } from '../geo/spatial-index.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { Workload, ZoneWorkload } from './session-types.ts';
import type { ZoneSet } from './zone-set.ts';

/** More zones of one level than this are not compared as a whole, only those around. */
const MOST_COMPARED = 60;

/** Metres of all road layers. O(roads whose box meets the polygon's). */
export function measureRoadsInside(
  workspace: FastWorkspace,
  target: BandedLayer,
  polygon: number,
  holdsBox: HoldsBox,
): number {
  const { boxes } = target.layer;
  const [minX, minY, maxX, maxY] = [0, 1, 2, 3].map((side) => boxes[4 * polygon + side]!) as [
    number,
    number,
    number,
    number,
  ];
  const holds: HoldsBox = (left, bottom, right, top) =>
    right < minX || left > maxX || top < minY || bottom > maxY ? false : holdsBox(left, bottom, right, top);
  const hits = new HitList();
  let meters = 0;
  for (const { packed, index } of workspace.layersOfKind('road')) {
    index.search(minX, minY, maxX, maxY, hits);
    for (let i = 0; i < hits.count; i++) meters += measureLineInside(packed, hits.items[i]!, target, polygon, holds);
  }
  return meters;
}

/** The zones that a draft is compared with: all of its level and duty, or where they are many those around it. */
export function workloadsBeside(
  workspace: FastWorkspace,
  zones: ZoneSet,
  around: readonly number[],
  belongs: (zone: number) => boolean,
): ZoneWorkload[] {
  const all: number[] = [];
  for (let zone = 0; zone < zones.layer.count && all.length <= MOST_COMPARED; zone++) {
    if (zones.layer.areas[zone]! > 0 && belongs(zone)) all.push(zone);
  }
  const compared = all.length > MOST_COMPARED ? around.filter(belongs) : all;
  return compared.slice(0, MOST_COMPARED).map((zone) => ({
    zone: zones.subjects[zone]!,
    isNear: around.includes(zone),
    ...workloadOf(workspace, zones, zone),
  }));
}

/** Remembered until the next edit. */
function workloadOf(workspace: FastWorkspace, zones: ZoneSet, zone: number): Workload {
  const known = workspace.memo.of(`workload of ${zones.kind}`, [], () => new Map<number, Workload>());
  let workload = known.get(zone);
  if (!workload) {
    const holds: HoldsBox = (...box) => {
      const set = zones.raster.setOfBox(...box);
      return set < 0 ? undefined : zones.sets.zonesOf(set).includes(zone);
    };
    workload = {
      sources: workspace.tallies.ofZone(zones.kind, zone).sources,
      areaSquareMeters: zones.layer.areas[zone]!,
      roadMeters: measureRoadsInside(workspace, zones, zone, holds),
    };
    known.set(zone, workload);
  }
  return workload;
}
