/**
 * What all rules on dust sources have in common: an item is one source, judged from its line in the
 * source table and its own fields. The table knows which sources an edit has touched.
 */
import { checkpoint } from '../core/task.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { RuleId } from '../model/findings.ts';
import type { LonLat } from '../model/lon-lat.ts';
import { subjectOf } from './check-input.ts';
import type { PlacedSource } from './drafts.ts';
import type { Rule } from './fast-rule.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { FindingBook } from './finding-book.ts';
import type { Verdict } from './rule.ts';
import type { SourceTable } from './source-table.ts';
import { createStationExposure } from './station-exposure.ts';
import type { MeasuredSource } from './weigh-source.ts';

/** Undefined where there is nothing to say of the source. */
export type JudgeSource = (table: SourceTable, source: number) => Verdict | undefined;

const SOURCES_PER_TURN = 4096;

interface SourceRuleOptions {
  /** Whether a source may have several findings, told apart by more than the source. */
  readonly hasSeveral?: boolean;
  /** Called after each run and update. */
  readonly conclude?: (workspace: FastWorkspace, book: FindingBook) => void;
}

/** `prepare` is called once per run and update, and gives what judges one source after the other. */
export function createSourceRule(
  id: RuleId,
  prepare: (workspace: FastWorkspace) => JudgeSource,
  { hasSeveral = false, conclude = () => {} }: SourceRuleOptions = {},
): Rule {
  return {
    id,
    async run(workspace, book, task) {
      const judge = prepare(workspace);
      for (const table of workspace.sources) {
        const { ref, source: layer } = table.prepared;
        const page = book.page(id, layer.id, {
          judge: (source) => judge(table, source),
          ...(!hasSeveral && { subjectOf: (source: number) => subjectOf(ref(source)) }),
        });
        for (let source = 0; source < table.prepared.packed.count; source++) {
          if (source % SOURCES_PER_TURN === 0) await checkpoint(task);
          const verdict = judge(table, source);
          if (verdict) page.judge(source, verdict);
        }
      }
      conclude(workspace, book);
    },
    update(workspace, book, change) {
      if (change.sources.size === 0) return;
      const judge = prepare(workspace);
      for (const table of workspace.sources) {
        const page = book.page(id, table.prepared.source.id);
        for (const source of change.sources.get(table.prepared) ?? []) page.judge(source, judge(table, source));
      }
      conclude(workspace, book);
    },
  };
}

/** The feature with its area or its length, as its type has it, its zones, and the station that it may reach. */
export function createSourceMeter(workspace: FastWorkspace): (table: SourceTable, source: number) => MeasuredSource {
  const { of: exposureOf } = createStationExposure(workspace);
  return (table, source) => {
    const { packed, ref } = table.prepared;
    const type = packed.type[source];
    // Written out, field by field: there may be a hundred thousand of these.
    return {
      ref: ref(source),
      areaSquareMeters: type === GeometryType.polygon ? packed.areas[source]! : undefined,
      lengthMeters: type === GeometryType.line ? packed.lengths[source]! : undefined,
      zones: workspace.zonesOf(table, source),
      exposure: exposureOf(packed, source),
    };
  };
}

/** The source with the place where its finding is pinned. */
export function placed(
  { ref, areaSquareMeters, lengthMeters, exposure, zones }: MeasuredSource,
  at: LonLat,
): PlacedSource {
  return { ref, at, areaSquareMeters, lengthMeters, exposure, zones };
}
