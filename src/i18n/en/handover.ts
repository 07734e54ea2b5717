/** Texts of the area "handover" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const handoverTexts = {
  'handover.title': 'Briefing to hand on',
} as const;
