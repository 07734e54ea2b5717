/**
 * What source-unassigned and source-unpatrolled have in common: dust sources of which the leaf zones
 * of a kind do not cover all but the tolerance.
 */
import type { ZoneKind } from '../model/kinds.ts';
import { type CoverageRule, draftCoverage } from './drafts.ts';
import type { Rule } from './fast-rule.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { placeOf } from './place.ts';
import { found } from './rule.ts';
import type { CoverageColumns } from './source-measures.ts';
import { createSourceMeter, createSourceRule, placed } from './source-rule.ts';
import { type Nearest, weighCoverage } from './weigh-source.ts';
import type { ZoneSet } from './zone-set.ts';

/** Where fractions are equal up to rounding, the source is covered. */
const ROUNDING = 1e-12;

export function createCoverageRule(rule: CoverageRule, kind: ZoneKind): Rule {
  return createSourceRule(rule, (workspace) => {
    const { input } = workspace;
    const zones = workspace.zones[kind];
    const measure = createSourceMeter(workspace);
    const limit = 1 - input.thresholds.coverageTolerance - ROUNDING;
    return (table, source) => {
      const columns = table.coverage[kind];
      const coveredFraction = columns.fraction[source]!;
      // A source without geometry has NaN: it is not judged, and a note says so.
      if (!(coveredFraction < limit)) return undefined;
      const nearest = coveredFraction > 0 ? largestShare(zones, columns, source) : nearestZone(zones, columns, source);
      const measured = measure(table, source);
      return {
        weights: [weighCoverage({ source: measured, coveredFraction, nearest }, input)],
        write() {
          const at = placeOfUncovered(workspace, table.prepared.packed, source, zones, columns);
          return found(draftCoverage(rule, { source: placed(measured, at), coveredFraction, nearest }, input));
        },
      };
    };
  });
}

type Packed = Parameters<typeof placeOf>[1];

function placeOfUncovered(
  { frame }: FastWorkspace,
  packed: Packed,
  source: number,
  zones: ZoneSet,
  { fraction, set }: CoverageColumns,
) {
  if (fraction[source] === 0) return placeOf(frame, packed, source);
  const leaves = zones.sets.zonesOf(set[source]!).filter((zone) => zones.isLeaf[zone] === 1);
  return placeOf(frame, packed, source, zones, leaves);
}

function largestShare({ refs }: ZoneSet, { largest }: CoverageColumns, source: number): Nearest | undefined {
  const ref = refs[largest[source]!];
  return ref && { ref, distanceMeters: 0 };
}

function nearestZone(zones: ZoneSet, { nearest, nearestMeters }: CoverageColumns, source: number): Nearest | undefined {
  const ref = zones.refs[nearest[source]!];
  return ref && { ref, distanceMeters: nearestMeters[source]! };
}
