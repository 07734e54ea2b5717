/**
 * Numbers, dates and places as people read them (LOOK: areas in 亩 and m², lengths in m then km,
 * thousands separated, coordinates to 5 decimals, dates 2026-11-23). Input is always in the
 * product's own units; output is plain text. Digits and separators are the same in both languages
 * and on every machine.
 */
import type { Language } from './language.ts';

/** One mu 亩 is 10,000 / 15 m². */
export const SQUARE_METERS_PER_MU = 10_000 / 15;

/** `both`: mu and metric, as tables and panels show them; `short`: the one unit that a sentence uses. */
export type AreaStyle = 'both' | 'short' | 'mu' | 'metric';

const UNITS = {
  'zh-CN': { mu: '亩', hectare: '公顷', squareKilometer: 'km²', open: '（', close: '）', tonnesPerYear: '吨/年' },
  en: { mu: 'mu', hectare: 'ha', squareKilometer: 'km²', open: ' (', close: ')', tonnesPerYear: 't/year' },
} as const satisfies Record<Language, Record<string, string>>;

const DECIMALS = [0, 1, 2, 3, 4, 5].map(
  (digits) => new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);

/** Thousands separated, with a fixed number of decimals (0 to 5); never "-0". */
export function formatNumber(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return '—';
  const text = (DECIMALS[decimals] as Intl.NumberFormat).format(value);
  return /^-[0.,]+$/.test(text) ? text.slice(1) : text;
}

export function formatCount(count: number): string {
  return formatNumber(count, 0);
}

/**
 * An area of m². In mu with one decimal (none from 1,000 mu), in m² below 0.1 mu where mu alone
 * was asked for; metric turns to hectares from 10,000 m² and to km² from 1,000 hectares.
 */
export function formatArea(squareMeters: number, language: Language, style: AreaStyle = 'both'): string {
  if (!Number.isFinite(squareMeters)) return '—';
  const metric = formatMetricArea(squareMeters, language);
  if (style === 'metric' || (style === 'short' && language === 'en')) return metric;
  const mu = squareMeters / SQUARE_METERS_PER_MU;
  if (style !== 'both') return Math.abs(mu) < 0.1 ? metric : formatMu(mu, language);
  const units = UNITS[language];
  return `${formatMu(mu, language)}${units.open}${metric}${units.close}`;
}

function formatMu(mu: number, language: Language): string {
  const size = Math.abs(mu);
  return `${formatNumber(mu, size >= 999.95 ? 0 : size < 0.095 && size > 0 ? 2 : 1)} ${UNITS[language].mu}`;
}

function formatMetricArea(squareMeters: number, language: Language): string {
  const size = Math.abs(squareMeters);
  const units = UNITS[language];
  if (size < 9_999.5) {
    const decimals = size >= 99.95 || Number.isInteger(size) ? 0 : size >= 9.995 ? 1 : 2;
    return `${formatNumber(squareMeters, decimals)} m²`;
  }
  const hectares = squareMeters / 10_000;
  if (size < 9_995_000) return `${formatNumber(hectares, size >= 995_000 ? 1 : 2)} ${units.hectare}`;
  return `${formatNumber(squareMeters / 1e6, 2)} ${units.squareKilometer}`;
}

/** A length of metres: `35 m`, `0.4 m`, from 1,000 m `1.25 km`; whole numbers, such as thresholds, without decimals. */
export function formatLength(meters: number): string {
  if (!Number.isFinite(meters)) return '—';
  const size = Math.abs(meters);
  const isWhole = Number.isInteger(size < 999.5 ? size : size / 1000);
  if (size < 999.5) return `${formatNumber(meters, size >= 9.95 || isWhole ? 0 : size >= 0.095 ? 1 : 3)} m`;
  return `${formatNumber(meters / 1000, size >= 99_950 || isWhole ? 0 : size >= 9_995 ? 1 : 2)} km`;
}

/** A share as per cent. What is not all is never shown as 100%, what is not nothing never as 0%. */
export function formatFraction(fraction: number): string {
  if (!Number.isFinite(fraction)) return '—';
  if (fraction > 0.99 && fraction < 1)
    return `${formatNumber(Math.min(Math.floor(fraction * 10_000) / 100, 99.99), 2)}%`;
  if (fraction > 0 && fraction < 0.01) return `${formatNumber(Math.max(Math.ceil(fraction * 10_000) / 100, 0.01), 2)}%`;
  return `${formatNumber(fraction * 100, 0)}%`;
}

/** A range of t/year with two figures each. */
export function formatTonnesPerYear(low: number, high: number, language: Language): string {
  const [from, to] = [formatTwoFigures(low), formatTwoFigures(high)];
  return `${from === to ? from : `${from}–${to}`} ${UNITS[language].tonnesPerYear}`;
}

function formatTwoFigures(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return formatNumber(value);
  const rounded = Number(value.toPrecision(2));
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(Math.abs(rounded))));
  return formatNumber(rounded, Math.min(decimals, 5));
}

/** `113.60000, 34.70000`: longitude, latitude in degrees, about a metre. */
export function formatCoordinates(longitude: number, latitude: number): string {
  return `${longitude.toFixed(5)}, ${latitude.toFixed(5)}`;
}

const COMPASS = {
  'zh-CN': ['北', '东北', '东', '东南', '南', '西南', '西', '西北'],
  en: ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'],
} as const satisfies Record<Language, readonly string[]>;

/** A bearing clockwise from north as one of eight winds with its degrees. */
export function formatBearing(degrees: number, language: Language): string {
  const turn = ((degrees % 360) + 360) % 360;
  const units = UNITS[language];
  return `${COMPASS[language][Math.round(turn / 45) % 8]}${units.open}${formatNumber(turn)}°${units.close}`;
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** The day of an ISO date or time, as written (no time zone is applied); other text stays as it is. */
export function formatDate(iso: string): string {
  return ISO.exec(iso)?.[1] ?? iso;
}

/** Day and clock of an ISO time as written: `2026-11-23 08:00`; a bare day stays a day. */
export function formatDateTime(iso: string): string {
  const match = ISO.exec(iso);
  if (!match) return iso;
  return match[2] ? `${match[1]} ${match[2]}` : (match[1] as string);
}

/** `14.2 kB`, `3.0 MB`: sizes of files in decimal units. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${formatNumber(bytes)} B`;
  if (bytes < 999_950) return `${formatNumber(bytes / 1000, 1)} kB`;
  return bytes < 999_950_000 ? `${formatNumber(bytes / 1e6, 1)} MB` : `${formatNumber(bytes / 1e9, 1)} GB`;
}
