/**
 * zone-ownerless: zones without a responsible unit or person. One finding per zone that says which is
 * missing; a field that a whole layer lacks is one note on the layer instead.
 */
import { problem } from '../core/result.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { LayerNote, Unchecked } from '../model/findings.ts';
import { isZoneKind } from '../model/kinds.ts';
import { field, layerHasField, subjectOf } from './check-input.ts';
import { draftOwnerless } from './drafts.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { placeOf } from './place.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from './rule.ts';

const FIELDS = ['owner', 'person'] as const;

/** O(zones). A zone without a usable geometry cannot be pinned on the map and is unchecked. */
export function checkZoneOwnerless(workspace: FastWorkspace): RuleOutcome {
  const findings: FindingDraft[] = [];
  const notes: LayerNote[] = [];
  const unchecked: Unchecked[] = [];
  for (const { source, packed } of workspace.layers) {
    if (!isZoneKind(source.kind) || packed.count === 0) continue;
    const judged = FIELDS.filter((name) => layerHasField(source, name));
    for (const name of FIELDS) {
      if (judged.includes(name)) continue;
      notes.push({ layer: source.id, problem: problem('layer-lacks-field', { field: name }, { layer: source.id }) });
    }
    for (let index = 0; index < packed.count; index++) {
      const ref = { layer: source, index };
      const missing = judged.filter((name) => field(ref, name) === undefined);
      if (missing.length === 0) continue;
      if (packed.type[index] === GeometryType.none) {
        unchecked.push({
          rule: 'zone-ownerless',
          subjects: [subjectOf(ref)],
          problem: problem('zone-without-geometry', { fields: missing.join(',') }),
        });
        continue;
      }
      const at = placeOf(workspace.frame, packed, index);
      findings.push(draftOwnerless({ ref, at, areaSquareMeters: packed.areas[index]!, missing }));
    }
  }
  return { ...emptyOutcome('zone-ownerless'), findings, notes, unchecked };
}
