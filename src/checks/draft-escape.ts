/** The finding that a zone reaches out of its parent, from what was measured. Shared by both engines; measures nothing itself. */
import type { LayerNote, Sentence } from '../model/findings.ts';
import { asLayerNote } from '../model/map-layer.ts';
import { createNoteList } from '../model/note-list.ts';
import type { Thresholds } from '../rules/thresholds.ts';
import { dutyOf, type FeatureRef, levelOf, nameOf, ownerOf, subjectOf } from './check-input.ts';
import { type MeasuredGround, sizeLimits } from './drafts.ts';
import type { FindingDraft } from './rule.ts';
import { groundSeverity } from './severity.ts';

/** Area, width and geometry are those of what lies outside of the parent. */
export interface MeasuredEscape extends MeasuredGround {
  readonly zone: FeatureRef;
  readonly zoneAreaSquareMeters: number;
  readonly parent: FeatureRef;
  readonly by: 'name' | 'ground';
}

export function draftEscape(measured: MeasuredEscape, thresholds: Thresholds): FindingDraft {
  const { zone, zoneAreaSquareMeters, parent, by, at, areaSquareMeters, widthMeters, geometry } = measured;
  const subjects = [subjectOf(zone), subjectOf(parent)];
  const params: Sentence['params'] = {
    kind: zone.layer.kind,
    level: levelOf(zone),
    duty: dutyOf(zone),
    name: nameOf(zone),
    owner: ownerOf(zone) ?? null,
    parentLevel: levelOf(parent),
    parentName: nameOf(parent),
    parentOwner: ownerOf(parent) ?? null,
    outsideFraction: Math.min(1, areaSquareMeters / zoneAreaSquareMeters),
    areaSquareMeters,
    widthMeters,
    ...sizeLimits(thresholds),
  };
  return {
    subjects,
    at,
    severity: groundSeverity(areaSquareMeters, widthMeters),
    measures: { areaSquareMeters, widthMeters },
    explain: { code: by === 'name' ? 'zone-escape.named' : 'zone-escape.held', params },
    suggestion: { code: 'zone-escape.settle', params: { name: nameOf(zone), parentName: nameOf(parent) } },
    geometry,
    zones: subjects,
  };
}

/** A zone whose `parent` is the name of nothing it could lie in. */
export interface UnknownParent {
  readonly zone: FeatureRef;
  /** Its row in the file. */
  readonly row: number;
  readonly name: string;
}

/** Notes on the layers of such zones, in the order given; of each layer the first singly, the others counted. */
export function noteUnknownParents(unknown: readonly UnknownParent[]): LayerNote[] {
  const byLayer = new Map<string, ReturnType<typeof createNoteList>>();
  for (const { zone, row, name } of unknown) {
    const { layer, feature } = subjectOf(zone);
    const list = byLayer.get(layer) ?? createNoteList();
    byLayer.set(layer, list);
    list.add('zone-parent-unknown', { parent: name }, { layer, row, feature });
  }
  return [...byLayer].flatMap(([layer, list]) => list.finish().map((found) => asLayerNote(found, layer)));
}
