/**
 * How a value stands in a sentence, decided by its param's name, so that whoever reports a finding
 * or a problem passes plain numbers and codes and nobody formats twice:
 *
 *   …SquareMeters  an area        …Meters   a length       …Fraction  per cent
 *   …bearingDegrees a wind        row       0-based in data, shown 1-based
 *   count, total, done, …Count    thousands separated
 *   kind, rule, level, field(s), …  the code's name in the language (CODE_PARAMS); lists by comma
 *   any text that is an ISO time    day and clock
 */
import type { ParamValue } from '../core/result.ts';
import { formatArea, formatBearing, formatCount, formatDateTime, formatFraction, formatLength } from './format.ts';
import type { Language } from './language.ts';

/** Param name (or the end of one, capitalised) → prefix of the keys that name its codes. */
const CODE_PARAMS: Readonly<Record<string, string>> = {
  kind: 'kind',
  kinds: 'kind',
  rule: 'rule',
  level: 'level',
  duty: 'duty',
  field: 'field',
  fields: 'field',
  datum: 'datum',
  geometry: 'geometry',
  status: 'status',
  source: 'source',
  engine: 'engine',
  mode: 'mode',
  modes: 'mode',
  state: 'state',
  measures: 'field',
};

const LIST_SEPARATOR = { 'zh-CN': '、', en: ', ' } as const satisfies Record<Language, string>;

/** The names of codes in one language. */
export interface CodeNames {
  readonly language: Language;
  /** Undefined for what has no name. */
  nameOf(key: string): string | undefined;
}

export function formatParam(name: string, value: ParamValue | undefined, names: CodeNames): string {
  const { language } = names;
  if (value === null || value === undefined) return '—';
  if (typeof value === 'boolean') return names.nameOf(`state.${value ? 'yes' : 'no'}`) ?? String(value);
  if (typeof value === 'number') return formatNumberParam(name, value, language);
  const prefix = findCodePrefix(name);
  if (prefix) return formatCodes(prefix, value, names);
  return formatDateTime(value);
}

function formatNumberParam(name: string, value: number, language: Language): string {
  if (name.endsWith('SquareMeters')) return formatArea(value, language, 'short');
  if (name.endsWith('Meters')) return formatLength(value);
  if (name.endsWith('Fraction')) return formatFraction(value);
  if (/^bearingDegrees$|BearingDegrees$/.test(name)) return formatBearing(value, language);
  if (name === 'row') return String(value + 1);
  if (/^(count|total|done)$|Count$/.test(name)) return formatCount(value);
  return String(value);
}

function findCodePrefix(name: string): string | undefined {
  const last = /([A-Z][a-z]*)$/.exec(name)?.[1];
  return CODE_PARAMS[name] ?? (last ? CODE_PARAMS[last.toLowerCase()] : undefined);
}

/** Codes without a name in the dictionaries are free text of the data and stay as they are. */
function formatCodes(prefix: string, value: string, { language, ...names }: CodeNames): string {
  const nameOf = (code: string) => names.nameOf(`${prefix}.${code}`);
  const whole = nameOf(value);
  if (whole !== undefined || !value.includes(',')) return whole ?? value;
  const codes = value.split(',').map((code) => code.trim());
  return codes.every((code) => nameOf(code) !== undefined) ? codes.map(nameOf).join(LIST_SEPARATOR[language]) : value;
}
