/**
 * zone-overlap: two zones of one kind, level and duty with different owners that share ground. One
 * finding per pair. Touching is not overlapping; what is too small or too thin is counted as a sliver.
 */

import type { Result } from '../core/result.ts';
import { checkpoint, type Task } from '../core/task.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { Geos } from '../geo/geos.ts';
import { findInscribedCircle } from '../geo/inscribed-circle.ts';
import { intersectPair, isTouching, measurePieces } from '../geo/overlay.ts';
import { polygonsToGeoJson } from '../geo/packed-polygons.ts';
import type { Unchecked } from '../model/findings.ts';
import { ZONE_KINDS } from '../model/kinds.ts';
import { haveSameOwner } from './check-input.ts';
import { draftOverlap } from './drafts.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from './rule.ts';
import { isBelow } from './size-limits.ts';
import { NO_AREA_SQUARE_METERS, type ZoneSet } from './zone-set.ts';

const ZONES_PER_TURN = 64;

export async function checkZoneOverlap(workspace: FastWorkspace, task: Task): Promise<RuleOutcome> {
  const found = { findings: [] as FindingDraft[], unchecked: [] as Unchecked[], slivers: 0, sliverAreaSquareMeters: 0 };
  for (const kind of ZONE_KINDS) {
    const zones = workspace.zones[kind];
    for (let a = 0; a < zones.layer.count; a++) {
      if (a % ZONES_PER_TURN === 0) await checkpoint(task);
      for (const b of zones.around(a)) {
        if (b < a || !mayNotShareGround(zones, a, b)) continue;
        const area = zones.sharedArea(a, b);
        if (area <= NO_AREA_SQUARE_METERS) continue;
        judgePair(workspace, zones, a, b, area, await workspace.geos(), found);
      }
    }
  }
  return { ...emptyOutcome('zone-overlap'), ...found };
}

function mayNotShareGround({ layer, refs, traits }: ZoneSet, a: number, b: number): boolean {
  if (layer.type[a] !== GeometryType.polygon || layer.type[b] !== GeometryType.polygon) return false;
  const [p, q] = [traits[a]!, traits[b]!];
  return p.level === q.level && p.duty === q.duty && !haveSameOwner(refs[a]!, refs[b]!);
}

interface Found {
  readonly findings: FindingDraft[];
  readonly unchecked: Unchecked[];
  slivers: number;
  sliverAreaSquareMeters: number;
}

/** The area is ours; the shape is built for its width, its place and the map. */
function judgePair(
  { frame, input }: FastWorkspace,
  zones: ZoneSet,
  a: number,
  b: number,
  areaSquareMeters: number,
  geos: Result<Geos>,
  found: Found,
): void {
  const { thresholds } = input;
  const pieces = geos.ok ? intersectPair(geos.value, zones.layer, a, b) : geos;
  if (!pieces.ok) {
    found.unchecked.push({
      rule: 'zone-overlap',
      subjects: [zones.subjects[a]!, zones.subjects[b]!],
      problem: pieces.problem,
    });
    return;
  }
  if (isTouching(measurePieces(pieces.value))) return;
  const isSmall = isBelow(areaSquareMeters, thresholds.minOverlapAreaSquareMeters);
  const circle = isSmall ? undefined : findInscribedCircle(pieces.value, thresholds.sliverWidthMeters / 2);
  const geometry = circle && polygonsToGeoJson(pieces.value, frame);
  if (!circle || !geometry) {
    found.slivers++;
    found.sliverAreaSquareMeters += areaSquareMeters;
    return;
  }
  found.findings.push(
    draftOverlap(
      {
        a: zones.refs[a]!,
        b: zones.refs[b]!,
        at: frame.unproject(circle.x, circle.y),
        areaSquareMeters,
        widthMeters: 2 * circle.radiusMeters,
        geometry,
      },
      thresholds,
    ),
  );
}
