/** zone-ownerless: zones without owner or person. A field that a whole layer lacks is one note on the layer instead. */
import { problem } from '../../core/result.ts';
import type { LayerNote } from '../../model/findings.ts';
import { isZoneKind, ZONE_KINDS } from '../../model/kinds.ts';
import { field, layerHasField } from '../check-input.ts';
import { draftOwnerless } from '../drafts.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from '../rule.ts';
import { pointInside } from './assess-sources.ts';
import { areaSquareMeters } from './ellipsoid-measures.ts';
import type { PlainWorkspace } from './plain-workspace.ts';

const REQUIRED = ['owner', 'person'] as const;

export function checkZoneOwnerless({ input, zones }: PlainWorkspace): RuleOutcome {
  const notes: LayerNote[] = [];
  for (const layer of input.layers.filter(({ kind, batch }) => isZoneKind(kind) && batch.geometry.count > 0)) {
    for (const name of REQUIRED) {
      if (!layerHasField(layer, name)) {
        notes.push({ layer: layer.id, problem: problem('field-missing', { field: name }, { layer: layer.id }) });
      }
    }
  }
  const findings: FindingDraft[] = [];
  for (const { ref, geometry } of ZONE_KINDS.flatMap((kind) => zones[kind].all)) {
    const missing = REQUIRED.filter((name) => layerHasField(ref.layer, name) && field(ref, name) === undefined);
    if (missing.length === 0) continue;
    findings.push(
      draftOwnerless({ ref, at: pointInside(geometry), areaSquareMeters: areaSquareMeters(geometry), missing }),
    );
  }
  return { ...emptyOutcome('zone-ownerless'), findings, notes };
}
