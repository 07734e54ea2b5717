/**
 * hotspot-source: the dust sources that may have caused a hotspot, ranked by distance, wind and strength.
 *
 * A hotspot's answer depends on the hotspot, on the sources within `hotspotSourceReachMeters` of it (of its
 * footprint, where it has one), and on the workspace's series and where their stations stand.
 */
import { checkpoint, type Task } from '../core/task.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { trueNorthDegrees } from '../geo/laea.ts';
import type { PackedLayer } from '../geo/packed-layer.ts';
import { orderAlongCurve } from '../geo/spatial-index.ts';
import { instantOf } from '../model/date-text.ts';
import type { Candidate } from '../model/findings.ts';
import { isCalm, upwindSector } from '../rules/wind.ts';
import { createCandidateSearch, middleOf, type RankedSources, rankSources } from './candidate-search.ts';
import { type FeatureRef, field, subjectOf } from './check-input.ts';
import { draftHotspotSource, strengthOf } from './draft-hotspot-source.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { findFeature } from './finding-shapes.ts';
import { placeHotspots } from './hotspot-places.ts';
import { placeOf } from './place.ts';
import type { PreparedLayer } from './prepare.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from './rule.ts';
import { createWindField, type WindField } from './wind-field.ts';

const HOTSPOTS_PER_TURN = 4096;

export async function checkHotspotSource(workspace: FastWorkspace, task: Task): Promise<RuleOutcome> {
  const wind = windFieldOf(workspace);
  const judge = createHotspotJudge(workspace, wind);
  const findings: FindingDraft[] = [];
  for (const hotspots of workspace.layersOfKind('hotspot')) {
    const places = placesOf(workspace, hotspots);
    const found = new Array<FindingDraft | undefined>(places.count);
    let done = 0;
    for (const index of orderAlongCurve(places.boxes)) {
      if (done++ % HOTSPOTS_PER_TURN === 0) await checkpoint(task);
      found[index] = judge(hotspots, places, index);
    }
    for (const finding of found) if (finding) findings.push(finding);
  }
  return { ...emptyOutcome('hotspot-source'), findings, notes: wind.notes };
}

/** Where the hotspots of a layer lie, footprints included; remembered as long as the layer stays. */
export function placesOf({ memo }: FastWorkspace, hotspots: PreparedLayer): PackedLayer {
  const { source, packed } = hotspots;
  return memo.of(`places ${source.id}`, [hotspots], () => placeHotspots(source, packed));
}

export function windFieldOf(workspace: FastWorkspace): WindField {
  return createWindField(workspace.input.document.series ?? [], (subject) => {
    const found = findFeature(workspace, subject);
    if (!found || found.prepared.packed.type[found.index] === GeometryType.none) return undefined;
    const [x, y] = middleOf(found.prepared.packed, found.index);
    return { ref: { layer: found.prepared.source, index: found.index }, x, y };
  });
}

/** Judges one hotspot: as many sources as could still be among the best, most of them by their boxes alone. */
export function createHotspotJudge(
  workspace: FastWorkspace,
  wind: WindField,
): (hotspots: PreparedLayer, places: PackedLayer, index: number) => FindingDraft | undefined {
  const { frame, input, sources } = workspace;
  const { hotspotSourceReachMeters, maxHotspotCandidates, upwindSectorDegrees } = input.thresholds;
  const ranked = rankedSourcesOf(workspace);
  const search = createCandidateSearch(ranked, hotspotSourceReachMeters, Math.floor(maxHotspotCandidates));
  const timeOf = createTimeReader();
  const sourceAt = (item: number) => {
    const { source, packed } = sources[ranked.layerOf[item]!]!;
    return { source, packed, feature: item - ranked.first[ranked.layerOf[item]!]! };
  };
  return (hotspots, places, index) => {
    if (places.type[index] === GeometryType.none) return undefined;
    const ref = { layer: hotspots.source, index };
    const at = placeOf(frame, hotspots.packed, index);
    const [x, y] = middleOf(places, index);
    const north = trueNorthDegrees(frame, at);
    const blowing = wind.at(x, y, timeOf(ref));
    const sector =
      blowing && !isCalm(blowing) ? upwindSector(blowing.fromDegrees, upwindSectorDegrees, north) : undefined;
    search.search(places, index, sector);
    if (search.found === 0) return undefined;
    const candidates: Candidate[] = [];
    for (let k = 0; k < search.found; k++) {
      const { source, packed, feature } = sourceAt(search.items[k]!);
      const [sourceX, sourceY] = middleOf(packed, feature);
      candidates.push({
        subject: subjectOf({ layer: source, index: feature }),
        score: search.scores[k]!,
        distanceMeters: search.distancesMeters[k]!,
        bearingDegrees: bearingOf(sourceX - x, sourceY - y, north),
      });
    }
    const first = sourceAt(search.items[0]!);
    const best = { layer: first.source, index: first.feature };
    return draftHotspotSource({ ref, at, candidates, best, wind: blowing }, input.thresholds);
  };
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

/** Remembered as long as the layers of sources stay. */
function rankedSourcesOf({ memo, sources }: FastWorkspace): RankedSources {
  return memo.of('ranked sources', sources, () =>
    rankSources(
      sources.map(({ packed }) => packed),
      (layer, index) => {
        const { source, packed } = sources[layer]!;
        const area = packed.type[index] === GeometryType.polygon ? packed.areas[index]! : undefined;
        return strengthOf({ layer: source, index }, area);
      },
    ),
  );
}

/** Clockwise from true north, [0, 360); 0 where there is no direction. */
function bearingOf(dx: number, dy: number, northDegrees: number): number {
  const degrees = (Math.atan2(dx, dy) * 180) / Math.PI - northDegrees;
  if (dx === 0 && dy === 0) return 0;
  return degrees < 0 ? degrees + 360 : degrees >= 360 ? degrees - 360 : degrees;
}
