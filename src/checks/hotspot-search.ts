/** Where hotspots lie, which wind blew there and then, and which sources may have caused them: all of a layer, or one. */

import { createLatch } from '../core/latch.ts';
import { rangesOf } from '../core/spread.ts';
import type { Progress, Task } from '../core/task.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { trueNorthDegrees } from '../geo/laea.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { gatherLayer } from '../geo/slice-layer.ts';
import { instantOf } from '../model/instant.ts';
import type { LonLat } from '../model/lon-lat.ts';
import { isCalm, type UpwindSector, upwindSector } from '../rules/wind.ts';
import { middleOf, type SourceRanks } from './candidate-search.ts';
import { type FeatureRef, field } from './check-input.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { placeHotspot, placeHotspots } from './hotspot-places.ts';
import { type CandidateCommon, type CandidateLists, createCandidateMeasurer, putSector } from './hotspot-ranges.ts';
import { placeOf } from './place.ts';
import type { PreparedLayer } from './prepare.ts';
import type { StationWind, WindField } from './wind-field.ts';

/** The candidates of one hotspot: those of the lists from `from` to `end` − 1, best first. */
export interface CandidateList {
  readonly lists: CandidateLists;
  readonly from: number;
  readonly end: number;
  /** Undefined where it lies nowhere: then it has no candidates. */
  readonly aim: Aim | undefined;
}

/** How one looks from a hotspot. */
export interface Aim {
  /** Where it is shown. */
  readonly at: LonLat;
  /** The middle of where it lies, in the frame. */
  readonly x: number;
  readonly y: number;
  /** True north there, degrees from the frame's. */
  readonly north: number;
  readonly wind: StationWind | undefined;
}

export interface HotspotSearch {
  /** Begins with all of a layer, as far as there are other threads; `finish` has this thread work along and answers. */
  all(hotspots: PreparedLayer, task: Task): { finish(): Promise<(hotspot: number) => CandidateList> };
  one(hotspots: PreparedLayer, hotspot: number): CandidateList;
}

/** Some tens of milliseconds of work. */
const HOTSPOTS_PER_RANGE = 1024;

/** Sees the sources and the wind as they are now. */
export function createHotspotSearch(workspace: FastWorkspace, ranks: SourceRanks, wind: WindField): HotspotSearch {
  const { frame, input, spread, candidates } = workspace;
  const { hotspotSourceReachMeters, maxHotspotCandidates, upwindSectorDegrees } = input.thresholds;
  const common: CandidateCommon = {
    ranks,
    reachMeters: hotspotSourceReachMeters,
    count: Math.floor(maxHotspotCandidates),
  };
  const timeOf = createTimeReader();
  let measureHere: ReturnType<typeof createCandidateMeasurer> | undefined;

  function aimFrom(hotspots: PreparedLayer, hotspot: number, places: PackedLayer, place: number): Aim {
    const at = placeOf(frame, hotspots.packed, hotspot);
    const [x, y] = middleOf(places, place);
    return { at, x, y, north: trueNorthDegrees(frame, at), wind: wind.at(x, y, timeOf(hotspots.ref(hotspot))) };
  }

  function sectorOf({ wind: blowing, north }: Aim): UpwindSector | undefined {
    return blowing && !isCalm(blowing) ? upwindSector(blowing.fromDegrees, upwindSectorDegrees, north) : undefined;
  }

  /** How far pixels reach around their points: an edit must look that much farther. */
  function noteFootprints({ count, type, boxes }: PackedLayer): void {
    for (let place = 0; place < count; place++) {
      if (type[place] !== GeometryType.polygon) continue;
      const at = 4 * place;
      const reach = Math.hypot(boxes[at + 2]! - boxes[at]!, boxes[at + 3]! - boxes[at + 1]!) / 2;
      candidates.footprintMeters = Math.max(candidates.footprintMeters, reach);
    }
  }

  /** Of some hotspots, whose places are given in the same order. `onAim` hears of those that lie somewhere. */
  function sectorsOf(
    hotspots: PreparedLayer,
    features: Uint32Array,
    places: PackedLayer,
    onAim: (hotspot: number, aim: Aim) => void,
  ): Float64Array {
    const sectors = new Float64Array(3 * features.length);
    for (const [place, hotspot] of features.entries()) {
      if (places.type[place] === GeometryType.none) {
        putSector(sectors, place, undefined);
        continue;
      }
      const aim = aimFrom(hotspots, hotspot, places, place);
      onAim(hotspot, aim);
      putSector(sectors, place, sectorOf(aim));
    }
    return sectors;
  }

  return {
    all(hotspots, task) {
      const aims: (Aim | undefined)[] = new Array(hotspots.packed.count);
      const keep = (hotspot: number, aim: Aim) => {
        aims[hotspot] = aim;
      };
      const places = placeHotspots(hotspots.packed, hotspots.ref);
      noteFootprints(places);
      const order = Uint32Array.from(hotspots.index.order);
      const ranges = rangesOf(order.length, HOTSPOTS_PER_RANGE, (first, end) => {
        const features = order.subarray(first, end);
        const own = gatherLayer(places, features);
        return { places: own, sectors: sectorsOf(hotspots, features, own, keep) };
      });
      const isAwaited = createLatch();
      // While other rules have their turn, the progress is theirs.
      const quiet = { ...task, onProgress: (progress: Progress) => isAwaited.isOpen && task.onProgress?.(progress) };
      const searching = spread('hotspots', common, { ...ranges, hereAfter: isAwaited.opened }, quiet);
      // Whoever cancels may do so before anybody waits for it.
      searching.catch(() => {});
      return {
        async finish() {
          isAwaited.open();
          const answers = await searching;
          const placeInOrder = new Uint32Array(hotspots.packed.count);
          for (const [place, hotspot] of order.entries()) placeInOrder[hotspot] = place;
          return (hotspot) => {
            const place = placeInOrder[hotspot]!;
            return listAt(answers[Math.floor(place / HOTSPOTS_PER_RANGE)]!, place % HOTSPOTS_PER_RANGE, aims[hotspot]);
          };
        },
      };
    },
    one(hotspots, hotspot) {
      const places = placeHotspot(hotspots.packed, hotspot, hotspots.ref(hotspot));
      noteFootprints(places);
      let aim: Aim | undefined;
      const sectors = sectorsOf(hotspots, Uint32Array.of(hotspot), places, (_, found) => {
        aim = found;
      });
      measureHere ??= createCandidateMeasurer(common);
      return listAt(measureHere({ places, sectors }), 0, aim);
    },
  };
}

function listAt(lists: CandidateLists, place: number, aim: Aim | undefined): CandidateList {
  return { lists, from: lists.start[place]!, end: lists.start[place + 1]!, aim };
}

/** Hotspots of one passage or one hour say the same time: each text is read once. */
function createTimeReader(): (hotspot: FeatureRef) => number {
  const known = new Map<string, number>();
  return (hotspot) => {
    const text = field(hotspot, 'time') ?? '';
    let time = known.get(text);
    if (time === undefined) {
      time = instantOf(text);
      known.set(text, time);
    }
    return time;
  };
}
