/**
 * A way to settle a conflict, worked out as an edit that has not been made: who gives which ground to
 * whom. Borders that arise are the same points on both sides. What would leave a zone without ground
 * is refused.
 */
import { fail, ok, type Result } from '../../core/result.ts';
import { subjectKey } from '../../core/subject.ts';
import type { MetricPolygons } from '../../geo/geos-wkb.ts';
import { measurePieces } from '../../geo/overlay.ts';
import { polygonsToGeoJson } from '../../geo/packed-polygons.ts';
import type { Sentence } from '../../model/findings.ts';
import type { OpenCheck } from '../check-document.ts';
import { nameOf } from '../check-input.ts';
import type { FastWorkspace } from '../fast-workspace.ts';
import { bordersOf } from './border-lengths.ts';
import { cutByLine, type MetricLine } from './cut-by-line.ts';
import { planOf } from './draft-patch.ts';
import { findCollisions } from './find-collisions.ts';
import { type Conflict, findConflict } from './find-conflict.ts';
import { createGroundDraft, type GroundDraft } from './ground-draft.ts';
import { middleLine } from './middle-line.ts';
import type { FixPlan, FixRequest, GroundMove } from './settle-types.ts';

interface Move {
  readonly ground: MetricPolygons;
  readonly from?: number;
  readonly to?: number;
}

interface Fix {
  readonly label: Sentence;
  readonly moves: readonly Move[];
}

/** Fails with a problem where the finding is gone, or where this cannot be done to it. Never rejects. */
export async function planFix(open: OpenCheck, request: FixRequest): Promise<Result<FixPlan>> {
  const found = await findConflict(open, request.finding);
  if (!found.ok) return found;
  const conflict = found.value;
  const draft = createGroundDraft(conflict.geos, conflict.zones);
  const fix = applyFix(open.workspace, conflict, draft, request);
  if (!fix.ok) return fix;
  const moved = fix.value.moves.flatMap(({ ground }) => ground);
  const joined = draft.joinBorders(moved);
  if (!joined.ok) return joined;
  const moves = fix.value.moves.map((move) => describeMove(open.workspace, conflict, move));
  const collisions = fix.value.moves.flatMap(({ ground, from, to }) =>
    from === undefined && to !== undefined ? findCollisions(conflict.geos, conflict.zones, to, ground) : [],
  );
  const others = collisions.filter(
    ({ zone }) => !conflict.finding.subjects.some((own) => subjectKey(own) === subjectKey(zone)),
  );
  return ok({ ...planOf(open.workspace, draft, fix.value.label, moves, moved), collisions: others });
}

function applyFix(workspace: FastWorkspace, conflict: Conflict, draft: GroundDraft, request: FixRequest): Result<Fix> {
  const { rule } = conflict;
  if (request.fix === 'clip' && rule === 'zone-overlap') return clipOverlap(conflict, draft, request.from);
  if (request.fix === 'clip' && rule === 'zone-escape') return clipToParent(conflict, draft);
  if (request.fix === 'split' && rule === 'zone-overlap') return split(workspace, conflict, draft, request.line);
  if (request.fix === 'merge' && rule === 'zone-gap') {
    const into = partyOf(conflict, request.into);
    return into === undefined ? fail('settle.not-a-party') : mergeInto(conflict, draft, into);
  }
  if (request.fix === 'extend' && rule === 'zone-escape') return extendParent(conflict, draft);
  return fail('settle.does-not-fit', { rule });
}

function partyOf({ parties, zones }: Conflict, subject: { layer: string; feature: string }): number | undefined {
  return parties.find((zone) => subjectKey(zones.subjects[zone]!) === subjectKey(subject));
}

const nameIn = ({ zones }: Conflict, zone: number) => nameOf(zones.refs[zone]!);

function clipOverlap(conflict: Conflict, draft: GroundDraft, subject: { layer: string; feature: string }): Result<Fix> {
  const from = partyOf(conflict, subject);
  const to = conflict.parties.find((zone) => zone !== from);
  if (from === undefined || to === undefined) return fail('settle.not-a-party');
  const left = takeAway(conflict, draft, from, draft.groundOf(to));
  if (!left.ok) return left;
  const params = { name: nameIn(conflict, from), other: nameIn(conflict, to) };
  return ok({ label: { code: 'edit.settle-clip', params }, moves: [{ ground: conflict.ground, from, to }] });
}

function clipToParent(conflict: Conflict, draft: GroundDraft): Result<Fix> {
  const [zone, parent] = conflict.parties as [number, number];
  const inside = conflict.geos.onGrid.intersection(draft.groundOf(zone), draft.groundOf(parent));
  const done = inside.ok ? draft.replace(zone, inside.value) : inside;
  if (!done.ok) return done;
  const params = { name: nameIn(conflict, zone), other: nameIn(conflict, parent) };
  return ok({
    label: { code: 'edit.settle-clip-to-parent', params },
    moves: [{ ground: conflict.ground, from: zone }],
  });
}

function extendParent(conflict: Conflict, draft: GroundDraft): Result<Fix> {
  const [zone, parent] = conflict.parties as [number, number];
  const done = add(conflict, draft, parent, conflict.ground);
  if (!done.ok) return done;
  const params = { name: nameIn(conflict, parent), other: nameIn(conflict, zone) };
  return ok({ label: { code: 'edit.settle-extend', params }, moves: [{ ground: conflict.ground, to: parent }] });
}

function mergeInto(conflict: Conflict, draft: GroundDraft, into: number): Result<Fix> {
  const done = add(conflict, draft, into, conflict.ground);
  if (!done.ok) return done;
  const params = { name: nameIn(conflict, into) };
  return ok({ label: { code: 'edit.settle-merge', params }, moves: [{ ground: conflict.ground, to: into }] });
}

function split(
  { frame }: FastWorkspace,
  conflict: Conflict,
  draft: GroundDraft,
  drawn: readonly (readonly [longitude: number, latitude: number])[] | undefined,
): Result<Fix> {
  const [a, b] = conflict.parties as [number, number];
  const { geos, ground, zones } = conflict;
  const line: MetricLine = drawn
    ? drawn.map(([longitude, latitude]) => {
        const at: [number, number] = [0, 0];
        frame.project(longitude, latitude, at, 0);
        return at;
      })
    : middleLine(ground, bordersOf(zones, ground, [a, b]));
  const halves = cutByLine(geos, ground, line);
  if (!halves.ok) return halves;
  const { left, right } = halves.value;
  for (const [zone, lost] of [
    [a, right],
    [b, left],
  ] as const) {
    const done = takeAway(conflict, draft, zone, lost);
    if (!done.ok) return done;
  }
  const closed = closeSlivers(conflict, draft, a, b);
  if (!closed.ok) return closed;
  const params = { name: nameIn(conflict, a), other: nameIn(conflict, b) };
  return ok({
    label: { code: 'edit.settle-split', params },
    moves: [
      { ground: left, from: b, to: a },
      { ground: right, from: a, to: b },
    ],
  });
}

/**
 * Where a corner of one zone lies a fraction of a millimetre beside the other's edge, what they share
 * there vanishes on the grid and is in neither half: it goes when both have the corner.
 */
function closeSlivers({ geos }: Conflict, draft: GroundDraft, a: number, b: number): Result<void> {
  const left = geos.intersection(draft.groundOf(a), draft.groundOf(b));
  if (!left.ok) return left;
  return left.value.length > 0 ? draft.joinBorders(left.value) : ok(undefined);
}

function takeAway({ geos }: Conflict, draft: GroundDraft, zone: number, ground: MetricPolygons): Result<void> {
  const left = geos.onGrid.difference(draft.groundOf(zone), ground);
  return left.ok ? draft.replace(zone, left.value) : left;
}

function add({ geos }: Conflict, draft: GroundDraft, zone: number, ground: MetricPolygons): Result<void> {
  const joined = geos.onGrid.unionAll([...draft.groundOf(zone), ...ground]);
  return joined.ok ? draft.replace(zone, joined.value) : joined;
}

function describeMove({ frame }: FastWorkspace, { zones }: Conflict, { ground, from, to }: Move): GroundMove {
  return {
    areaSquareMeters: measurePieces(ground).areaSquareMeters,
    geometry: polygonsToGeoJson(ground, frame)!,
    ...(from === undefined ? {} : { from: zones.subjects[from]! }),
    ...(to === undefined ? {} : { to: zones.subjects[to]! }),
  };
}
