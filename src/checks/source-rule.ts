/**
 * What all rules on dust sources have in common: an item is one source, judged from its line in the
 * source table and its own fields. The table knows which sources an edit has touched.
 */
import { checkpoint } from '../core/task.ts';
import { GeometryType } from '../geo/geometry-column.ts';
import type { RuleId } from '../model/findings.ts';
import type { MeasuredSource } from './drafts.ts';
import type { Rule } from './fast-rule.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { PreparedLayer } from './prepare.ts';
import type { ItemOutcome } from './rule.ts';
import type { SourceTable } from './source-table.ts';

/** Undefined where there is nothing to say of the source. */
export type JudgeSource = (table: SourceTable, source: number) => ItemOutcome | undefined;

const SOURCES_PER_TURN = 4096;

/** `prepare` is called once per run and update, and gives what judges one source after the other. */
export function createSourceRule(id: RuleId, prepare: (workspace: FastWorkspace) => JudgeSource): Rule {
  return {
    id,
    async run(workspace, book, task) {
      const judge = prepare(workspace);
      for (const table of workspace.sources) {
        const page = book.page(id, table.prepared.source.id);
        for (let source = 0; source < table.prepared.packed.count; source++) {
          if (source % SOURCES_PER_TURN === 0) await checkpoint(task);
          const outcome = judge(table, source);
          if (outcome) page.put(source, outcome);
        }
      }
    },
    update(workspace, book, change) {
      if (change.sources.size === 0) return;
      const judge = prepare(workspace);
      for (const table of workspace.sources) {
        const page = book.page(id, table.prepared.source.id);
        for (const source of change.sources.get(table.prepared) ?? []) page.put(source, judge(table, source));
      }
    },
  };
}

/** The feature with its area or its length, as its type has it. */
export function measureExtent(prepared: PreparedLayer, feature: number): Omit<MeasuredSource, 'at' | 'zones'> {
  const { packed } = prepared;
  const ref = prepared.ref(feature);
  if (packed.type[feature] === GeometryType.polygon) return { ref, areaSquareMeters: packed.areas[feature]! };
  if (packed.type[feature] === GeometryType.line) return { ref, lengthMeters: packed.lengths[feature]! };
  return { ref };
}
