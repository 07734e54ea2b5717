/** A comparison of two months as JSON, one change a line, for other programs. */
import { jsonList, roundMeasures } from '../findings-json.ts';
import { roundByName, roundPosition } from '../rounding.ts';
import type { FindingChange, MonthComparison } from './compare-months.ts';
import type { GroupFinding } from './group-findings.ts';
import { type ChangeTally, tallyChanges } from './tally-changes.ts';

/** Pieces of text; findings that stay the same are left out, the tallies count them. O(changes). */
export function* changesJson(comparison: MonthComparison, group: GroupFinding): Generator<string> {
  const { before, after, sameRules, changes } = comparison;
  const head = { format: 'chentu-changes', version: 1, before, after, sameRules };
  yield `${JSON.stringify(head).slice(0, -1)},\n`;
  yield* jsonList('byStreet', tallyChanges(changes, group, 'street'), plainTally);
  yield ',\n';
  yield* jsonList('byOwner', tallyChanges(changes, group, 'owner'), plainTally);
  yield ',\n';
  yield* jsonList(
    'changes',
    changes.filter(({ kind }) => kind !== 'same'),
    (change) => plainChange(change, group),
  );
  yield '}\n';
}

function plainTally({ name, counts, openBefore, openNow, settledFraction }: ChangeTally) {
  const rounded =
    settledFraction === undefined ? {} : { settledFraction: roundByName('settledFraction', settledFraction) };
  return { ...(name === undefined ? {} : { name }), counts, openBefore, openNow, ...rounded };
}

function plainChange({ kind, finding, measure }: FindingChange, group: GroupFinding) {
  const { id, rule, subjects, at, measures } = finding;
  const { street, owners } = group(finding);
  const round = (value: number | undefined) => value !== undefined && measure && roundByName(measure.name, value);
  return {
    kind,
    id,
    rule,
    subjects: subjects.map(({ layer, feature }) => ({ layer, feature })),
    at: roundPosition(at),
    ...(street === undefined ? {} : { street }),
    owners,
    measures: roundMeasures(measures),
    ...(measure ? { measure: measure.name, before: round(measure.before), after: round(measure.after) } : {}),
  };
}
