/** zone-escape: zones that reach out of the zone they name as `parent`, else of the next coarser one that holds most of them. */
import { checkpoint } from '../../core/task.ts';
import type { Unchecked } from '../../model/findings.ts';
import { ZONE_KINDS } from '../../model/kinds.ts';
import { type FeatureRef, subjectOf } from '../check-input.ts';
import { draftEscape, noteUnknownParents, type UnknownParent } from '../draft-escape.ts';
import { featuresOfLayer } from '../feature-list.ts';
import { createNamedParent, zoneTraits } from '../leaf-zones.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from '../rule.ts';
import { isBelow } from '../size-limits.ts';
import { boundaryNamesOf, createParentFinder } from '../zone-parents.ts';
import { isMereTouch } from './clip.ts';
import { areaSquareMeters } from './ellipsoid-measures.ts';
import { greatestWidth } from './greatest-width.ts';
import { holdsMost, type PlainWorkspace } from './plain-workspace.ts';

export async function checkZoneEscape({ zones, input, clipper, frame, task }: PlainWorkspace): Promise<RuleOutcome> {
  const { thresholds } = input;
  const findings: FindingDraft[] = [];
  const unchecked: Unchecked[] = [];
  const unknown: UnknownParent[] = [];
  let slivers = 0;
  let sliverAreaSquareMeters = 0;
  const boundaries = input.layers.filter((layer) => layer.kind === 'boundary').map(featuresOfLayer);
  for (const kind of ZONE_KINDS) {
    const { all, index } = zones[kind];
    const positionOf = new Map(all.map((zone, position) => [zone, position]));
    const traits = all.map((zone) => zoneTraits(zone.ref));
    const parentOf = createParentFinder(
      traits,
      createNamedParent(traits),
      boundaryNamesOf(boundaries),
      (zone) => index.search(all[zone]!.box).map((other) => positionOf.get(other)!),
      (coarse, fine) => holdsMost(all[coarse]!.geometry, all[fine]!.geometry, clipper),
    );
    for (const [position, zone] of all.entries()) {
      await checkpoint(task);
      const found = parentOf(position);
      if (found.unknownName !== undefined)
        unknown.push({ zone: zone.ref, row: rowOf(zone.ref), name: found.unknownName });
      const parent = found.parent === undefined ? undefined : all[found.parent];
      if (!parent) continue;
      const outside = clipper.difference(zone.geometry, [parent.geometry]);
      if (!outside.ok) {
        const subjects = [subjectOf(zone.ref), subjectOf(parent.ref)];
        unchecked.push({ rule: 'zone-escape', subjects, problem: outside.problem });
        continue;
      }
      if (outside.value === null || isMereTouch(outside.value)) continue;
      const area = areaSquareMeters(outside.value);
      const { widthMeters, at } = greatestWidth(outside.value, frame);
      if (isBelow(area, thresholds.minOverlapAreaSquareMeters) || isBelow(widthMeters, thresholds.sliverWidthMeters)) {
        slivers++;
        sliverAreaSquareMeters += area;
        continue;
      }
      const measured = {
        zone: zone.ref,
        zoneAreaSquareMeters: areaSquareMeters(zone.geometry),
        parent: parent.ref,
        by: found.by,
        at,
        areaSquareMeters: area,
        widthMeters,
        geometry: outside.value,
      };
      findings.push(draftEscape(measured, thresholds));
    }
  }
  const notes = noteUnknownParents(unknown);
  return { ...emptyOutcome('zone-escape'), findings, unchecked, notes, slivers, sliverAreaSquareMeters };
}

function rowOf({ layer, index }: FeatureRef): number {
  return layer.batch.rows[index]!;
}
