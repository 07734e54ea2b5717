/** Texts of the area "months" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const monthsTexts = {
  'months.changes': 'Changes since the month before',
  'months.by.street': 'Streets',
  'months.by.owner': 'Units',
  'months.all': 'All',
  'months.none.street': '(in no street)',
  'months.none.owner': '(no unit named)',
  'months.counting': 'How it was counted',
  'months.compared': 'Compared: {{before}} and {{after}}.',
  'months.rules.same': 'Both months were judged by one rule pack: {{after}}.',
  'months.rules.different':
    'The months were judged by different rule packs (before: {{before}}, now: {{after}}). Some changes may be those of the rules: look at them before publishing.',
  'months.change.reopened': 'Back again',
  'months.change.new': 'New',
  'months.change.worse': 'Worse',
  'months.change.same': 'Same',
  'months.change.better': 'Better',
  'months.change.excepted': 'Excepted or joint',
  'months.change.settled': 'Settled',
  'months.counting.open': 'Only open findings are counted; exceptions and joint duties are not open.',
  'months.counting.screening': 'The sources of hotspots are a screening and not compared.',
  'months.counting.same':
    'A measure that changes by at most 1% (and by at most 1 m² or 1 m where that is more) is the same. A proposal of Chentu; no rule prescribes it.',
  'months.counting.settled': 'A finding of the month before that the check no longer finds is settled.',
  'months.counting.excepted':
    'A finding that was open and is now an exception or a joint duty stands apart: it is not settled and does not enter the settled share.',
  'months.counting.reopened':
    'A finding that was not there the month before, but in an earlier month or as an exception, is back again.',
  'months.counting.place':
    'Gaps, unswept stretches and routes swept twice are known by their place: those of one rule and the same subjects are one where they lie within their own size of each other.',
  'months.counting.units': 'A finding of two units counts for each, so that units may add up to more than all.',
  'months.counting.street': 'A finding belongs to the street-level responsibility zone in which its place lies.',
  'months.counting.fraction': 'Settled share = settled ÷ (open before − excepted or joint).',
  'column.after': 'This month',
  'column.before': 'Month before',
  'column.change': 'Change',
  'column.countingRule': 'Counting rule',
  'column.measure': 'Measure',
  'column.openBefore': 'Open before',
  'column.openNow': 'Open now',
  'column.owner': 'Unit',
  'column.settledFraction': 'Settled share',
  'column.street': 'Street',
  'problem.snapshot-not-json':
    'The snapshot of the month is no valid JSON. Write findings.json again with chentu check.',
  'problem.snapshot-not-findings':
    'The file holds no findings of Chentu (findings.json). Choose one that chentu check has written.',
  'problem.snapshot-newer-version':
    'The snapshot of the month has version {{version}}, which is newer than this program. Update Chentu and read it again.',
  'problem.snapshot-findings-left-out':
    '{{count}} findings of the snapshot are incomplete or of an unknown rule and were not compared.',
};
