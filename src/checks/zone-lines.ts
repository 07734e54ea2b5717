/** How many open findings of each rule count for each zone: the lines of `summary.byZone`, kept up one by one. */
import { type Subject, subjectKey } from '../core/subject.ts';
import { RULE_IDS, type RuleId } from '../model/findings.ts';

type Counts = { readonly [rule in RuleId]?: number };

export interface ZoneLines {
  /** A finding of a rule comes or goes. Sources in the same zones should share one list. */
  add(zones: readonly Subject[], rule: RuleId, sign: 1 | -1): void;
  /** In the order of RULE_IDS; the same object as long as nothing changes. */
  countsOf(zone: Subject): Counts;
}

interface Line {
  readonly counts: Map<RuleId, number>;
  shown: Counts | undefined;
}

const NO_COUNTS: Counts = {};

export function createZoneLines(): ZoneLines {
  const lines = new Map<string, Line>();
  /** Found by the object first: most lists are asked for again and again. */
  const linesOfList = new WeakMap<readonly Subject[], readonly Line[]>();
  const lineOfSubject = new WeakMap<Subject, Line>();

  function lineOf(zone: Subject): Line {
    let line = lineOfSubject.get(zone);
    if (line) return line;
    const key = subjectKey(zone);
    line = lines.get(key) ?? { counts: new Map(), shown: undefined };
    lines.set(key, line);
    lineOfSubject.set(zone, line);
    return line;
  }

  function linesOf(zones: readonly Subject[]): readonly Line[] {
    let found = linesOfList.get(zones);
    if (!found) {
      found = zones.map(lineOf);
      linesOfList.set(zones, found);
    }
    return found;
  }

  return {
    add(zones, rule, sign) {
      for (const line of linesOf(zones)) {
        line.counts.set(rule, (line.counts.get(rule) ?? 0) + sign);
        line.shown = undefined;
      }
    },
    countsOf(zone) {
      const line = lineOf(zone);
      line.shown ??= show(line.counts);
      return line.shown;
    },
  };
}

/** Keys in the order of RULE_IDS, so that the written bytes do not depend on which rule ran first. */
function show(counts: ReadonlyMap<RuleId, number>): Counts {
  if (counts.size === 0) return NO_COUNTS;
  const shown: { [rule in RuleId]?: number } = {};
  for (const rule of RULE_IDS) {
    const count = counts.get(rule);
    if (count !== undefined && count > 0) shown[rule] = count;
  }
  return shown;
}
