/** How sure a hotspot's maker is of it: makers say it in letters, in words, as a share or in per cent. */
/** From these per cent on, as the guide of FIRMS divides them. */
const NOMINAL_FROM_PERCENT = 30;
const HIGH_FROM_PERCENT = 80;
const LETTERS: Readonly<Record<string, string>> = { l: 'low', n: 'nominal', h: 'high' };

/** `low`, `nominal`, `high`; of a share 0 to 1 or of per cent its class; other words as they are. Undefined for what is not stated. */
export function confidenceClass(text: string | undefined): string | undefined {
  const stated = text?.trim();
  if (!stated) return undefined;
  const number = Number(stated);
  if (!(number >= 0 && number <= 100)) return LETTERS[stated.toLowerCase()] ?? stated;
  const percent = number <= 1 ? 100 * number : number;
  return percent >= HIGH_FROM_PERCENT ? 'high' : percent < NOMINAL_FROM_PERCENT ? 'low' : 'nominal';
}
