/** zone-ownerless: zones without owner or person. A field that a whole layer lacks is one note on the layer instead. */
import { problem } from '../../core/result.ts';
import type { LayerNote, Unchecked } from '../../model/findings.ts';
import { isZoneKind } from '../../model/kinds.ts';
import { type CheckLayer, type FeatureRef, field, layerHasField, subjectOf } from '../check-input.ts';
import { draftOwnerless } from '../drafts.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from '../rule.ts';
import { pointInside } from './assess-sources.ts';
import { areaSquareMeters } from './ellipsoid-measures.ts';
import type { PlainWorkspace, PlainZone } from './plain-workspace.ts';

const REQUIRED = ['owner', 'person'] as const;

export function checkZoneOwnerless({ input, zones }: PlainWorkspace): RuleOutcome {
  const findings: FindingDraft[] = [];
  const unchecked: Unchecked[] = [];
  const notes: LayerNote[] = [];
  for (const layer of input.layers) {
    if (!isZoneKind(layer.kind) || layer.batch.geometry.count === 0) continue;
    const shapes = new Map(zones[layer.kind].all.map((zone) => [keyOf(zone.ref), zone]));
    for (const name of REQUIRED) if (!layerHasField(layer, name)) notes.push(noteWithoutField(layer, name));
    for (let index = 0; index < layer.batch.geometry.count; index++) {
      const ref = { layer, index };
      const missing = REQUIRED.filter((name) => layerHasField(layer, name) && field(ref, name) === undefined);
      if (missing.length === 0) continue;
      const zone: PlainZone | undefined = shapes.get(keyOf(ref));
      if (zone) {
        const area = areaSquareMeters(zone.geometry);
        findings.push(draftOwnerless({ ref, at: pointInside(zone.geometry), areaSquareMeters: area, missing }));
      } else {
        const found = problem('zone-without-geometry', { fields: missing.join(',') });
        unchecked.push({ rule: 'zone-ownerless', subjects: [subjectOf(ref)], problem: found });
      }
    }
  }
  return { ...emptyOutcome('zone-ownerless'), findings, unchecked, notes };
}

const keyOf = ({ layer, index }: FeatureRef) => `${index} ${layer.id}`;

function noteWithoutField(layer: CheckLayer, name: string): LayerNote {
  return { layer: layer.id, problem: problem('layer-lacks-field', { field: name }, { layer: layer.id }) };
}
