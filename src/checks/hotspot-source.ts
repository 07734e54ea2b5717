/**
 * hotspot-source: the dust sources that may have caused a hotspot, ranked by distance, wind and strength.
 *
 * An item is a hotspot. It depends on the hotspot, on the sources within `hotspotSourceReachMeters` of it (of its
 * footprint, where it has one), and on the workspace's series and where their stations stand.
 */
import type { Subject } from '../core/subject.ts';
import { checkpoint, type Task } from '../core/task.ts';
import { boxOf } from '../geo/box.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { Candidate, Finding } from '../model/findings.ts';
import { isSourceKind } from '../model/kinds.ts';
import { bearingOf } from './bearing.ts';
import { distanceDecay, middleOf, type RankedSources, rankSources, type SourceRanks } from './candidate-search.ts';
import { type Change, editedOfKind } from './change.ts';
import { field, subjectOf } from './check-input.ts';
import { draftHotspotSource, NO_ZONES, strengthOf } from './draft-hotspot-source.ts';
import type { BegunRule, Rule } from './fast-rule.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { FindingBook } from './finding-book.ts';
import { findFeature } from './finding-shapes.ts';
import { type CandidateList, createHotspotSearch } from './hotspot-search.ts';
import type { PreparedLayer } from './prepare.ts';
import { found, type Verdict } from './rule.ts';
import { hotspotSourceSeverity } from './severity.ts';
import { type Touch, unite } from './touch.ts';
import { createWindField, type WindField } from './wind-field.ts';

const RULE = 'hotspot-source';
const HOTSPOTS_PER_TURN = 4096;

export const hotspotSource: Rule = {
  id: RULE,
  run: (workspace, book, task) => beginHotspots(workspace, task).finish(book),
  begin: beginHotspots,
  async update(workspace, book, change) {
    if (movesStation(workspace, change)) {
      book.clear(RULE, true);
      await hotspotSource.run(workspace, book, {});
      return;
    }
    const { ranks } = updateRanks(workspace, change);
    const search = createHotspotSearch(workspace, ranks, windFieldOf(workspace));
    const judge = createJudge(workspace, ranks);
    const judgeAnew = (hotspots: PreparedLayer, hotspot: number) =>
      judge(hotspots, hotspot, search.one(hotspots, hotspot));
    for (const [hotspots, touches] of editedOfKind(change, 'hotspot')) {
      const page = book.page(RULE, hotspots.source.id);
      for (const hotspot of touches.keys()) page.judge(hotspot, judgeAnew(hotspots, hotspot));
    }
    judgeAroundSources(workspace, book, change, judgeAnew);
  },
};

function beginHotspots(workspace: FastWorkspace, task: Task): BegunRule {
  const ranked = rankAll(workspace);
  workspace.candidates.ranked = ranked;
  const wind = windFieldOf(workspace);
  const search = createHotspotSearch(workspace, ranked.ranks, wind);
  const searches = workspace.layersOfKind('hotspot').map((hotspots) => ({ hotspots, ...search.all(hotspots, task) }));
  return {
    async finish(book) {
      const judge = createJudge(workspace, ranked.ranks);
      for (const { hotspots, finish } of searches) {
        const candidatesOf = await finish();
        const page = book.page(RULE, hotspots.source.id, {
          judge: (hotspot) => judge(hotspots, hotspot, candidatesOf(hotspot)),
          subjectOf: (hotspot) => subjectOf(hotspots.ref(hotspot)),
        });
        for (let hotspot = 0; hotspot < hotspots.packed.count; hotspot++) {
          if (hotspot % HOTSPOTS_PER_TURN === 0) await checkpoint(task);
          page.judge(hotspot, judge(hotspots, hotspot, candidatesOf(hotspot)));
        }
      }
      book.setNotes(RULE, wind.notes);
    },
  };
}

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

function updateRanks(workspace: FastWorkspace, { edited }: Change): RankedSources {
  const { candidates } = workspace;
  candidates.ranked ??= rankAll(workspace);
  for (const [layer, { prepared }] of workspace.sources.entries()) {
    for (const feature of edited.get(prepared)?.keys() ?? []) {
      if (candidates.ranked.update(layer, feature)) continue;
      candidates.ranked = rankAll(workspace);
      return candidates.ranked;
    }
  }
  return candidates.ranked;
}

/** Hotspots that name an edited source, or might now. */
function judgeAroundSources(workspace: FastWorkspace, book: FindingBook, change: Change, judge: JudgeAnew): void {
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

type JudgeAnew = (hotspots: PreparedLayer, hotspot: number) => Verdict | undefined;
type Judge = (hotspots: PreparedLayer, hotspot: number, candidates: CandidateList) => Verdict | undefined;

/** Says what the candidates of a hotspot come to. */
function createJudge({ input, sources }: FastWorkspace, ranks: SourceRanks): Judge {
  const sourceAt = (item: number) => {
    const layer = ranks.layerOf[item]!;
    return { prepared: sources[layer]!.prepared, feature: item - ranks.first[layer]! };
  };
  return (hotspots, hotspot, { lists, from, end, aim }) => {
    if (!aim || from === end) return undefined;
    const ref = hotspots.ref(hotspot);
    const severity = hotspotSourceSeverity(field(ref, 'confidence'), lists.scores[from]!);
    return {
      weights: [{ severity, areaSquareMeters: undefined, zones: NO_ZONES }],
      write() {
        const { at, x, y, north, wind } = aim;
        const listed: Candidate[] = [];
        for (let k = from; k < end; k++) {
          const { prepared, feature } = sourceAt(lists.items[k]!);
          const [sourceX, sourceY] = middleOf(prepared.packed, feature);
          listed.push({
            subject: subjectOf(prepared.ref(feature)),
            score: lists.scores[k]!,
            distanceMeters: lists.distancesMeters[k]!,
            bearingDegrees: bearingOf(sourceX - x, sourceY - y, north),
          });
        }
        const first = sourceAt(lists.items[from]!);
        const best = first.prepared.ref(first.feature);
        return found(draftHotspotSource({ ref, at, candidates: listed, best, wind }, input.thresholds));
      },
    };
  };
}
