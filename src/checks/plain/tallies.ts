/** The sums of the summary that belong to no single rule. */
import { ZONE_KINDS } from '../../model/kinds.ts';
import { subjectOf } from '../check-input.ts';
import type { Tallies } from '../rule.ts';
import type { AssessedSource } from './assess-sources.ts';
import { areaSquareMeters } from './ellipsoid-measures.ts';
import type { PlainWorkspace } from './plain-workspace.ts';
import type { UncoveredByKind } from './zone-gap.ts';

export function buildTallies(
  workspace: PlainWorkspace,
  sources: readonly AssessedSource[],
  uncovered: UncoveredByKind,
): Tallies {
  const { zones } = workspace;
  const ground = uncovered.responsibilityZone;
  const isKnown = 'pieces' in ground && ground.boundary !== null;
  return {
    sources: sources.length,
    zones: ZONE_KINDS.reduce((sum, kind) => sum + zones[kind].all.length, 0),
    boundaryAreaSquareMeters: isKnown ? areaSquareMeters(ground.boundary) : 0,
    uncoveredAreaSquareMeters: isKnown ? ground.pieces.reduce((sum, piece) => sum + areaSquareMeters(piece), 0) : 0,
    byZone: ZONE_KINDS.flatMap((kind) =>
      zones[kind].all.map((zone) => {
        const inside = sources.filter((source) => source.zones.includes(zone));
        return {
          zone: subjectOf(zone.ref),
          sources: inside.length,
          uncoveredAreaSquareMeters: inside.reduce((sum, { areaSquareMeters: area = 0, covered }) => {
            const fraction = covered[kind];
            return sum + (fraction.ok ? area * (1 - fraction.value) : 0);
          }, 0),
        };
      }),
    ),
  };
}
