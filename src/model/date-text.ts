/**
 * Dates of ledgers as ISO-8601 text: `2026-11-23`, `2026-11-23T08:00:00`, with a zone only where
 * the source gives one. Knows nothing of today.
 */
const DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*[日号]?)?\s*月?/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=$|[T\s])/u;
const TIME = /^[T\s]*(\d{1,2})\s*[:：时点]\s*(\d{1,2})?(?:\s*[:：分]\s*(\d{1,2})(?:\.\d+)?)?\s*[分秒]?\s*/u;
const ZONE = /^(Z|[+-]\d{2}:?\d{2})$/iu;
const MS_PER_DAY = 86_400_000;

const two = (value: number | string): string => String(value).padStart(2, '0');

/** ISO text of a date written in one of the usual ways, or undefined where it is none or names no real day. */
export function parseDateText(text: string): string | undefined {
  const trimmed = text.trim();
  const match = COMPACT.exec(trimmed) ?? DATE.exec(trimmed);
  if (!match) return undefined;
  const [whole, year, month, day] = match;
  const rest = trimmed.slice(whole.length);
  if (day === undefined)
    return rest === '' && Number(month) >= 1 && Number(month) <= 12 ? `${year}-${two(month!)}` : undefined;
  if (!isRealDay(Number(year), Number(month), Number(day))) return undefined;
  const date = `${year}-${two(month!)}-${two(day)}`;
  if (rest.trim() === '') return date;
  const time = TIME.exec(rest);
  if (!time) return undefined;
  const [hour, minute, second] = [time[1]!, time[2] ?? '0', time[3] ?? '0'];
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const zone = rest.slice(time[0].length).trim();
  if (zone !== '' && !ZONE.test(zone)) return undefined;
  return `${date}T${two(hour)}:${two(minute)}:${two(second)}${zoneText(zone)}`;
}

/** `Z` and `+08:00` stay, `+0800` gets its colon. */
function zoneText(zone: string): string {
  if (zone.length !== 5) return zone.toUpperCase();
  return `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

function isRealDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * A number as a date: `20261123`, a spreadsheet's day count (1955 to 2119), seconds or milliseconds
 * since 1970 (UTC, from 1973 on). Undefined for everything else.
 */
export function parseDateNumber(value: number): string | undefined {
  if (Number.isInteger(value) && value >= 19000101 && value <= 21991231) return parseDateText(String(value));
  if (value >= 20_000 && value < 80_000) {
    const iso = new Date(Math.round((value - 25_569) * MS_PER_DAY)).toISOString();
    return Number.isInteger(value) ? iso.slice(0, 10) : iso.slice(0, 19);
  }
  const milliseconds = value >= 1e11 && value < 1e13 ? value : value >= 1e8 && value < 1e10 ? value * 1000 : undefined;
  return milliseconds === undefined ? undefined : `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
