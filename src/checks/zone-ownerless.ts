/**
 * zone-ownerless: zones without a responsible unit or person. One finding per zone that says which is
 * missing; a field that a whole layer lacks is one note on the layer instead. An item's answer
 * depends on the zone's own fields, and on whether its layer has the field anywhere.
 */
import { problem } from '../core/result.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { LayerNote } from '../model/findings.ts';
import { isZoneKind, ZONE_KINDS } from '../model/kinds.ts';
import { touchesKind } from './change.ts';
import { field, subjectOf } from './check-input.ts';
import { draftOwnerless } from './drafts.ts';
import type { Rule } from './fast-rule.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { FindingBook } from './finding-book.ts';
import { knowsField } from './layer-fields.ts';
import { placeOf } from './place.ts';
import type { PreparedLayer } from './prepare.ts';
import { found, type ItemOutcome, unchecked } from './rule.ts';

const FIELDS = ['owner', 'person'] as const;
type OwnerField = (typeof FIELDS)[number];

export const zoneOwnerless: Rule = {
  id: 'zone-ownerless',
  run(workspace, book) {
    for (const prepared of zoneLayers(workspace)) judgeLayer(workspace, book, prepared, allOf(prepared));
    noteLayers(workspace, book);
  },
  update(workspace, book, change) {
    if (!touchesKind(change, ...ZONE_KINDS)) return;
    const before = JSON.stringify(book.notesOf('zone-ownerless'));
    noteLayers(workspace, book);
    const isSame = JSON.stringify(book.notesOf('zone-ownerless')) === before;
    for (const [prepared, touches] of change.edited) {
      if (!isZoneKind(prepared.source.kind)) continue;
      judgeLayer(workspace, book, prepared, isSame ? touches.keys() : allOf(prepared));
    }
  },
};

function zoneLayers({ layers }: FastWorkspace): PreparedLayer[] {
  return layers.filter(({ source, featureCount }) => isZoneKind(source.kind) && featureCount > 0);
}

function* allOf({ packed }: PreparedLayer): Generator<number> {
  for (let feature = 0; feature < packed.count; feature++) yield feature;
}

function noteLayers(workspace: FastWorkspace, book: FindingBook): void {
  const notes = zoneLayers(workspace).flatMap((prepared) =>
    FIELDS.filter((name) => !knowsField(prepared, name)).map((name): LayerNote => {
      const layer = prepared.source.id;
      return { layer, problem: problem('layer-lacks-field', { field: name }, { layer }) };
    }),
  );
  book.setNotes('zone-ownerless', notes);
}

function judgeLayer(
  workspace: FastWorkspace,
  book: FindingBook,
  prepared: PreparedLayer,
  features: Iterable<number>,
): void {
  const judged = FIELDS.filter((name) => knowsField(prepared, name));
  const page = book.page('zone-ownerless', prepared.source.id);
  for (const feature of features) page.put(feature, judgeZone(workspace, prepared, feature, judged));
}

/** A zone without a usable geometry cannot be pinned on the map and is unchecked. */
function judgeZone(
  { frame }: FastWorkspace,
  prepared: PreparedLayer,
  feature: number,
  judged: readonly OwnerField[],
): ItemOutcome | undefined {
  if (!prepared.isThere(feature)) return undefined;
  const { packed } = prepared;
  const ref = prepared.ref(feature);
  const missing = judged.filter((name) => field(ref, name) === undefined);
  if (missing.length === 0) return undefined;
  if (packed.type[feature] === GeometryType.none) {
    const lacking = problem('zone-without-geometry', { fields: missing.join(',') });
    return unchecked({ rule: 'zone-ownerless', subjects: [subjectOf(ref)], problem: lacking });
  }
  const at = placeOf(frame, packed, feature);
  const geometry = prepared.geometryOf(feature);
  return found({
    ...draftOwnerless({ ref, at, areaSquareMeters: packed.areas[feature]!, missing }),
    ...(geometry && { geometry }),
  });
}
