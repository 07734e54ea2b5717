/** Texts of the area "boards" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const boardsTexts = {
  'boards.number.sources': 'Dust sources',
  'boards.number.zones': 'Responsibility and patrol zones',
  'boards.number.boundaryAreaSquareMeters': 'Ground within the boundary',
  'boards.number.uncoveredAreaSquareMeters': 'Ground in no responsibility zone',
  'boards.number.layer': '{{name}}',
  'boards.number.things': '{{count}}',
  'boards.number.unknown': '—',
  'boards.title': 'Ready briefing',
} as const;
