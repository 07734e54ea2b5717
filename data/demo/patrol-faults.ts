import { type Planting, subjectOf } from './fault-planting.ts';
import { arcsByLeaf, areaOfPolygons, OUTSIDE, outlineOfLeaves } from './zone-arcs.ts';
import type { PlannedZone } from './zone-records.ts';

const patrolsOf = (planting: Planting): PlannedZone[] => planting.plan.zones.filter((zone) => zone.layer === 'patrols');

export function plantPatrolOverlaps(planting: Planting): void {
  const patrols = patrolsOf(planting);
  const byLeaf = arcsByLeaf(planting.arcs);
  for (const [i, first] of patrols.entries()) {
    for (const second of patrols.slice(i + 1)) {
      if (first.owner === second.owner) continue;
      const shared = new Set([...first.leaves].filter((leaf) => second.leaves.has(leaf)));
      if (shared.size === 0) continue;
      const outline = outlineOfLeaves(shared, byLeaf);
      planting.faults.push({
        rule: 'zone-overlap',
        kind: 'two-squads',
        isSliver: false,
        layerKind: 'patrolZone',
        subjects: [subjectOf(first), subjectOf(second)],
        areaSquareMeters: areaOfPolygons(outline),
        at: outline[0]![0]![0]!,
      });
    }
  }
}

/** Ground in no patrol zone, one fault for each piece that hangs together along a border. */
export function plantPatrolGaps(planting: Planting): void {
  const { plan, arcs } = planting;
  const patrols = patrolsOf(planting);
  const byLeaf = arcsByLeaf(arcs);
  const isFree = (leaf: number) => leaf !== OUTSIDE && !patrols.some((zone) => zone.leaves.has(leaf));
  const seen = new Set<number>();
  for (let start = 0; start <= plan.forgottenLeaf; start++) {
    if (seen.has(start) || !isFree(start) || !byLeaf.has(start)) continue;
    const piece = new Set<number>();
    const edge = new Set<PlannedZone>();
    const stack = [start];
    seen.add(start);
    for (let leaf = stack.pop(); leaf !== undefined; leaf = stack.pop()) {
      piece.add(leaf);
      for (const arc of byLeaf.get(leaf) ?? []) {
        const other = arc.left === leaf ? arc.right : arc.left;
        if (!isFree(other)) for (const zone of patrols) if (zone.leaves.has(other)) edge.add(zone);
        if (!isFree(other) || seen.has(other)) continue;
        seen.add(other);
        stack.push(other);
      }
    }
    const outline = outlineOfLeaves(piece, byLeaf);
    planting.faults.push({
      rule: 'zone-gap',
      kind: 'unpatrolled',
      isSliver: false,
      layerKind: 'patrolZone',
      subjects: patrols.filter((zone) => edge.has(zone)).map(subjectOf),
      areaSquareMeters: areaOfPolygons(outline),
      at: outline[0]![0]![0]!,
    });
  }
}
