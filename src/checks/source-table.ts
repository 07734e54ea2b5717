/**
 * Every dust source's measures, kept while the workspace is open: filled once, then measured again
 * only where an edit may have changed them. What the rules on sources draw their findings from.
 */
import { checkpoint, type Task } from '../core/task.ts';
import { ZONE_KINDS, type ZoneKind } from '../model/kinds.ts';
import type { PreparedLayer } from './prepare.ts';
import type { RouteSet } from './route-set.ts';
import {
  type CoverageColumns,
  createCoverageColumns,
  createCoverageMeasure,
  createSweepingColumns,
  createSweepingMeasure,
  type SweepingColumns,
} from './source-measures.ts';
import type { ZoneSet } from './zone-set.ts';

export interface SourceTable {
  readonly prepared: PreparedLayer;
  readonly coverage: Readonly<Record<ZoneKind, CoverageColumns>>;
  readonly sweeping: SweepingColumns;
  /** Bare soil of which nobody knows since when. */
  readonly undated: Set<number>;
}

export interface SourceGrounds {
  readonly zones: Readonly<Record<ZoneKind, ZoneSet>>;
  readonly routes: RouteSet;
  readonly sweepingLimitMeters: number;
}

export function createSourceTable(prepared: PreparedLayer): SourceTable {
  const { count } = prepared.packed;
  return {
    prepared,
    coverage: { responsibilityZone: createCoverageColumns(count), patrolZone: createCoverageColumns(count) },
    sweeping: createSweepingColumns(count),
    undated: new Set(),
  };
}

const SOURCES_PER_TURN = 4096;

/** Fills the tables on this thread, neighbour by neighbour, so that what one source needs is still at hand for the next. */
export async function fillInline(tables: readonly SourceTable[], grounds: SourceGrounds, task: Task): Promise<void> {
  for (const [done, table] of tables.entries()) {
    task.onProgress?.({ stage: 'measure', done, total: tables.length, detail: table.prepared.source.title });
    const measures = createMeasures(table, grounds);
    const { order } = table.prepared.index;
    for (let at = 0; at < order.length; at++) {
      if (at % SOURCES_PER_TURN === 0) await checkpoint(task);
      for (const measure of measures) measure(order[at]!);
    }
  }
}

/** One for the zones of each kind, one for the routes. */
export function createMeasures(table: SourceTable, grounds: SourceGrounds): ((source: number) => void)[] {
  const { packed } = table.prepared;
  return [
    ...ZONE_KINDS.map((kind) => createCoverageMeasure(packed, grounds.zones[kind], table.coverage[kind])),
    createSweepingMeasure(packed, grounds.routes, grounds.sweepingLimitMeters, table.sweeping),
  ];
}
