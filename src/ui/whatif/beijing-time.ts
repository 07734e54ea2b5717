const BEIJING_MS = 8 * 3_600_000;

/** An instant as ledgers in China write it, to the minute: `2026-11-23T07:00`. */
export function beijingTime(ms: number): string {
  return new Date(ms + BEIJING_MS).toISOString().slice(0, 16);
}
