/**
 * What an edit has touched, as the rules ask for it when they judge again. Everything named here is
 * in its new state already.
 */
import type { ZoneKind } from '../model/kinds.ts';
import type { PreparedLayer } from './prepare.ts';
import type { Touch } from './touch.ts';

export interface Change {
  /** Edited features by layer. */
  readonly edited: ReadonlyMap<PreparedLayer, ReadonlyMap<number, Touch>>;
  /** Zones by their numbers: edited ones, and those that became leaves or are none any more. */
  readonly zones: Readonly<Record<ZoneKind, ReadonlyMap<number, Touch>>>;
  /** Zones whose place among the others may have changed: their parents, their children, those around them. */
  readonly related: Readonly<Record<ZoneKind, ReadonlySet<number>>>;
  /** Sweeping routes by their numbers. */
  readonly routes: ReadonlyMap<number, Touch>;
  /** Sources whose findings may read differently: edited, measured anew, or next to an edited zone or route. */
  readonly sources: ReadonlyMap<PreparedLayer, ReadonlySet<number>>;
}

/** Edited features of a kind, layer by layer. */
export function* editedOfKind(
  { edited }: Change,
  kind: string,
): Generator<[prepared: PreparedLayer, touches: ReadonlyMap<number, Touch>]> {
  for (const [prepared, touches] of edited) if (prepared.source.kind === kind) yield [prepared, touches];
}

/** Whether any feature of these kinds was edited. */
export function touchesKind({ edited }: Change, ...kinds: readonly string[]): boolean {
  return [...edited.keys()].some(({ source }) => kinds.includes(source.kind));
}
