/** Texts of the area "monthly" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const monthlyTexts = {
  'monthly.title': 'Month against month',
  'app.threshold.commendSettledFraction': 'Commendation: share settled',
  'app.threshold.commendMinSettled': 'Commendation: least settled',
  'app.threshold.commendMaxReopened': 'Commendation: most re-opened',
  'app.threshold.circulateIncreaseFraction': 'Notice of criticism: increase',
  'app.threshold.circulateMinOpenBefore': 'Notice of criticism: least open before',
  'app.threshold.circulateReopened': 'Notice of criticism: re-opened',
  'app.threshold.talkOverdueDays': 'Talk: days overdue',
  'app.threshold.talkLastMonths': 'Talk: months in last place',
  'app.threshold.superviseOverdueDays': 'Supervision: days overdue',
  'app.threshold.superviseReopenedSquareMeters': 'Supervision: area re-opened',
  'app.threshold.unit.d': 'days',
  'rulepack.group.notices': 'Monthly proposals',
  'edit.month-kept': 'Kept the findings of {{month}}',
  'edit.month-imported': 'Imported the findings of {{month}}',
  'edit.month-removed': 'Removed the findings of {{month}}',
  'edit.notice-decided': 'Decided: {{name}}',
  'edit.notice-withdrawn': 'Withdrew the decision: {{name}}',
  'cli.report.notices': '{{count}} proposed notices (by the district’s own values; a person decides), see notices.csv.',
  'cli.report.notices_one':
    '{{count}} proposed notice (by the district’s own values; a person decides), see notices.csv.',
} as const;
