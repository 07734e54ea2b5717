/**
 * zone-escape: zones that reach out of their parent. A zone's answer depends on itself, on its parent,
 * and on what makes that its parent: the zones of its kind that bear the name in its `parent` field,
 * wherever they lie, and those whose boxes meet its own (within 0 metres); on the names of boundary
 * features for its note alone.
 */
import type { Result } from '../core/result.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { Geos } from '../geo/geos.ts';
import { findInscribedCircle } from '../geo/inscribed-circle.ts';
import { isTouching, measurePieces, subtractFeatures } from '../geo/overlay.ts';
import { polygonsToGeoJson } from '../geo/packed-polygons.ts';
import { createRelater, Relation } from '../geo/relate.ts';
import { ZONE_KINDS, type ZoneKind } from '../model/kinds.ts';
import { touchesKind } from './change.ts';
import { draftEscape, noteUnknownParents, type UnknownParent } from './draft-escape.ts';
import type { Rule } from './fast-rule.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { featuresOf } from './feature-list.ts';
import type { FindingBook } from './finding-book.ts';
import { found, type ItemOutcome, sliver, unchecked } from './rule.ts';
import { isBelow } from './size-limits.ts';
import { boundaryNamesOf, createParentFinder, type ParentFound } from './zone-parents.ts';
import { createZoneRule, type JudgeZone } from './zone-rule.ts';
import { NO_AREA_SQUARE_METERS } from './zone-set.ts';

const RULE = 'zone-escape';
/** Of the zone's area: what a difference of two sums leaves of equal ones. */
const ROUNDING_FRACTION = 1e-12;

const zoneRule = createZoneRule(RULE, prepareJudge, (change, kind) => change.related[kind]);

export const zoneEscape: Rule = {
  id: RULE,
  async run(workspace, book, task) {
    await zoneRule.run(workspace, book, task);
    noteParents(workspace, book);
  },
  async update(workspace, book, change) {
    if (touchesKind(change, ...ZONE_KINDS)) await zoneRule.update(workspace, book, change);
    if (touchesKind(change, 'boundary', ...ZONE_KINDS)) noteParents(workspace, book);
  },
};

/** Names that nothing bears are looked for in all zones: a name is cheap. */
function noteParents(workspace: FastWorkspace, book: FindingBook): void {
  const boundaryNames = boundaryNamesOf(workspace.layersOfKind('boundary').map(featuresOf));
  const unknown: UnknownParent[] = [];
  for (const kind of ZONE_KINDS) {
    const { layer, traits, leafFinder, refs, numbers } = workspace.zones[kind];
    for (let zone = 0; zone < layer.count; zone++) {
      const name = traits[zone]!.parent;
      if (name === undefined || boundaryNames.has(name) || leafFinder.parentOf(zone) !== undefined) continue;
      unknown.push({ zone: refs[zone]!, row: numbers.rowOf(zone), name });
    }
  }
  book.setNotes(RULE, noteUnknownParents(unknown));
}

async function prepareJudge(workspace: FastWorkspace): Promise<JudgeZone> {
  const geos = await workspace.geos();
  const relater = createRelater();
  const noNames = new Set<string>();
  const parentOf = Object.fromEntries(
    ZONE_KINDS.map((kind) => {
      const { traits, leafFinder, around, holdsMost, layer } = workspace.zones[kind];
      const aroundWithArea = (zone: number) =>
        around(zone).filter((other) => layer.type[other] === GeometryType.polygon);
      return [kind, createParentFinder(traits, leafFinder.parentOf, noNames, aroundWithArea, holdsMost)];
    }),
  ) as Record<ZoneKind, (zone: number) => ParentFound>;
  return (kind, zone) => {
    const zones = workspace.zones[kind];
    const { layer } = zones;
    if (layer.type[zone] !== GeometryType.polygon) return undefined;
    const answer = parentOf[kind](zone);
    const { parent } = answer;
    if (parent === undefined || relater.relate(layer, zone, zones, parent) === Relation.inside) return undefined;
    const whole = layer.areas[zone]!;
    const outside = whole - zones.sharedArea(zone, parent);
    if (outside <= NO_AREA_SQUARE_METERS + ROUNDING_FRACTION * whole) return undefined;
    return judgeGround(workspace, kind, zone, { ...answer, parent }, outside, geos);
  };
}

/** The area is ours; the shape is built for its width, its place and the map. */
function judgeGround(
  { frame, input, zones }: FastWorkspace,
  kind: ZoneKind,
  zone: number,
  { parent, by }: ParentFound & { readonly parent: number },
  areaSquareMeters: number,
  geos: Result<Geos>,
): ItemOutcome | undefined {
  const { thresholds } = input;
  const { layer, refs, subjects } = zones[kind];
  const pieces = geos.ok ? subtractFeatures(geos.value, layer, zone, layer, [parent]) : geos;
  if (!pieces.ok) {
    const pair = [subjects[zone]!, subjects[parent]!];
    return unchecked({ rule: RULE, subjects: pair, problem: pieces.problem });
  }
  if (isTouching(measurePieces(pieces.value))) return undefined;
  const isSmall = isBelow(areaSquareMeters, thresholds.minOverlapAreaSquareMeters);
  const circle = isSmall ? undefined : findInscribedCircle(pieces.value, thresholds.sliverWidthMeters / 2);
  const geometry = circle && polygonsToGeoJson(pieces.value, frame);
  if (!circle || !geometry) return sliver(areaSquareMeters);
  const measured = {
    zone: refs[zone]!,
    zoneAreaSquareMeters: layer.areas[zone]!,
    parent: refs[parent]!,
    by,
    at: frame.unproject(circle.x, circle.y),
    areaSquareMeters,
    widthMeters: 2 * circle.radiusMeters,
    geometry,
  };
  return found(draftEscape(measured, thresholds));
}
