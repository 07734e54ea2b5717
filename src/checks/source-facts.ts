/**
 * What a probe adds up for each source, and whether the source still waits for a zone: worked out
 * when a probe first meets it and remembered until the next edit, since a hand that drags a zone
 * meets the same thousands of sources with every movement.
 */
import { GeometryType } from '../geo/geometry-column.ts';
import type { ZoneKind } from '../model/kinds.ts';
import type { OpenCheck } from './check-document.ts';
import { field } from './check-input.ts';
import type { SourceTable } from './source-table.ts';
import { estimatePm10 } from './weigh-source.ts';

export interface SourceFacts {
  /** t/a of PM10, 0 and 0 where none can be defended. */
  readonly lowTonnes: Float64Array;
  readonly highTonnes: Float64Array;
  /** Bare soil that is neither netted nor greened nor hardened. */
  isUntreatedSoil(source: number): boolean;
  /** Whether an open finding says that no zone of the kind has it. */
  isWaiting(source: number): boolean;
  /** Before the others are read. O(1). */
  learn(source: number): void;
}

const KNOWN = 1;
const UNTREATED = 2;
const WAITING = 4;
const TREATED: ReadonlySet<string> = new Set(['netted', 'greened', 'hardened']);

/** Of the sources of one layer, as zones of one kind would take them in. O(sources) memory at the first call after an edit. */
export function factsOf(open: OpenCheck, table: SourceTable, kind: ZoneKind): SourceFacts {
  const { id } = table.prepared.source;
  return open.workspace.memo.of(`facts of ${kind} ${id}`, [], () => createSourceFacts(open, table, kind));
}

function createSourceFacts({ workspace, book }: OpenCheck, table: SourceTable, kind: ZoneKind): SourceFacts {
  const { packed, ref, source: layer } = table.prepared;
  const page = book.page(kind === 'patrolZone' ? 'source-unpatrolled' : 'source-unassigned', layer.id);
  // Before the first patrol zone there are no findings of its rule, and every source is one in waiting.
  const isFirst = workspace.zones[kind].layer.count === 0;
  const known = new Uint8Array(packed.count);
  const lowTonnes = new Float64Array(packed.count);
  const highTonnes = new Float64Array(packed.count);

  function learn(source: number): void {
    if (known[source] !== 0) return;
    const its = ref(source);
    const areaSquareMeters = packed.type[source] === GeometryType.polygon ? packed.areas[source] : undefined;
    [lowTonnes[source], highTonnes[source]] = estimatePm10(its, areaSquareMeters, workspace.input) ?? [0, 0];
    const isUntreated = layer.kind === 'bareSoil' && !TREATED.has(field(its, 'status') ?? '');
    const isWaiting = isFirst || page.findingOf(source)?.status === 'open';
    known[source] = KNOWN | (isUntreated ? UNTREATED : 0) | (isWaiting ? WAITING : 0);
  }

  return {
    lowTonnes,
    highTonnes,
    isUntreatedSoil: (source) => (known[source]! & UNTREATED) !== 0,
    isWaiting: (source) => (known[source]! & WAITING) !== 0,
    learn,
  };
}
