/**
 * What source-unassigned and source-unpatrolled have in common: dust sources of which the leaf zones
 * of a kind do not cover all but the tolerance.
 */

import type { Subject } from '../core/subject.ts';
import { checkpoint, type Task } from '../core/task.ts';
import { findNearest } from '../geo/distance.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import { ZONE_KINDS, type ZoneKind } from '../model/kinds.ts';
import {
  type CoverageRule,
  draftCoverage,
  type MeasuredSource,
  NEAREST_ZONE_REACH_METERS,
  type Nearest,
} from './drafts.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import { placeOf } from './place.ts';
import type { PreparedLayer } from './prepare.ts';
import { emptyOutcome, type FindingDraft, type RuleOutcome } from './rule.ts';
import type { SourceCoverage } from './source-coverage.ts';
import type { ZoneSet } from './zone-set.ts';

const SOURCES_PER_TURN = 4096;

/** Where fractions are equal up to rounding, the source is covered. */
const ROUNDING = 1e-12;

export async function checkCoverage(
  workspace: FastWorkspace,
  rule: CoverageRule,
  kind: ZoneKind,
  task: Task,
): Promise<RuleOutcome> {
  const { thresholds } = workspace.input;
  const zones = workspace.zones[kind];
  const findings: FindingDraft[] = [];
  for (const source of workspace.sources) {
    const { packed } = source;
    const coverage = await workspace.coverage(source, kind, task);
    const zonesOf = await createZonesOf(workspace, source, task);
    for (let index = 0; index < packed.count; index++) {
      if (index % SOURCES_PER_TURN === 0) await checkpoint(task);
      const coveredFraction = coverage.coveredFraction[index]!;
      // A source without geometry has NaN: it is not judged, and a note says so.
      if (!(coveredFraction < 1 - thresholds.coverageTolerance - ROUNDING)) continue;
      const covers = coveredFraction > 0 ? leavesOf(coverage, index) : [];
      findings.push(
        draftCoverage(
          rule,
          {
            ...measureExtent(source, index),
            at: placeOf(workspace.frame, packed, index, zones, covers),
            zones: zonesOf(index),
            coveredFraction,
            nearest: coveredFraction > 0 ? largestShare(coverage, index) : nearestZone(zones, source, index),
          },
          workspace.input,
        ),
      );
    }
  }
  return { ...emptyOutcome(rule), findings };
}

/** Zones of both kinds and any level that have a part of a source. */
export async function createZonesOf(
  workspace: FastWorkspace,
  source: PreparedLayer,
  task: Task,
): Promise<(index: number) => readonly Subject[]> {
  const tables: SourceCoverage[] = [];
  for (const kind of ZONE_KINDS) {
    if (workspace.zones[kind].layer.count > 0) tables.push(await workspace.coverage(source, kind, task));
  }
  return (index) => {
    const subjects: Subject[] = [];
    for (const { zones, zoneStart, zonesOfSource } of tables) {
      for (let k = zoneStart[index]!; k < zoneStart[index + 1]!; k++) subjects.push(zones.subjects[zonesOfSource[k]!]!);
    }
    return subjects;
  };
}

/** The feature with its area or its length, as its type has it. */
export function measureExtent({ source, packed }: PreparedLayer, index: number): Omit<MeasuredSource, 'at' | 'zones'> {
  const ref = { layer: source, index };
  if (packed.type[index] === GeometryType.polygon) return { ref, areaSquareMeters: packed.areas[index]! };
  if (packed.type[index] === GeometryType.line) return { ref, lengthMeters: packed.lengths[index]! };
  return { ref };
}

function leavesOf({ zones, zoneStart, zonesOfSource }: SourceCoverage, index: number): number[] {
  return Array.from(zonesOfSource.subarray(zoneStart[index]!, zoneStart[index + 1]!)).filter(
    (zone) => zones.isLeaf[zone] === 1,
  );
}

function largestShare({ zones, largestShare: largest }: SourceCoverage, index: number): Nearest | undefined {
  const ref = zones.refs[largest[index]!];
  return ref && { ref, distanceMeters: 0 };
}

function nearestZone(zones: ZoneSet, { packed }: PreparedLayer, index: number): Nearest | undefined {
  const found = findNearest(packed, index, zones.leafOutlines, NEAREST_ZONE_REACH_METERS);
  const ref = zones.refs[found.feature];
  return ref && { ref, distanceMeters: found.distanceMeters };
}
