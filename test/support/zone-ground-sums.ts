/** The ground of zones summed up twice: as the check says, and by GEOS from the document alone. */
import { haveSameOwner } from '../../src/checks/check-input.ts';
import { openFastWorkspace } from '../../src/checks/fast-workspace.ts';
import type { ZoneSet } from '../../src/checks/zone-set.ts';
import type { Result } from '../../src/core/result.ts';
import { compareText, type Subject, subjectKey } from '../../src/core/subject.ts';
import { concatPacked } from '../../src/geo/concat-packed.ts';
import { type Geos, loadGeos } from '../../src/geo/geos.ts';
import type { MetricPolygons } from '../../src/geo/geos-wkb.ts';
import { isTouching, measurePieces } from '../../src/geo/overlay.ts';
import type { PackedLayer } from '../../src/geo/packed-layer.ts';
import { polygonsOf } from '../../src/geo/packed-polygons.ts';
import type { CheckResult, RuleId } from '../../src/model/findings.ts';
import { ZONE_KINDS } from '../../src/model/kinds.ts';
import type { WorkspaceDocument } from '../../src/model/workspace.ts';

/** Square metres, of both kinds of zones together, since the check counts slivers so. */
export interface GroundSums {
  /** Once for each kind that has zones. */
  readonly boundary: number;
  /** What leaf zones cover of it, by GEOS. */
  readonly covered: number;
  /** Findings of any status and slivers, as the check has them; touches by GEOS. */
  readonly gaps: number;
  readonly overlaps: number;
  /** What all pairs of one level and duty with different owners share, by GEOS. */
  readonly shared: number;
  /** The same pair by pair. */
  readonly pairs: ReadonlyMap<string, number>;
}

/** Of two zones in any order. */
export function pairKey(a: Subject, b: Subject): string {
  return [subjectKey(a), subjectKey(b)].sort(compareText).join(' ');
}

/** Opens the document anew; what an open session knows is not looked at. */
export async function measureGround(document: WorkspaceDocument, check: CheckResult): Promise<GroundSums> {
  const geos = must(await loadGeos());
  const workspace = await openFastWorkspace(document, { fillsSources: false });
  const outlines = concatPacked(workspace.layersOfKind('boundary').map(({ packed }) => packed));
  const boundary = must(geos.unionAll(numbersOf(outlines).flatMap((feature) => polygonsOf(outlines, feature))));
  const sums = {
    boundary: 0,
    covered: 0,
    gaps: ruleArea(check, 'zone-gap'),
    overlaps: ruleArea(check, 'zone-overlap'),
  };
  const pairs = new Map<string, number>();
  for (const kind of ZONE_KINDS) {
    const zones = workspace.zones[kind];
    const leaves = numbersOf(zones.layer).filter((zone) => zones.isLeaf[zone] === 1);
    if (leaves.length === 0) continue;
    const union = must(geos.unionAll(leaves.flatMap((zone) => polygonsOf(zones.layer, zone))));
    sums.boundary += area(boundary);
    sums.covered += area(must(geos.intersection(union, boundary)));
    sums.gaps += touches(must(geos.difference(boundary, union)).map((rings) => [rings]));
    for (const [key, pieces] of sharedByPairs(geos, zones)) {
      sums.overlaps += touches([pieces]);
      pairs.set(key, area(pieces));
    }
  }
  return { ...sums, shared: [...pairs.values()].reduce((sum, own) => sum + own, 0), pairs };
}

/** Of open, joint and excepted findings, and of slivers. */
function ruleArea({ findings, summary }: CheckResult, rule: RuleId): number {
  const own = findings.filter((finding) => finding.rule === rule);
  const found = own.reduce((sum, { measures }) => sum + (measures.areaSquareMeters ?? 0), 0);
  return found + (summary.byRule[rule]?.sliverAreaSquareMeters ?? 0);
}

function sharedByPairs(geos: Geos, { layer, traits, refs, subjects }: ZoneSet): [string, MetricPolygons][] {
  const zones = numbersOf(layer);
  return zones.flatMap((a) =>
    zones.flatMap((b): [string, MetricPolygons][] => {
      if (b <= a || boxesApart(layer, a, b) || haveSameOwner(refs[a]!, refs[b]!)) return [];
      if (traits[a]!.level !== traits[b]!.level || traits[a]!.duty !== traits[b]!.duty) return [];
      const pieces = must(geos.intersection(polygonsOf(layer, a), polygonsOf(layer, b)));
      return [[pairKey(subjects[a]!, subjects[b]!), pieces]];
    }),
  );
}

function boxesApart({ boxes }: PackedLayer, a: number, b: number): boolean {
  const [p, q] = [4 * a, 4 * b];
  return (
    boxes[p]! > boxes[q + 2]! ||
    boxes[q]! > boxes[p + 2]! ||
    boxes[p + 1]! > boxes[q + 3]! ||
    boxes[q + 1]! > boxes[p + 3]!
  );
}

const area = (polygons: MetricPolygons) => measurePieces(polygons).areaSquareMeters;
const touches = (pieces: readonly MetricPolygons[]) =>
  pieces.filter((piece) => isTouching(measurePieces(piece))).reduce((sum, piece) => sum + area(piece), 0);

function numbersOf(layer: PackedLayer): number[] {
  return Array.from({ length: layer.count }, (_, feature) => feature).filter((feature) => layer.type[feature]! > 0);
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}
