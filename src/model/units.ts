/** Units that ledgers use, as factors to the canonical one of each dimension (m², m, g/m²). */
export type Dimension = 'area' | 'length' | 'siltLoading';

const SQUARE_METERS_PER_MU = 10_000 / 15;

const FACTORS: Readonly<Record<Dimension, Readonly<Record<string, number>>>> = {
  area: {
    'm²': 1,
    m2: 1,
    '㎡': 1,
    平方米: 1,
    平米: 1,
    sqm: 1,
    squaremeters: 1,
    亩: SQUARE_METERS_PER_MU,
    mu: SQUARE_METERS_PER_MU,
    万平方米: 10_000,
    万平米: 10_000,
    公顷: 10_000,
    hectare: 10_000,
    hectares: 10_000,
    ha: 10_000,
    'km²': 1e6,
    km2: 1e6,
    平方公里: 1e6,
    平方千米: 1e6,
    'ft²': 0.09290304,
    sqft: 0.09290304,
    acre: 4046.8564224,
  },
  length: { m: 1, 米: 1, meter: 1, meters: 1, km: 1000, 公里: 1000, 千米: 1000, 里: 500, ft: 0.3048, mile: 1609.344 },
  siltLoading: { 'g/m²': 1, 'g/m2': 1, 克每平方米: 1, '克/平方米': 1, 'kg/m²': 1000, 'kg/m2': 1000, 'kg/km²': 0.001 },
};

/** Those that ledgers use most, the canonical one first: what a list offers, and what a guess tries. */
export const COMMON_UNITS: Readonly<Record<Dimension, readonly string[]>> = {
  area: ['m²', '亩', '公顷', 'km²', '万平方米', 'ft²', 'acre'],
  length: ['m', 'km', 'ft'],
  siltLoading: ['g/m²', 'kg/m²', 'kg/km²'],
};

const key = (unit: string): string => unit.trim().replace(/\s+/gu, '').toLowerCase();

/** How many canonical units one such unit is; undefined for a unit that is not known. */
export function findUnitFactor(unit: string, dimension: Dimension): number | undefined {
  return FACTORS[dimension][key(unit)];
}

export function knownUnits(dimension: Dimension): readonly string[] {
  return Object.keys(FACTORS[dimension]);
}

const NUMBER = /^([+-]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)?(?:\.\d+)?(?:e[+-]?\d+)?)\s*(.*)$/iu;

/**
 * A number as people write it: full-width digits, thousands separators, a unit of its own behind it,
 * which then takes the place of `unitFactor`. Undefined where it is no number or the unit is strange.
 */
export function parseNumberText(text: string, dimension?: Dimension, unitFactor = 1): number | undefined {
  const plain = text.trim().replace(/[！-～]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
  const match = NUMBER.exec(plain);
  if (!match || !/\d/u.test(match[1]!)) return undefined;
  const value = Number(match[1]!.replace(/[,，]/gu, ''));
  const unit = match[2]!;
  if (!Number.isFinite(value)) return undefined;
  if (unit === '') return value * unitFactor;
  if (unit === '%' && !dimension) return undefined;
  const factor = dimension ? findUnitFactor(unit, dimension) : undefined;
  return factor === undefined ? undefined : value * factor;
}
