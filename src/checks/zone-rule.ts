/** What rules on single zones have in common: an item is one zone of a kind, by its number. */
import { checkpoint } from '../core/task.ts';
import type { RuleId } from '../model/findings.ts';
import { ZONE_KINDS, type ZoneKind } from '../model/kinds.ts';
import type { Change } from './change.ts';
import type { Rule } from './fast-rule.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { ItemOutcome } from './rule.ts';

export type JudgeZone = (kind: ZoneKind, zone: number) => ItemOutcome | undefined;

const ZONES_PER_TURN = 64;

/** `touched` lists the zones of a kind whose answer a change may have altered. */
export function createZoneRule(
  id: RuleId,
  prepare: (workspace: FastWorkspace) => Promise<JudgeZone> | JudgeZone,
  touched: (change: Change, kind: ZoneKind) => Iterable<number>,
): Rule {
  return {
    id,
    async run(workspace, book, task) {
      const judge = await prepare(workspace);
      for (const kind of ZONE_KINDS) {
        const page = book.page(id, kind);
        for (let zone = 0; zone < workspace.zones[kind].layer.count; zone++) {
          if (zone % ZONES_PER_TURN === 0) await checkpoint(task);
          const outcome = judge(kind, zone);
          if (outcome) page.put(zone, outcome);
        }
      }
    },
    async update(workspace, book, change) {
      const judge = await prepare(workspace);
      for (const kind of ZONE_KINDS) {
        const page = book.page(id, kind);
        for (const zone of touched(change, kind)) page.put(zone, judge(kind, zone));
      }
    },
  };
}
