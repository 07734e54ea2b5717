/**
 * zone-escape: zones that reach out of their parent. A zone's answer depends on itself, on its parent,
 * and on what makes that its parent: the zones of its kind that bear the name in its `parent` field,
 * wherever they lie, and those whose boxes meet its own (within 0 metres); on the names of boundary
 * features for its note alone.
 */
import type { Result } from '../core/result.ts';
import { checkpoint, type Task } from '../core/task.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { Geos } from '../geo/geos.ts';
import { findInscribedCircle } from '../geo/inscribed-circle.ts';
import { isTouching, measurePieces, subtractFeatures } from '../geo/overlay.ts';
import { polygonsToGeoJson } from '../geo/packed-polygons.ts';
import { createRelater, Relation } from '../geo/relate.ts';
import type { Unchecked } from '../model/findings.ts';
import { ZONE_KINDS, type ZoneKind } from '../model/kinds.ts';
import { draftEscape, noteUnknownParents, type UnknownParent } from './draft-escape.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from './rule.ts';
import { isBelow } from './size-limits.ts';
import { boundaryNamesOf, createParentFinder, type ParentFound } from './zone-parents.ts';
import { createHoldsMost, NO_AREA_SQUARE_METERS } from './zone-set.ts';

const ZONES_PER_TURN = 64;
/** Of the zone's area: what a difference of two sums leaves of equal ones. */
const ROUNDING_FRACTION = 1e-12;

export async function checkZoneEscape(workspace: FastWorkspace, task: Task): Promise<RuleOutcome> {
  const findings: FindingDraft[] = [];
  const unchecked: Unchecked[] = [];
  const unknown: UnknownParent[] = [];
  let slivers = 0;
  let sliverAreaSquareMeters = 0;
  const geos = await workspace.geos();
  for (const kind of ZONE_KINDS) {
    const { layer, refs } = workspace.zones[kind];
    const judge = createEscapeJudge(workspace, kind, geos);
    for (let zone = 0; zone < layer.count; zone++) {
      if (zone % ZONES_PER_TURN === 0) await checkpoint(task);
      const answer = judge(zone);
      if (answer.unknownName !== undefined) unknown.push({ zone: refs[zone]!, name: answer.unknownName });
      if (answer.finding) findings.push(answer.finding);
      if (answer.unchecked) unchecked.push(answer.unchecked);
      if (answer.sliverAreaSquareMeters === undefined) continue;
      slivers++;
      sliverAreaSquareMeters += answer.sliverAreaSquareMeters;
    }
  }
  return {
    ...emptyOutcome('zone-escape'),
    findings,
    unchecked,
    notes: noteUnknownParents(unknown),
    slivers,
    sliverAreaSquareMeters,
  };
}

export interface EscapeAnswer {
  readonly finding?: FindingDraft;
  readonly unchecked?: Unchecked;
  /** There where what lies outside is too small or too thin for a finding. */
  readonly sliverAreaSquareMeters?: number;
  readonly unknownName?: string;
}

/** Judges one zone of a kind: O(zones around it), an area and, where it reaches out, a shape. */
export function createEscapeJudge(
  workspace: FastWorkspace,
  kind: ZoneKind,
  geos: Result<Geos>,
): (zone: number) => EscapeAnswer {
  const zones = workspace.zones[kind];
  const { layer, traits, around, sharedArea } = zones;
  const relater = createRelater();
  const hasArea = (zone: number) => layer.type[zone] === GeometryType.polygon;
  const parentOf = createParentFinder(
    // A zone without ground cannot hold another: its name counts as unknown.
    traits.map((zone, index) => (hasArea(index) ? zone : { ...zone, names: [] })),
    boundaryNamesOf(workspace.input),
    (zone) => around(zone).filter(hasArea),
    createHoldsMost(zones, sharedArea),
  );
  return (zone) => {
    if (!hasArea(zone)) return {};
    const found = parentOf(zone);
    const note = found.unknownName === undefined ? {} : { unknownName: found.unknownName };
    const { parent } = found;
    if (parent === undefined) return note;
    if (relater.relate(layer, zone, zones, parent) === Relation.inside) return note;
    const whole = layer.areas[zone]!;
    const outside = whole - sharedArea(zone, parent);
    if (outside <= NO_AREA_SQUARE_METERS + ROUNDING_FRACTION * whole) return note;
    return { ...note, ...judgeGround(workspace, kind, zone, { ...found, parent }, outside, geos) };
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
): EscapeAnswer {
  const { thresholds } = input;
  const { layer, refs, subjects } = zones[kind];
  const pieces = geos.ok ? subtractFeatures(geos.value, layer, zone, layer, [parent]) : geos;
  if (!pieces.ok) {
    const pair = [subjects[zone]!, subjects[parent]!];
    return { unchecked: { rule: 'zone-escape', subjects: pair, problem: pieces.problem } };
  }
  if (isTouching(measurePieces(pieces.value))) return {};
  const isSmall = isBelow(areaSquareMeters, thresholds.minOverlapAreaSquareMeters);
  const circle = isSmall ? undefined : findInscribedCircle(pieces.value, thresholds.sliverWidthMeters / 2);
  const geometry = circle && polygonsToGeoJson(pieces.value, frame);
  if (!circle || !geometry) return { sliverAreaSquareMeters: areaSquareMeters };
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
  return { finding: draftEscape(measured, thresholds) };
}
