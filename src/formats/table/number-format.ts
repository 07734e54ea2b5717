/** What a spreadsheet's number format makes of a number: a day, a clock, a code with leading zeros, or nothing. */

export type NumberFormat =
  | { readonly type: 'plain' }
  /** `hasClock`: midnight is a time too, and no bare day. */
  | { readonly type: 'date'; readonly hasClock: boolean }
  | { readonly type: 'clock' }
  | { readonly type: 'zeros'; readonly digits: number };

const PLAIN: NumberFormat = { type: 'plain' };
const DATE: NumberFormat = { type: 'date', hasClock: false };
const DATE_AND_CLOCK: NumberFormat = { type: 'date', hasClock: true };
const DATE_AND_CLOCK_ID = 22;
const CLOCK: NumberFormat = { type: 'clock' };

/** ECMA-376 part 1, 18.8.30: the formats that stand in no file, those of Chinese systems among them. */
export function builtInFormat(id: number): NumberFormat {
  if (id === DATE_AND_CLOCK_ID) return DATE_AND_CLOCK;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54)) return DATE;
  if (id === 57 || id === 58) return DATE;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56)
    return CLOCK;
  return PLAIN;
}

/** Of a format's code, `yyyy"年"m"月"d"日"`. O(length). */
export function parseNumberFormat(code: string): NumberFormat {
  const [positive = ''] = code.split(';', 1);
  const zeros = /^0{2,}$/u.exec(positive.trim());
  if (zeros) return { type: 'zeros', digits: zeros[0].length };
  // Texts, escaped letters, fills and colours say nothing; elapsed hours in brackets do.
  const letters = positive.replaceAll(/"[^"]*"?|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]?/giu, '');
  if (/general|通用/iu.test(letters)) return PLAIN;
  const hasClock = /[hs]|上午|am\/pm/iu.test(letters);
  if (/[yde年月日]/iu.test(letters.replaceAll(/e[+-]/giu, ''))) return hasClock ? DATE_AND_CLOCK : DATE;
  if (hasClock) return CLOCK;
  return /m/iu.test(letters) ? DATE : PLAIN;
}

const MS_PER_DAY = 86_400_000;
/** Days from the spreadsheet's day 0 to 1970-01-01, as counted from March 1900 on. */
const DAYS_BEFORE_1970 = 25_569;
const DAYS_FROM_1900_TO_1904 = 1462;
/** 31 December 9999. */
const LAST_DAY = 2_958_465;

/**
 * A day count as `2026-11-23`, with its time where it has one or `hasClock`; to the second. Less than a day is a clock,
 * `08:00:00`. Undefined for what is no day of a spreadsheet.
 */
export function formatSerialDate(serial: number, is1904: boolean, hasClock = false): string | undefined {
  if (!(serial >= 0)) return undefined;
  if (serial < 1) return clockOf(serial);
  const day1900 = serial + (is1904 ? DAYS_FROM_1900_TO_1904 : 0);
  if (day1900 >= LAST_DAY + 1) return undefined;
  // Lotus took 1900 for a leap year, and spreadsheets still count its 29 February as day 60.
  const days = day1900 < 60 ? day1900 + 1 : day1900;
  const iso = new Date(Math.round((days - DAYS_BEFORE_1970) * 86_400) * 1000).toISOString().slice(0, 19);
  return !hasClock && iso.endsWith('T00:00:00') ? iso.slice(0, 10) : iso;
}

const clockOf = (part: number): string =>
  new Date(Math.round(part * (MS_PER_DAY / 1000)) * 1000).toISOString().slice(11, 19);

/** The number as the format shows it where that is no number. Hours beyond a day are an amount, and stay one. */
export function applyNumberFormat(value: number, format: NumberFormat, is1904: boolean): string | number {
  switch (format.type) {
    case 'plain':
      return value;
    case 'zeros': {
      const digits = String(value);
      return /^\d+$/u.test(digits) && digits.length < format.digits ? digits.padStart(format.digits, '0') : value;
    }
    case 'date':
      return formatSerialDate(value, is1904, format.hasClock) ?? value;
    case 'clock':
      return value < 1 || value >= 20_000 ? (formatSerialDate(value, is1904, true) ?? value) : value;
  }
}
