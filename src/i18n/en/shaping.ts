/** Texts of the area "shaping" (en): tools that draw and change shapes. Same keys and params in every language: src/i18n/texts.test.ts. */
export const shapingTexts = {
  'problem.split.line-misses': 'The line does not part the shape: let both ends run past its border.',
} as const;
