/**
 * hotspot-source: the dust sources that may have caused a hotspot, ranked by distance, wind and strength.
 *
 * An item is a hotspot. It depends on the hotspot, on the sources within `hotspotSourceReachMeters` of it (of its
 * footprint, where it has one), and on the workspace's series and where their stations stand.
 */
import type { Subject } from '../core/subject.ts';
import { checkpoint } from '../core/task.ts';
import { boxOf } from '../geo/box.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { trueNorthDegrees } from '../geo/laea.ts';
import type { Candidate, Finding } from '../model/findings.ts';
import { instantOf } from '../model/instant.ts';
import { isSourceKind } from '../model/kinds.ts';
import { isCalm, upwindSector } from '../rules/wind.ts';
import { createCandidateSearch, distanceDecay, middleOf, type RankedSources, rankSources } from './candidate-search.ts';
import { type Change, editedOfKind } from './change.ts';
import { type FeatureRef, field, subjectOf } from './check-input.ts';
import { draftHotspotSource, NO_ZONES, strengthOf } from './draft-hotspot-source.ts';
import type { Rule } from './fast-rule.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { FindingBook } from './finding-book.ts';
import { findFeature } from './finding-shapes.ts';
import { createHotspotPlaces, type HotspotPlace } from './hotspot-places.ts';
import { placeOf } from './place.ts';
import type { PreparedLayer } from './prepare.ts';
import { found, type Verdict } from './rule.ts';
import { hotspotSourceSeverity } from './severity.ts';
import { type Touch, unite } from './touch.ts';
import { createWindField, type WindField } from './wind-field.ts';

const RULE = 'hotspot-source';
const HOTSPOTS_PER_TURN = 4096;

export const hotspotSource: Rule = {
  id: RULE,
  async run(workspace, book, task) {
    workspace.candidates.ranked = rankAll(workspace);
    const wind = windFieldOf(workspace);
    const judge = createJudge(workspace, wind);
    for (const hotspots of workspace.layersOfKind('hotspot')) {
      const page = book.page(RULE, hotspots.source.id, {
        judge: (hotspot) => judge(hotspots, hotspot),
        subjectOf: (hotspot) => subjectOf(hotspots.ref(hotspot)),
      });
      let done = 0;
      // Neighbours one after the other, so that the sources around them are at hand.
      for (const hotspot of Array.from(hotspots.index.order)) {
        if (done++ % HOTSPOTS_PER_TURN === 0) await checkpoint(task);
        page.judge(hotspot, judge(hotspots, hotspot));
      }
    }
    book.setNotes(RULE, wind.notes);
  },
  async update(workspace, book, change) {
    if (movesStation(workspace, change)) {
      book.clear(RULE, true);
      await hotspotSource.run(workspace, book, {});
      return;
    }
    updateRanks(workspace, change);
    const judge = createJudge(workspace, windFieldOf(workspace));
    for (const [hotspots, touches] of editedOfKind(change, 'hotspot')) {
      const page = book.page(RULE, hotspots.source.id);
      for (const hotspot of touches.keys()) page.judge(hotspot, judge(hotspots, hotspot));
    }
    judgeAroundSources(workspace, book, change, judge);
  },
};

/** Whether where a series was read has changed: then the wind has, everywhere. */
function movesStation({ input }: FastWorkspace, { edited }: Change): boolean {
  const stations = new Set((input.document.series ?? []).map(({ station }) => station.layer));
  return [...edited.keys()].some(({ source }) => stations.has(source.id));
}

function rankAll({ sources }: FastWorkspace): RankedSources {
  return rankSources(
    sources.map(({ prepared }) => prepared.packed),
    (layer, feature) => strengthOfSource(sources[layer]!.prepared, feature),
  );
}

function strengthOfSource({ packed, ref }: PreparedLayer, feature: number): number {
  return strengthOf(ref(feature), packed.type[feature] === GeometryType.polygon ? packed.areas[feature]! : undefined);
}

function updateRanks(workspace: FastWorkspace, { edited }: Change): void {
  for (const [layer, { prepared }] of workspace.sources.entries()) {
    for (const feature of edited.get(prepared)?.keys() ?? []) {
      if (workspace.candidates.ranked?.update(layer, feature)) continue;
      workspace.candidates.ranked = rankAll(workspace);
      return;
    }
  }
}

/** Hotspots that name an edited source, or might now. */
function judgeAroundSources(workspace: FastWorkspace, book: FindingBook, change: Change, judge: Judge): void {
  const { candidates, input } = workspace;
  const reachMeters = input.thresholds.hotspotSourceReachMeters + candidates.footprintMeters;
  for (const [prepared, touches] of change.edited) {
    if (!isSourceKind(prepared.source.kind)) continue;
    for (const [feature, touch] of touches) {
      const reach = unite(touch, reachMeters + 1);
      if (!reach) continue;
      const subject: Subject = { layer: prepared.source.id, feature: prepared.idOf(feature) };
      const mayEnter = createEntryTest(workspace, touch, touch.after ? strengthOfSource(prepared, feature) : 0);
      for (const hotspots of workspace.layersOfKind('hotspot')) {
        const page = book.page(RULE, hotspots.source.id);
        hotspots.index.some(...reach, (hotspot) => {
          const finding = page.findingOf(hotspot);
          if (names(finding, subject) || mayEnter(finding, hotspots, hotspot))
            page.judge(hotspot, judge(hotspots, hotspot));
          return false;
        });
      }
    }
  }
}

function names(finding: Finding | undefined, { layer, feature }: Subject): boolean {
  return finding?.candidates?.some(({ subject }) => subject.feature === feature && subject.layer === layer) ?? false;
}

/** Whether a source as it is now might be among a hotspot's best, judged by how near the boxes come at most. */
function createEntryTest({ candidates, input }: FastWorkspace, { after }: Touch, strength: number) {
  const most = Math.floor(input.thresholds.maxHotspotCandidates);
  return (finding: Finding | undefined, hotspots: PreparedLayer, hotspot: number): boolean => {
    const box = boxOf(hotspots.packed, hotspot);
    if (!after || !box) return false;
    const listed = finding?.candidates ?? [];
    if (listed.length < most) return true;
    const dx = Math.max(after[0] - box[2], box[0] - after[2], 0);
    const dy = Math.max(after[1] - box[3], box[1] - after[3], 0);
    const meters = Math.max(0, Math.hypot(dx, dy) - candidates.footprintMeters);
    // A little above it, so that rounding leaves none out.
    return strength * distanceDecay(meters * meters) * 1.000001 >= listed.at(-1)!.score;
  };
}

export function windFieldOf(workspace: FastWorkspace): WindField {
  return createWindField(workspace.input.document.series ?? [], (subject) => {
    const place = findFeature(workspace, subject);
    if (!place || place.prepared.packed.type[place.index] === GeometryType.none) return undefined;
    const [x, y] = middleOf(place.prepared.packed, place.index);
    return { ref: place.prepared.ref(place.index), x, y };
  });
}

type Judge = (hotspots: PreparedLayer, hotspot: number) => Verdict | undefined;

/** Judges one hotspot: as many sources as could still be among the best, most of them by their boxes alone. */
function createJudge(workspace: FastWorkspace, wind: WindField): Judge {
  const { frame, input, sources } = workspace;
  const { hotspotSourceReachMeters, maxHotspotCandidates, upwindSectorDegrees } = input.thresholds;
  const ranked = workspace.candidates.ranked ?? rankAll(workspace);
  const search = createCandidateSearch(ranked, hotspotSourceReachMeters, Math.floor(maxHotspotCandidates));
  const timeOf = createTimeReader();
  const placeOfHotspot = createHotspotPlaces();
  const sourceAt = (item: number) => {
    const layer = ranked.layerOf[item]!;
    return { prepared: sources[layer]!.prepared, feature: item - ranked.first[layer]! };
  };
  return (hotspots, hotspot) => {
    if (hotspots.packed.type[hotspot] === GeometryType.none) return undefined;
    const ref = hotspots.ref(hotspot);
    const at = placeOf(frame, hotspots.packed, hotspot);
    const place = placeOfHotspot(hotspots, hotspot);
    noteFootprint(workspace, place);
    const [x, y] = middleOf(place.layer, place.index);
    const north = trueNorthDegrees(frame, at);
    const blowing = wind.at(x, y, timeOf(ref));
    const sector =
      blowing && !isCalm(blowing) ? upwindSector(blowing.fromDegrees, upwindSectorDegrees, north) : undefined;
    search.search(place.layer, place.index, sector);
    if (search.found === 0) return undefined;
    const severity = hotspotSourceSeverity(field(ref, 'confidence'), search.scores[0]!);
    return {
      weights: [{ severity, areaSquareMeters: undefined, zones: NO_ZONES }],
      write() {
        const listed: Candidate[] = [];
        for (let k = 0; k < search.found; k++) {
          const { prepared, feature } = sourceAt(search.items[k]!);
          const [sourceX, sourceY] = middleOf(prepared.packed, feature);
          listed.push({
            subject: subjectOf(prepared.ref(feature)),
            score: search.scores[k]!,
            distanceMeters: search.distancesMeters[k]!,
            bearingDegrees: bearingOf(sourceX - x, sourceY - y, north),
          });
        }
        const first = sourceAt(search.items[0]!);
        const best = first.prepared.ref(first.feature);
        return found(draftHotspotSource({ ref, at, candidates: listed, best, wind: blowing }, input.thresholds));
      },
    };
  };
}

/** How far a pixel reaches around its point: an edit must look that much farther. */
function noteFootprint({ candidates }: FastWorkspace, { layer, index }: HotspotPlace): void {
  if (layer.type[index] !== GeometryType.polygon) return;
  const at = 4 * index;
  const reach = Math.hypot(layer.boxes[at + 2]! - layer.boxes[at]!, layer.boxes[at + 3]! - layer.boxes[at + 1]!) / 2;
  candidates.footprintMeters = Math.max(candidates.footprintMeters, reach);
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

/** Clockwise from true north, [0, 360); 0 where there is no direction. */
function bearingOf(dx: number, dy: number, northDegrees: number): number {
  const degrees = (Math.atan2(dx, dy) * 180) / Math.PI - northDegrees;
  if (dx === 0 && dy === 0) return 0;
  return degrees < 0 ? degrees + 360 : degrees >= 360 ? degrees - 360 : degrees;
}
