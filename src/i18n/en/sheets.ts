/** Texts of the area "sheets" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const sheetsTexts = {
  'sheets.districtMap': 'Findings of {{workspace}}',
  'sheets.findingMap': 'Where it lies: {{rule}}',
  'sheets.mapsLeftOut':
    'More than {{count}} slips: the first {{count}} have maps, the others say that they have none; use --rule for fewer at a time.',
  'sheets.title': 'Map sheets',
} as const;
